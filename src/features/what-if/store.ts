import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Tried } from './change.ts'

/** Two who ask at once ask once: the second waits here for the first. */
export const lockRunRow = (tx: Transaction, runId: string) =>
  tx.selectFrom('placement_runs').select('status').where('id', '=', runId).forUpdate().executeTakeFirst()

/** Notes for whom it is asked; gives those for whom it was not asked before, or in vain. */
export const insertExplanations = async (
  tx: Transaction,
  runId: string,
  interestIds: readonly string[],
  now: Temporal.Instant,
): Promise<readonly string[]> => {
  if (interestIds.length === 0) return []
  const rows = await tx
    .insertInto('placement_explanations')
    .values(interestIds.map((id) => ({ run_id: runId, interest_id: id, asked_at: now })))
    .onConflict((on) =>
      on
        .columns(['run_id', 'interest_id'])
        .doUpdateSet({ asked_at: now, failed_at: null })
        .where('placement_explanations.failed_at', 'is not', null),
    )
    .returning('interest_id')
    .execute()
  return rows.map((row) => row.interest_id)
}

/** It could not be worked out for one; false when it was after all. */
export const failExplanation = async (
  tx: Transaction,
  of: { runId: string; interestId: string; now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('placement_explanations')
    .set({ failed_at: of.now })
    .where('run_id', '=', of.runId)
    .where('interest_id', '=', of.interestId)
    .where('finished_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps what was tried for one; false when that was done already. */
export const keepExplanation = async (
  tx: Transaction,
  of: { runId: string; interestId: string; now: Temporal.Instant },
  tried: readonly Tried[],
): Promise<boolean> => {
  const row = await tx
    .updateTable('placement_explanations')
    .set({ finished_at: of.now, failed_at: null })
    .where('run_id', '=', of.runId)
    .where('interest_id', '=', of.interestId)
    .where('finished_at', 'is', null)
    .returning('interest_id')
    .executeTakeFirst()
  if (!row) return false
  if (tried.length > 0)
    await tx
      .insertInto('placement_changes')
      .values(
        tried.map((each, position) => ({
          id: newId(),
          run_id: of.runId,
          interest_id: of.interestId,
          position,
          kind: each.kind,
          group_id: each.groupId,
          amount: each.amount,
          is_placed: each.isPlaced,
          others: json(each.others),
        })),
      )
      .execute()
  return true
}
