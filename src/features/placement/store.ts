import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { RunStatus, RunSummary } from './run.ts'
import { summaryOf } from './summary-queries.ts'

export type LockedRun = {
  readonly id: string
  readonly offerId: string
  readonly hubId: string
  readonly status: RunStatus
  readonly summary: RunSummary
}

export const lockRun = async (tx: Transaction, id: string): Promise<LockedRun | null> => {
  const row = await tx
    .selectFrom('placement_runs as r')
    .innerJoin('offers as o', 'o.id', 'r.offer_id')
    .select(['r.id', 'r.offer_id as offerId', 'r.status', 'r.summary', 'o.hub_id as hubId'])
    .where('r.id', '=', id)
    .forUpdate('r')
    .executeTakeFirst()
  return row ? { ...row, status: row.status as RunStatus, summary: summaryOf(row.summary) } : null
}

/** Two who ask for the same offer at once make one run: the second waits here for the first. */
export const lockOffer = (tx: Transaction, offerId: string) =>
  tx.selectFrom('offers').select('id').where('id', '=', offerId).forUpdate().executeTakeFirst()

export const insertRun = async (
  tx: Transaction,
  run: { offerId: string; personId: string | null; now: Temporal.Instant; summary: RunSummary },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('placement_runs')
    .values({
      id,
      offer_id: run.offerId,
      requested_by_person_id: run.personId,
      status: 'queued',
      requested_at: run.now,
      summary: json(run.summary),
    })
    .execute()
  return id
}

export const setRun = (
  tx: Transaction,
  id: string,
  run: { status: RunStatus; message?: string | null; finishedAt?: Temporal.Instant; summary?: RunSummary },
) =>
  tx
    .updateTable('placement_runs')
    .set({
      status: run.status,
      message: run.message ?? null,
      ...(run.finishedAt ? { finished_at: run.finishedAt } : {}),
      ...(run.summary ? { summary: json(run.summary) } : {}),
    })
    .where('id', '=', id)
    .execute()

export type Proposal = {
  readonly interestId: string
  readonly groupId: string | null
  readonly miles: number | null
  readonly reason: string
}

export const keepProposals = async (tx: Transaction, runId: string, proposals: readonly Proposal[]): Promise<void> => {
  await tx.deleteFrom('placement_proposals').where('run_id', '=', runId).execute()
  if (proposals.length === 0) return
  await tx
    .insertInto('placement_proposals')
    .values(
      proposals.map((proposal) => ({
        run_id: runId,
        interest_id: proposal.interestId,
        group_id: proposal.groupId,
        miles: proposal.miles,
        reason: proposal.reason,
      })),
    )
    .execute()
}

export const setProposal = (tx: Transaction, runId: string, proposal: Proposal) =>
  tx
    .updateTable('placement_proposals')
    .set({ group_id: proposal.groupId, miles: proposal.miles, reason: proposal.reason })
    .where('run_id', '=', runId)
    .where('interest_id', '=', proposal.interestId)
    .execute()
