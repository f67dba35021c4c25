import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { Progress } from '../placement-solving/index.ts'
import type { Asked } from './asked.ts'
import { askedOf, progressOf, summaryOf } from './kept-queries.ts'
import type { RunStatus, RunSummary } from './run.ts'

export type Run = {
  readonly id: string
  readonly offerId: string
  readonly offerIds: readonly string[]
  readonly hubId: string
  readonly offerTitle: string
  readonly status: RunStatus
  readonly message: string | null
  readonly requestedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  readonly requestedBy: string | null
  readonly basedOn: string | null
  readonly asked: Asked
  readonly progress: Progress | null
  readonly summary: RunSummary
}

const runs = (db: Reader) =>
  db
    .selectFrom('placement_runs as r')
    .innerJoin('offers as o', 'o.id', 'r.offer_id')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .leftJoin('people as n', 'n.id', 'r.requested_by_person_id')
    .select(['r.id', 'r.offer_id as offerId', 'o.hub_id as hubId', 'p.title as offerTitle', 'r.status', 'r.message'])
    .select(['r.requested_at as requestedAt', 'r.finished_at as finishedAt', 'n.name as requestedBy'])
    .select(['r.based_on_run_id as basedOn', 'r.asked', 'r.progress', 'r.summary'])
    .select(
      sql<string[]>`array(select f.offer_id from placement_run_offers f where f.run_id = r.id order by f.offer_id)`.as(
        'offerIds',
      ),
    )

type Row = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number]

const runOf = (row: Row): Run => ({
  ...row,
  status: row.status as RunStatus,
  asked: askedOf(row.asked),
  progress: progressOf(row.progress),
  summary: summaryOf(row.summary),
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

/** Other placements of the same offers that came to a proposal, latest first. */
export const otherRuns = async (db: Reader, { id, offerId }: Pick<Run, 'id' | 'offerId'>): Promise<readonly Run[]> =>
  (
    await runs(db)
      .where('r.offer_id', '=', offerId)
      .where('r.id', '<>', id)
      .where('r.status', 'in', ['proposed', 'accepted', 'discarded'])
      .orderBy('r.requested_at', 'desc')
      .limit(10)
      .execute()
  ).map(runOf)

/** The run of any of these offers that is still being worked out, if there is one. */
export const runUnderWay = async (db: Reader, offerIds: readonly string[]): Promise<string | null> =>
  (
    await db
      .selectFrom('placement_runs as r')
      .innerJoin('placement_run_offers as f', 'f.run_id', 'r.id')
      .select('r.id')
      .where('f.offer_id', 'in', [...offerIds])
      .where('r.status', 'in', ['queued', 'running'])
      .executeTakeFirst()
  )?.id ?? null

/** Every run that waits to be worked out, or is being. */
export const runsUnderWay = async (db: Reader): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('placement_runs')
      .select('id')
      .where('status', 'in', ['queued', 'running'])
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

/** Whether a run was called off, or is no more. */
export const isCalledOff = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('placement_runs').select('status').where('id', '=', id).executeTakeFirst())?.status !== 'running'

// Made when the placement was accepted, or still only in the placement.
const groupKept = sql<string | null>`coalesce(x.group_id::text, x.opening)`.as('groupId')

export type ProposalSeen = {
  readonly interestId: string
  readonly organisation: string
  readonly town: string | null
  readonly people: number
  readonly groupId: string | null
  readonly miles: number | null
  readonly minutes: number | null
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
    .select(['x.interest_id as interestId', 'o.name as organisation', 'o.town', 'x.miles', 'x.minutes'])
    .select(['x.reason', 'i.status'])
    .select(groupKept)
    .select(
      sql<number>`greatest(1, i.unnamed_people + (select count(*) from interest_people y where y.interest_id = i.id))`.as(
        'people',
      ),
    )
    .where('x.run_id', '=', runId)
    .orderBy('o.name')
    .orderBy('x.interest_id')
    .execute()

/** Who is placed where in a proposal, for the one that comes after it. */
export const placedIn = async (db: Reader, runId: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (
      await db
        .selectFrom('placement_proposals as x')
        .select(['x.interest_id', groupKept])
        .where('x.run_id', '=', runId)
        .where((is) => is.or([is('x.group_id', 'is not', null), is('x.opening', 'is not', null)]))
        .execute()
    ).map((row) => [row.interest_id, row.groupId ?? '']),
  )

/** The names of groups, by id. */
export const namesOfGroups = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom('groups')
            .select(['id', 'name'])
            .where('id', 'in', [...new Set(ids)])
            .execute()
        ).map(({ id, name }) => [id, name]),
      )
