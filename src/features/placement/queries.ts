import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { type InterestToPlace, interestToPlace } from '../interest/index.ts'
import type { Applicant, GroupToFill, Instance } from './instance.ts'
import type { RunStatus, RunSummary } from './run.ts'

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
  groupPreferenceId: interest.groupPreferenceId,
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

export type Run = {
  readonly id: string
  readonly offerId: string
  readonly hubId: string
  readonly offerTitle: string
  readonly status: RunStatus
  readonly message: string | null
  readonly requestedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  readonly requestedBy: string | null
  readonly summary: RunSummary
}

const runs = (db: Reader) =>
  db
    .selectFrom('placement_runs as r')
    .innerJoin('offers as o', 'o.id', 'r.offer_id')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .leftJoin('people as n', 'n.id', 'r.requested_by_person_id')
    .select([
      'r.id',
      'r.offer_id as offerId',
      'o.hub_id as hubId',
      'p.title as offerTitle',
      'r.status',
      'r.message',
      'r.requested_at as requestedAt',
      'r.finished_at as finishedAt',
      'n.name as requestedBy',
      'r.summary',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number]
const runOf = (row: Row): Run => ({
  ...row,
  status: row.status as RunStatus,
  summary: row.summary as unknown as RunSummary,
})

/** A placement of one of the hub's own offers; null elsewhere. */
export const runAtHub = async (db: Reader, id: string, hubId: string): Promise<Run | null> => {
  const row = isId(id)
    ? await runs(db).where('r.id', '=', id).where('o.hub_id', '=', hubId).executeTakeFirst()
    : undefined
  return row ? runOf(row) : null
}

/** Placements of a hub's offers, latest first. */
export const runsAtHub = async (db: Reader, hubId: string): Promise<readonly Run[]> =>
  (await runs(db).where('o.hub_id', '=', hubId).orderBy('r.requested_at', 'desc').limit(30).execute()).map(runOf)

/** The run of an offer that is still being worked out, if there is one. */
export const runUnderWay = async (db: Reader, offerId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('placement_runs')
      .select('id')
      .where('offer_id', '=', offerId)
      .where('status', 'in', ['queued', 'running'])
      .executeTakeFirst()
  )?.id ?? null

export type ProposalSeen = {
  readonly interestId: string
  readonly organisation: string
  readonly town: string | null
  readonly people: number
  readonly groupId: string | null
  readonly miles: number | null
  readonly reason: string
  /** What has become of the request since. */
  readonly status: string
}

/** The results of a placement, by name. */
export const proposalsOf = async (db: Reader, runId: string): Promise<readonly ProposalSeen[]> =>
  db
    .selectFrom('placement_proposals as x')
    .innerJoin('expressions_of_interest as i', 'i.id', 'x.interest_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select([
      'x.interest_id as interestId',
      'o.name as organisation',
      'o.town',
      'x.group_id as groupId',
      'x.miles',
      'x.reason',
      'i.status',
    ])
    .select(sql<number>`greatest(1, (select count(*) from interest_people y where y.interest_id = i.id))`.as('people'))
    .where('x.run_id', '=', runId)
    .orderBy('o.name')
    .orderBy('x.interest_id')
    .execute()

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
