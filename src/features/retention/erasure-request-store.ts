import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'

type NewRequest = { id: string; personId: string; askedBy: string; reason: string | null; now: Temporal.Instant }

/** Notes that an erasure is asked for; false when one is open already. */
export const insertErasureRequest = async (tx: Transaction, { id, personId, askedBy, reason, now }: NewRequest) =>
  (await tx
    .insertInto('erasure_requests')
    .values({ id, person_id: personId, asked_by_person_id: askedBy, reason, asked_at: now })
    // Said in full, not as a parameter: a prepared statement finds a partial index only by the very words of its condition.
    .onConflict((conflict) => conflict.column('person_id').where('status', '=', sql.lit('asked')).doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

/** The open request, held so that it is decided once. */
export const lockOpenErasure = (tx: Transaction, id: string) =>
  tx
    .selectFrom('erasure_requests')
    .select(['id', 'person_id', 'asked_by_person_id'])
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .forUpdate()
    .executeTakeFirst()

type Decision = {
  id: string
  status: 'withdrawn' | 'refused' | 'carried_out'
  by: string
  reason: string | null
  now: Temporal.Instant
}

export const settleErasure = (tx: Transaction, { id, status, by, reason, now }: Decision) =>
  tx
    .updateTable('erasure_requests')
    .set({ status, decided_by_person_id: by, decided_at: now, decision_reason: reason })
    .where('id', '=', id)
    .execute()
