import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { groupInSight } from '../groups/index.ts'
import type { Session, SessionKind, SessionMode, SessionStatus } from './session.ts'

/** Sessions with where they are. */
export const sessionRows = (db: Reader) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('groups as sg', 'sg.id', 's.group_id')
    .innerJoin('projects as sp', 'sp.id', 'sg.project_id')
    .leftJoin('terms_of_years as st', (join) =>
      join
        .onRef('st.year', '=', 'sp.year')
        .onRef('st.delivery_model', '=', 'sp.delivery_model')
        .onRef('st.session_kind', '=', 's.kind'),
    )
    .leftJoin('venues as v', 'v.id', 's.venue_id')
    .leftJoin('organisations as o', 'o.id', 's.host_organisation_id')
    .leftJoin('hostings as hx', (join) =>
      join
        .onRef('hx.session_id', '=', 's.id')
        .onRef('hx.organisation_id', '=', 's.host_organisation_id')
        .on('hx.status', '=', 'accepted'),
    )
    .selectAll('s')
    .select(['v.short_name as venue', 'o.name as host', 'st.session_word as usual_word'])
    // What a venue, or the school that hosts, lets people know of the place.
    .select(
      sql<
        string | null
      >`nullif(concat_ws(E'\\n', 'Room: ' || coalesce(v.room, hx.room), 'Parking: ' || coalesce(v.parking, hx.parking),
        'The way in: ' || coalesce(v.way_in, hx.way_in), 'Lunch: ' || coalesce(v.lunch, hx.lunch), v.practical_notes), '')`.as(
        'venueNotes',
      ),
    )
    .select(
      sql<
        string | null
      >`case when v.id is not null then concat_ws(', ', v.name, v.address, case when strpos(v.address, v.postcode) > 0 then null else v.postcode end)
        when o.id is not null then concat_ws(', ', o.name, o.street, o.town, o.postcode) end`.as('location'),
    )

export type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number]

export const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  groupId: row.group_id,
  number: row.number,
  usualWord: row.usual_word,
  kind: row.kind as SessionKind,
  title: row.title,
  onDate: row.on_date,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  mode: row.mode as SessionMode,
  venueId: row.venue_id,
  hostOrganisationId: row.host_organisation_id,
  onlineLink: row.online_link,
  practicalNotes: row.practical_notes,
  status: row.status as SessionStatus,
  statusReason: row.status_reason,
  sequence: row.sequence,
  movedAt: row.moved_at,
  venue: row.venue,
  host: row.host,
  location: row.location,
  venueNotes: row.venueNotes,
})

/** The sessions of a group, by date; those without a date last. */
export const sessionsOfGroup = async (db: Reader, groupId: string): Promise<readonly Session[]> =>
  (
    await sessionRows(db)
      .where('s.group_id', '=', groupId)
      .orderBy(sql`s.on_date asc nulls last`)
      .orderBy('s.starts_at')
      .orderBy('s.number')
      .execute()
  ).map(sessionOf)

/** One session with its group, in the sight of whoever asks. */
export const sessionInSight = async (context: Context, id: string) => {
  if (!isId(id)) return null
  const row = await sessionRows(context.db).where('s.id', '=', id).executeTakeFirst()
  const group = row ? await groupInSight(context, row.group_id) : null
  return row && group ? { session: sessionOf(row), group } : null
}

export const groupOfSession = async (db: Reader, sessionId: string): Promise<string | null> =>
  (await db.selectFrom('sessions').select('group_id').where('id', '=', sessionId).executeTakeFirst())?.group_id ?? null

export const nextNumber = async (db: Reader, groupId: string): Promise<number> =>
  (
    await db
      .selectFrom('sessions')
      .select((select) => select.fn.max('number').as('last'))
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow()
  ).last + 1

