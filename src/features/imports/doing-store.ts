import type { Transaction } from '../../platform/database/index.ts'
import type { RowToDo } from './doing-queries.ts'
import type { Outcome } from './import.ts'
import { kept } from './kept-queries.ts'

/** The rows of one unit that are still to be done, locked: what another worker has done is not done again. */
export const lockUnit = async (tx: Transaction, importId: string, unitKey: string): Promise<readonly RowToDo[]> => {
  const rows = await tx
    .selectFrom('import_rows as r')
    .innerJoin('import_schools as s', (join) =>
      join.onRef('s.import_id', '=', 'r.import_id').onRef('s.key', '=', 'r.school_key'),
    )
    .select(['r.number', 'r.entry', 's.organisation_id'])
    .where('r.import_id', '=', importId)
    .where('r.unit_key', '=', unitKey)
    .where('r.outcome', 'in', ['new', 'changed'])
    .orderBy('r.number')
    .forUpdate('r')
    .execute()
  return rows.flatMap((row) =>
    row.organisation_id
      ? [{ number: row.number, entry: kept.entry(row.entry), organisationId: row.organisation_id }]
      : [],
  )
}

export type Done = {
  readonly outcome: Outcome
  readonly reason?: string | null
  readonly interestId?: string | null
  readonly personIds?: readonly string[]
  readonly madePersonIds?: readonly string[]
  readonly now: Temporal.Instant
}

export const setRows = (tx: Transaction, importId: string, numbers: readonly number[], done: Done) =>
  tx
    .updateTable('import_rows')
    .set({
      outcome: done.outcome,
      done_at: done.now,
      ...(done.reason === undefined ? {} : { reason: done.reason }),
      ...(done.interestId === undefined ? {} : { interest_id: done.interestId }),
      ...(done.personIds === undefined ? {} : { person_ids: [...done.personIds] }),
      ...(done.madePersonIds === undefined ? {} : { made_person_ids: [...done.madePersonIds] }),
    })
    .where('import_id', '=', importId)
    .where('number', 'in', numbers)
    .execute()

/** What is here already needs nothing done, and what waits for a school is refused when the import begins. */
export const settleIdleRows = async (tx: Transaction, importId: string, now: Temporal.Instant): Promise<void> => {
  await tx
    .updateTable('import_rows')
    .set({ outcome: 'here', done_at: now })
    .where('import_id', '=', importId)
    .where('outcome', '=', 'same')
    .execute()
  await tx
    .updateTable('import_rows')
    .set({ outcome: 'refused', done_at: now, reason: 'Nobody has decided which school is meant' })
    .where('import_id', '=', importId)
    .where('outcome', '=', 'waiting')
    .execute()
}

export const setUndone = (
  tx: Transaction,
  importId: string,
  numbers: readonly number[],
  { left }: { left: string | null },
) =>
  tx
    .updateTable('import_rows')
    .set({ undo: left === null ? 'taken_back' : 'left', undo_reason: left })
    .where('import_id', '=', importId)
    .where('number', 'in', numbers)
    .execute()

export const deleteRows = async (tx: Transaction, importId: string): Promise<void> => {
  await tx.deleteFrom('import_rows').where('import_id', '=', importId).execute()
  await tx.deleteFrom('import_schools').where('import_id', '=', importId).execute()
}
