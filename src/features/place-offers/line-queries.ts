import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import type { InLine } from './waiting-list.ts'

export type Waiting = InLine & {
  readonly offerId: string
  readonly organisationId: string
  readonly organisation: string
  readonly movedUpReason: string | null
}

const waiting = (db: Reader) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'f.hub_id', 'i.offer_id', 'i.organisation_id', 'o.name', 'i.waiting_since', 'i.fewer_is_fine'])
    .select(['i.theme_id', 'i.lost_place_at', 'i.moved_up_at', 'i.moved_up_reason'])
    .select(
      sql<number>`greatest(1, i.unnamed_people + (select count(*) from interest_people x where x.interest_id = i.id))::int`.as(
        'people',
      ),
    )
    .select(
      sql<
        readonly number[]
      >`array(select v.position from interest_verdicts v where v.interest_id = i.id and v.strength = 'priority'
        and coalesce(v.overruled_answer, v.answer) = 'yes' order by v.position)`.as('met'),
    )
    .where('i.status', '=', 'waiting')

type Row = Awaited<ReturnType<ReturnType<typeof waiting>['execute']>>[number]

const inLine = (row: Row): readonly Waiting[] =>
  row.waiting_since
    ? [
        {
          id: row.id,
          hubId: row.hub_id,
          offerId: row.offer_id,
          organisationId: row.organisation_id,
          organisation: row.name,
          waitingSince: row.waiting_since,
          people: row.people,
          fewerIsFine: row.fewer_is_fine,
          themeId: row.theme_id,
          met: row.met,
          lostPlaceAt: row.lost_place_at,
          movedUpAt: row.moved_up_at,
          movedUpReason: row.moved_up_reason,
        },
      ]
    : []

/** Those of these requests that are on a waiting list. */
export const waitingAmong = async (db: Reader, ids: readonly string[]): Promise<readonly Waiting[]> =>
  ids.length === 0
    ? []
    : (
        await waiting(db)
          .where('i.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
          .execute()
      ).flatMap(inLine)

/** The waiting list of an offer, in no order: `inTurn` puts it in the only one there is. */
export const waitingForOffer = async (db: Reader, offerId: string): Promise<readonly Waiting[]> =>
  (await waiting(db).where('i.offer_id', '=', offerId).execute()).flatMap(inLine)

/** The start of the first session of a group that is known and not called off. */
export const firstSessionOf = async (db: Reader, groupId: string): Promise<Temporal.Instant | null> => {
  const row = await db
    .selectFrom('sessions')
    .select(['on_date', 'starts_at'])
    .where('group_id', '=', groupId)
    .where('status', '<>', 'cancelled')
    .where('on_date', 'is not', null)
    .orderBy('on_date')
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  return row?.on_date ? localInstant(row.on_date, row.starts_at ?? Temporal.PlainTime.from('09:00')) : null
}

/** Those who lost a place in a group that was called off and still wait, whoever has waited longest first. */
export const waitingSinceCalledOff = async (db: Reader, groupId: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('expressions_of_interest as i')
      .innerJoin('places as p', 'p.id', 'i.place_id')
      .select('i.id')
      .where('p.group_id', '=', groupId)
      .where('i.status', '=', 'waiting')
      .where('i.lost_place_at', 'is not', null)
      .orderBy('i.waiting_since')
      .orderBy('i.id')
      .execute()
  ).map(({ id }) => id)

/** Other groups that somebody who lost a place could join through its offer, those it would rather join first, then the nearest. */
export const groupsElsewhere = async (db: Reader, interestId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select g.id from expressions_of_interest i join offers f on f.id = i.offer_id join organisations o on o.id = i.organisation_id
      join groups g on g.project_id = i.project_id and g.status in ('forming', 'confirmed', 'running')
        and (g.offer_id = i.offer_id or exists (select from group_partner_hubs s where s.group_id = g.id and s.hub_id = f.hub_id))
      left join venues v on v.id = g.venue_id
      left join interest_preferences w on w.interest_id = i.id and w.kind = 'group' and w.value = g.id::text
    where i.id = ${interestId} and g.organisations_taken < g.organisations_room
      and (i.travel_limit_miles is null or v.easting is null or o.easting is null
        or (v.easting - o.easting)::float8 ^ 2 + (v.northing - o.northing)::float8 ^ 2 <= (i.travel_limit_miles * 1609.344) ^ 2)
    order by w.position nulls last, (v.easting - o.easting)::float8 ^ 2 + (v.northing - o.northing)::float8 ^ 2 nulls last, g.name, g.id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** That a group was called off, and why, as whoever had a place in it reads it. */
export const whyCalledOff = async (db: Reader, groupId: string): Promise<string> => {
  const group = await db
    .selectFrom('groups')
    .select(['name', 'status_reason'])
    .where('id', '=', groupId)
    .executeTakeFirst()
  if (!group) return 'The group was called off.'
  const why = group.status_reason?.trim() ?? ''
  if (why === '') return `${group.name} was called off.`
  return `${group.name} was called off: ${why}${/[.!?…]$/.test(why) ? '' : '.'}`
}
