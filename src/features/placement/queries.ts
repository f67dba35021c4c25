import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type InterestToPlace, interestToPlace } from '../interest/index.ts'
import type { Applicant, GroupToFill, Instance } from './instance.ts'

/** Groups of an offer that take places, with the room they have left and where they meet. */
export const groupsToFill = async (db: Reader, offerId: string): Promise<readonly GroupToFill[]> => {
  const rows = await db
    .selectFrom('groups as g')
    .leftJoin('venues as v', 'v.id', 'g.venue_id')
    .select([
      'g.id',
      'g.name',
      'g.theme_id',
      'g.organisations_room',
      'g.organisations_taken',
      'g.people_room',
      'g.people_taken',
      'v.easting',
      'v.northing',
    ])
    .where('g.offer_id', '=', offerId)
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('g.name')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    at: row.easting !== null && row.northing !== null ? { easting: row.easting, northing: row.northing } : null,
    themeId: row.theme_id,
    organisationsTaken: row.organisations_taken,
    organisationsLeft: row.organisations_room - row.organisations_taken,
    peopleLeft: row.people_room - row.people_taken,
  }))
}

const applicantOf = (interest: InterestToPlace): Applicant => ({
  id: interest.id,
  people: interest.peopleCount,
  at:
    interest.easting !== null && interest.northing !== null
      ? { easting: interest.easting, northing: interest.northing }
      : null,
  travelLimitMiles: interest.travelLimitMiles,
  themeId: interest.themeId,
  groupPreferenceId: interest.preferences.groups[0] ?? null,
})

export type ToPlace = {
  readonly instance: Instance
  /** Interest that a required rule stands against: not placed, and said so. */
  readonly against: readonly InterestToPlace[]
  readonly organisations: ReadonlyMap<string, string>
}

/** Everyone to be placed in an offer's groups, in order: more priority rules met first, then who asked first. */
export const whatToPlace = async (db: Reader, offerId: string): Promise<ToPlace> => {
  const [interest, groups] = await Promise.all([interestToPlace(db, offerId), groupsToFill(db, offerId)])
  const inOrder = interest
    .filter((each) => each.requiredNotMet === 0)
    .toSorted(
      (a, b) =>
        b.prioritiesMet - a.prioritiesMet ||
        Temporal.Instant.compare(a.receivedAt, b.receivedAt) ||
        a.id.localeCompare(b.id),
    )
  return {
    instance: { applicants: inOrder.map(applicantOf), groups },
    against: interest.filter((each) => each.requiredNotMet > 0),
    organisations: new Map(interest.map((each) => [each.id, each.organisation])),
  }
}

export type OfferToPlace = {
  readonly id: string
  readonly title: string
  readonly theme: string | null
  readonly interest: number
  readonly groups: number
  readonly room: number
}

/** Offers of a hub for which somebody waits to be placed or groups have room. */
export const offersToPlace = async (db: Reader, hubId: string): Promise<readonly OfferToPlace[]> => {
  const result = await sql<OfferToPlace>`
    select * from (
      select o.id, p.title, t.title as theme,
        (select count(*) from expressions_of_interest i where i.offer_id = o.id and i.status in ('confirmed', 'waiting')) as interest,
        (select count(*) from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running')) as groups,
        (select coalesce(sum(g.organisations_room - g.organisations_taken), 0) from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running')) as room
      from offers o join projects p on p.id = o.project_id left join project_themes t on t.id = o.theme_id where o.hub_id = ${hubId}
    ) x where interest > 0 order by title`.execute(db)
  return result.rows
}

/** The hub whose offer it is; null when there is no such offer. */
export const hubOfOffer = async (db: Reader, offerId: string): Promise<{ hubId: string; title: string } | null> =>
  (await db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select(['o.hub_id as hubId', 'p.title'])
    .where('o.id', '=', offerId)
    .executeTakeFirst()) ?? null
