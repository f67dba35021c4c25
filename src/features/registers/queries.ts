import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { type GroupSeen, groupInSight } from '../groups/index.ts'
import type { MarkName } from './mark.ts'
import { mayTakeRegister } from './policy.ts'

/** A group in the sight of those who do its work, its leads and the staff of its hubs; null for everybody else (rule 9). */
export const groupWorkedOn = async (context: Context, groupId: string): Promise<GroupSeen | null> => {
  const group = await groupInSight(context, groupId)
  return group && mayTakeRegister(group.sight) ? group : null
}

/** One session of a group. */
export const sessionOfGroup = async (db: Reader, groupId: string, sessionId: string) => {
  const row = await db
    .selectFrom('sessions as s')
    .leftJoin('venues as v', 'v.id', 's.venue_id')
    .select([
      's.id',
      's.number',
      's.title',
      's.kind',
      's.on_date',
      's.starts_at',
      's.ends_at',
      's.mode',
      's.status',
      's.sequence',
      'v.short_name as venue',
    ])
    .where('s.group_id', '=', groupId)
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        number: row.number,
        title: row.title,
        kind: row.kind,
        onDate: row.on_date,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        mode: row.mode,
        status: row.status,
        sequence: row.sequence,
        venue: row.venue,
      }
    : null
}

type OfSession = { readonly id: string; readonly groupId: string; readonly onDate: Temporal.PlainDate }

/** Who may stand in a session's register: those who take part on its day, by organisation and name, and whether they are expected at it. */
export const takingPartAt = (db: Reader, session: OfSession) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .leftJoin('who_comes_to_sessions as w', (join) =>
      join.onRef('w.participant_id', '=', 'a.id').on('w.session_id', '=', session.id),
    )
    .leftJoin('participants as i', 'i.id', 'w.instead_of_id')
    .leftJoin('people as j', 'j.id', 'i.person_id')
    .leftJoin('cancellations as c', (join) =>
      join.onRef('c.participant_id', '=', 'a.id').on('c.session_id', '=', session.id).on('c.taken_back_at', 'is', null),
    )
    .select(['a.id', 'e.name', 'a.part', 'a.post', 'o.name as organisation', 'c.given_at'])
    .select(sql<string | null>`needs_in_words(a.needs, a.access_needs)`.as('access_needs'))
    .select('j.name as insteadOf')
    .select((select) => [
      sql<boolean>`coalesce(w.comes, true)`.as('comes'),
      select
        .exists(
          select
            .selectFrom('marks as m')
            .select('m.id')
            .whereRef('m.participant_id', '=', 'a.id')
            .where('m.session_id', '=', session.id),
        )
        .as('isMarked'),
    ])
    .where('p.group_id', '=', session.groupId)
    .where((where) =>
      where.or([
        where.and([
          where('a.from_on', '<=', session.onDate),
          where.or([where('a.to_on', 'is', null), where('a.to_on', '>=', session.onDate)]),
        ]),
        where.and([where('a.part', '=', 'substitute'), where('w.comes', '=', true)]),
      ]),
    )
    .where((where) =>
      where.or([
        where('p.status', 'in', ['held', 'completed']),
        where.and([where('p.status', '=', 'left'), where('a.to_on', '>=', session.onDate)]),
        where.exists(
          where
            .selectFrom('marks as m')
            .select('m.id')
            .whereRef('m.participant_id', '=', 'a.id')
            .where('m.session_id', '=', session.id),
        ),
      ]),
    )
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

/** Who should be in a session's register: those who come to it, and whoever is marked in it. */
export const expectedAt = async (db: Reader, session: OfSession) =>
  (await takingPartAt(db, session)).filter(({ comes, isMarked }) => comes || isMarked)

/** All marks of a session, latest first, with who recorded them; `standing` when nobody has replaced them. */
export const marksOfSession = async (db: Reader, sessionId: string) => {
  const rows = await db
    .selectFrom('marks as m')
    .leftJoin('people as e', 'e.id', 'm.recorded_by_person_id')
    .select([
      'm.id',
      'm.participant_id',
      'm.mark',
      'm.minutes',
      'm.substitute',
      'm.origin',
      'm.device_at',
      'm.device_behind_seconds',
      'm.clock_changed',
      'm.recorded_at',
      'm.replaces_mark_id',
      'm.settled_reason',
      'm.reason',
      'e.name as recorded_by',
    ])
    .select(sql<boolean>`exists (select from standing_marks s where s.id = m.id)`.as('standing'))
    .where('m.session_id', '=', sessionId)
    .orderBy('m.received_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, mark: row.mark as MarkName }))
}

/** Which of these ids have come before, and of whom: as marks, or as saying again what stood. */
export const idsTaken = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const these = sql<string>`any(${[...ids]}::uuid[])`
  const rows = await db
    .selectFrom('marks')
    .select(['id', 'participant_id'])
    .where('id', '=', these)
    .unionAll(
      db
        .selectFrom('repeated_marks as r')
        .innerJoin('marks as m', 'm.id', 'r.mark_id')
        .select(['r.id', 'm.participant_id'])
        .where('r.id', '=', these),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.participant_id]))
}

/** Everybody who takes or took part in a group, with their organisation. */
export const participantsOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id', 'a.person_id as personId', 'e.name', 'o.name as organisation', 'a.to_on as toOn'])
    .where('p.group_id', '=', groupId)
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

export type MarkSeen = Awaited<ReturnType<typeof marksOfSession>>[number]

export type TakingPart = {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly part: string
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
  readonly address: string | null
}

/** Everybody who takes part in a group today, substitutes aside, with the address to write to. */
export const takingPartIn = (db: Reader, groupId: string): Promise<readonly TakingPart[]> =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id as participantId', 'e.id as personId', 'e.name', 'a.part', 'p.id as placeId'])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .select(
      sql<
        string | null
      >`(select m.address::text from email_addresses m where m.person_id = e.id and m.to_at is null and m.is_primary
        order by m.confirmed_at is null, m.from_at desc limit 1)`.as('address'),
    )
    .where('p.group_id', '=', groupId)
    .where('p.status', '=', 'held')
    .where('a.part', '<>', 'substitute')
    .where('a.to_on', 'is', null)
    .where('e.erased_at', 'is', null)
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()
