import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

export const insertNote = async (
  tx: Transaction,
  note: { interestId: string; body: string; by: string | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('interest_notes')
    .values({
      id,
      interest_id: note.interestId,
      body: note.body,
      written_by_person_id: note.by,
      written_at: note.now,
    })
    .execute()
  return id
}

export const deleteNote = (tx: Transaction, note: { id: string; interestId: string }) =>
  tx
    .deleteFrom('interest_notes')
    .where('id', '=', note.id)
    .where('interest_id', '=', note.interestId)
    .returning('written_by_person_id as by')
    .executeTakeFirst()

/** One note after the other, so that a button pressed twice finds what its first press wrote. */
export const lockRequest = (tx: Transaction, id: string) =>
  tx.selectFrom('expressions_of_interest').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
