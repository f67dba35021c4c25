import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { happenedTo } from '../../platform/history.ts'
import { type InterestStatus, type Preferences, preferencesIn, wishesOf } from '../interest/index.ts'
import type { StoodBefore } from './taking-back.ts'

export type InterestToPlace = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly personId: string | null
  readonly status: 'confirmed' | 'waiting'
  readonly peopleCount: number
  readonly easting: number | null
  readonly northing: number | null
  readonly themeId: string | null
  readonly preferences: Preferences
  readonly travelLimitMiles: number | null
  readonly receivedAt: Temporal.Instant
  readonly waitingSince: Temporal.Instant | null
  /** How many rules that give priority are met, and how many that decide are not. */
  readonly prioritiesMet: number
  /** Where the rules that are met stand in the order of the project's rules, for `inPriorityOrder`. */
  readonly prioritiesMetAt: readonly number[]
  readonly requiredNotMet: number
}

/** What can be placed now for an offer: decided on by nobody yet, or waiting; the earliest first. */
export const interestToPlace = async (db: Reader, offerId: string): Promise<readonly InterestToPlace[]> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.organisation_id', 'o.name', 'i.person_id', 'i.status', 'o.easting', 'o.northing', 'i.theme_id'])
    .select((select) => preferencesIn(select).as('wishes'))
    .select(['i.travel_limit_miles', 'i.received_at', 'i.waiting_since'])
    .select(
      sql<number>`greatest(1, i.unnamed_people + (select count(*) from interest_people x where x.interest_id = i.id))`.as(
        'people_count',
      ),
    )
    .select(
      sql<number>`(select count(*) from interest_verdicts v where v.interest_id = i.id and v.strength = 'priority'
        and coalesce(v.overruled_answer, v.answer) = 'yes')`.as('priorities_met'),
    )
    .select(
      sql<
        readonly number[]
      >`array(select v.position from interest_verdicts v where v.interest_id = i.id and v.strength = 'priority'
        and coalesce(v.overruled_answer, v.answer) = 'yes' order by v.position)`.as('priorities_met_at'),
    )
    .select(
      sql<number>`(select count(*) from interest_verdicts v where v.interest_id = i.id and v.strength = 'required'
        and coalesce(v.overruled_answer, v.answer) = 'no')`.as('required_not_met'),
    )
    .where('i.offer_id', '=', offerId)
    .where('i.status', 'in', ['confirmed', 'waiting'])
    .where('i.received_at', 'is not', null)
    .orderBy('i.received_at')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.name,
    personId: row.person_id,
    status: row.status as InterestToPlace['status'],
    peopleCount: row.people_count,
    easting: row.easting,
    northing: row.northing,
    themeId: row.theme_id,
    preferences: wishesOf(row.wishes).preferences,
    travelLimitMiles: row.travel_limit_miles,
    receivedAt: row.received_at as Temporal.Instant,
    waitingSince: row.waiting_since,
    prioritiesMet: row.priorities_met,
    prioritiesMetAt: row.priorities_met_at,
    requiredNotMet: row.required_not_met,
  }))
}

/** Where a request stands now, with its turn: what it is taken back to. */
export const standsNow = async (db: Reader, interestId: string): Promise<StoodBefore> => {
  const row = await db
    .selectFrom('expressions_of_interest')
    .select(['status', 'status_reason as statusReason', 'waiting_since as waitingSince', 'place_id as placeId'])
    .select(['lost_place_at as lostPlaceAt', 'moved_up_at as movedUpAt', 'moved_up_reason as movedUpReason'])
    .where('id', '=', interestId)
    .executeTakeFirstOrThrow()
  return { ...row, status: row.status as InterestStatus }
}

/** The expression of interest behind a place, if the place came of one. */
export const interestIdOfPlace = async (db: Reader, placeId: string): Promise<string | null> =>
  (await db.selectFrom('expressions_of_interest').select('id').where('place_id', '=', placeId).executeTakeFirst())
    ?.id ?? null

/** Requests whose place has moved on without them: answered, given back or called off in another room. */
export const interestBehindItsPlace = async (db: Reader): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .select('i.id')
    .where((is) =>
      is.or([
        is.and([is('i.status', '=', 'offered'), is('p.status', '<>', 'offered')]),
        is.and([is('i.status', '=', 'placed'), is('p.status', 'in', ['released', 'left'])]),
      ]),
    )
    // Of those who lost a place at once, whoever asked first is offered another first.
    .orderBy(sql`coalesce(i.waiting_since, i.received_at)`)
    .orderBy('i.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** When an offer of a place is next to be reminded of, or has ended a second before; null when none is open. */
export const placesDueNext = async (db: Reader, after: Temporal.Instant): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ readonly at: Temporal.Instant | null }>`select min(at) as at from (
      select remind_at as at from expressions_of_interest where status = 'offered'
      union all select respond_by + interval '1 second' from places where status = 'offered'
    ) due where at > ${after}`.execute(db)
  return rows[0]?.at ?? null
}

/** Whether room that became free in a group was passed on already, by the mark of its job. */
export const wasRoomPassedOn = async (db: Reader, groupId: string, mark: string): Promise<boolean> =>
  (await happenedTo(db, { type: 'group', ids: [groupId], name: 'group.room-passed-on' })).some(
    ({ particulars }) => particulars['mark'] === mark,
  )

/** The theme a group works on, if it has one. */
export const themeOfGroup = async (db: Reader, groupId: string): Promise<string | null> =>
  (await db.selectFrom('groups').select('theme_id').where('id', '=', groupId).executeTakeFirst())?.theme_id ?? null
