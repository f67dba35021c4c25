import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { ChangeKind, Others, Tried } from './change.ts'

const others: z.ZodType<Others> = z.object({
  placed: z.array(z.string()),
  moved: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  left: z.array(z.string()),
})

export type KeptChange = Tried & { readonly id: string; readonly interestId: string }

/** What was tried for those left out of a run, in the order of trying. */
export const changesOfRun = async (db: Reader, runId: string): Promise<readonly KeptChange[]> => {
  const rows = await db
    .selectFrom('placement_changes')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('interest_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    interestId: row.interest_id,
    kind: row.kind as ChangeKind,
    groupId: row.group_id,
    amount: row.amount,
    isPlaced: row.is_placed,
    others: stored(others, row.others, 'what else a change would do'),
  }))
}

export type Explanation = {
  readonly interestId: string
  readonly finishedAt: Temporal.Instant | null
  /** It could not be worked out: it can be asked again. */
  readonly failedAt: Temporal.Instant | null
}

/** For whom it was asked what would place them, and whether that is worked out. */
export const explanationsOf = (db: Reader, runId: string): Promise<readonly Explanation[]> =>
  db
    .selectFrom('placement_explanations')
    .select(['interest_id as interestId', 'finished_at as finishedAt', 'failed_at as failedAt'])
    .where('run_id', '=', runId)
    .orderBy('asked_at')
    .orderBy('interest_id')
    .execute()

/** Explanations that are still being worked out, as far as is known. */
export const explanationsUnderWay = (
  db: Reader,
): Promise<readonly { readonly runId: string; readonly interestId: string }[]> =>
  db
    .selectFrom('placement_explanations')
    .select(['run_id as runId', 'interest_id as interestId'])
    .where('finished_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('run_id')
    .orderBy('interest_id')
    .execute()

/** Where a group meets and how it is described, to change one thing of it. */
export const detailsOfGroup = async (db: Reader, groupId: string) =>
  (await db
    .selectFrom('groups')
    .select(['name', 'organisations_room as organisationsRoom', 'people_room as peopleRoom'])
    .select(['organisations_minimum as organisationsMinimum', 'venue_id as venueId', 'online_link as onlineLink'])
    .where('id', '=', groupId)
    .executeTakeFirst()) ?? null

/** The hub whose run it is; null when there is none. */
export const hubOfRun = async (db: Reader, runId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('placement_runs as r')
      .innerJoin('offers as o', 'o.id', 'r.offer_id')
      .select('o.hub_id')
      .where('r.id', '=', runId)
      .executeTakeFirst()
  )?.hub_id ?? null