/** Who leads a group on a day. */
export const leadsOfGroup = async (
  db: Reader,
  groupId: string,
  onDate: Temporal.PlainDate,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('roles')
    .select('person_id')
    .distinct()
    .where('group_id', '=', groupId)
    .where('role', '=', 'group_lead')
    .where('from_on', '<=', onDate)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', onDate)]))
    .execute()
  return rows.map((row) => row.person_id)
}

/** Another session in which one of these leads is at that time (domain rule 4). */
export const leadsElsewhere = async (
  db: Reader,
  sessionId: string,
  personIds: readonly string[],
  period: { from: Temporal.Instant; to: Temporal.Instant },
) =>
  (await db
    .selectFrom('session_leads as l')
    .innerJoin('sessions as s', 's.id', 'l.session_id')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .leftJoin('terms_of_years as t', (join) =>
      join
        .onRef('t.year', '=', 'j.year')
        .onRef('t.delivery_model', '=', 'j.delivery_model')
        .onRef('t.session_kind', '=', 's.kind'),
    )
    .select([
      'p.name as lead',
      't.session_word as usualWord',
      'g.name as group',
      's.number',
      's.kind',
      's.title',
      's.on_date as onDate',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
    ])
    .where('l.session_id', '<>', sessionId)
    .where('l.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where(sql<boolean>`l.during && tstzrange(${period.from}, ${period.to}, '[)')`)
    .limit(1)
    .executeTakeFirst()) ?? null

export type ExpectedElsewhere = { readonly sessionId: string; readonly name: string }

/**
 * People of the group who are expected in a session of another group at the same time: they are warned, not stopped. Whether they
 * come to that one is asked of the few sessions at the same time, not of all there are: that is what the offset is for.
 */
export const elsewhere = (groupId: string) => sql<ExpectedElsewhere>`
    select distinct s.id as "sessionId", n.name from sessions s
      join who_comes_to_sessions c on c.session_id = s.id and c.group_id = s.group_id and c.comes
      join places p on p.id = c.place_id and p.status in ('offered', 'held')
      join participants a on a.id = c.participant_id and (a.to_on is null or a.part = 'substitute')
      join people n on n.id = a.person_id
      join participants b on b.person_id = a.person_id and (b.to_on is null or b.part = 'substitute')
      join places q on q.id = b.place_id and q.status in ('offered', 'held') and q.group_id <> s.group_id
      join sessions t on t.group_id = q.group_id and t.on_date = s.on_date and t.status in ('provisional', 'confirmed') and t.starts_at < s.ends_at and s.starts_at < t.ends_at
    where s.group_id = ${groupId} and s.status in ('provisional', 'confirmed')
      and exists (select from who_comes_to_sessions d where d.session_id = t.id and d.participant_id = b.id and d.comes offset 0) order by 1, 2`

export type PlannedDate = {
  position: number
  onDate: Temporal.PlainDate | null
  startsAt: Temporal.PlainTime | null
  endsAt: Temporal.PlainTime | null
  mode: SessionMode
  venueId: string | null
  certainty: string
  onlineLink: string | null
  note: string | null
}

/** The dates an offer advertises, as a group takes them over. */
export const plannedDatesToCopy = async (db: Reader, offerId: string): Promise<readonly PlannedDate[]> => {
  const rows = await db
    .selectFrom('planned_dates')
    .select([
      'position',
      'on_date as onDate',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'mode',
      'venue_id as venueId',
      'certainty',
      'online_link as onlineLink',
      'note',
    ])
    .where('offer_id', '=', offerId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, mode: row.mode as SessionMode }))
}

/** What sessions of an offer's groups take from it: the kind of meeting and its practical notes. */
export const offerBehindSessions = async (db: Reader, offerId: string) =>
  db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .innerJoin('delivery_models as m', 'm.key', 'p.delivery_model')
    .select(['o.practical_notes as practicalNotes', 'm.session_kind as sessionKind'])
    .where('o.id', '=', offerId)
    .executeTakeFirst()
