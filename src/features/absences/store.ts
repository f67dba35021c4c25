import type { Transaction } from '../../platform/database/index.ts'

/** Locks a session, so that one at a time looks at what its register comes to; null where there is none. */
export const lockSession = (tx: Transaction, sessionId: string) =>
  tx
    .selectFrom('sessions')
    .select(['id', 'status', 'on_date as onDate', 'starts_at as startsAt', 'sequence', 'mode', 'moved_at as movedAt'])
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst()

/** Notes until when a register is open: it is looked at again when it has closed. */
export const awaitClosing = (tx: Transaction, sessionId: string, openUntil: Temporal.PlainDate) =>
  tx
    .insertInto('registers_still_open')
    .values({ session_id: sessionId, open_until: openUntil })
    .onConflict((there) => there.column('session_id').doUpdateSet({ open_until: openUntil }))
    .execute()

export const awaitNoLonger = (tx: Transaction, sessionId: string) =>
  tx.deleteFrom('registers_still_open').where('session_id', '=', sessionId).executeTakeFirstOrThrow()
