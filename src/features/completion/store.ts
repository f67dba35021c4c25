import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Particulars } from './completion.ts'
import { newStatementCode } from './statement-code.ts'
import type { Terms } from './terms.ts'

export type NewStatement = {
  readonly participantId: string
  readonly groupId: string
  readonly particulars: Particulars
  readonly now: Temporal.Instant
}

/** Issues a statement under a code nobody else has; null when the participant has one already. */
export const insertStatement = async (
  tx: Transaction,
  statement: NewStatement,
): Promise<{ id: string; code: string } | null> => {
  const row = await tx
    .insertInto('statements')
    .values({
      id: newId(),
      code: newStatementCode(),
      participant_id: statement.participantId,
      group_id: statement.groupId,
      particulars: json(statement.particulars),
      issued_at: statement.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
  return row ?? ((await hasStatement(tx, statement.participantId)) ? null : insertStatement(tx, statement))
}

const hasStatement = async (tx: Transaction, participantId: string): Promise<boolean> =>
  (await tx.selectFrom('statements').select('id').where('participant_id', '=', participantId).executeTakeFirst()) !==
  undefined

/** Withdraws a statement; false when it was withdrawn before. */
export const withdrawStatementRow = async (
  tx: Transaction,
  id: string,
  withdrawn: { reason: string; now: Temporal.Instant },
): Promise<boolean> =>
  (await tx
    .updateTable('statements')
    .set({ withdrawn_at: withdrawn.now, withdrawn_reason: withdrawn.reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const writeTerms = async (
  tx: Transaction,
  { projectId, terms, now }: { projectId: string; terms: Terms; now: Temporal.Instant },
): Promise<void> => {
  const said = { least_share: terms.leastShare, least_tasks: terms.leastTasks, stated_at: now }
  await tx
    .insertInto('completion_terms')
    .values({ project_id: projectId, ...said })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet(said))
    .execute()
}
