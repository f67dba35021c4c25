import type { Transaction } from '../../platform/database/index.ts'

/** Links of a record made until a moment open no more, of each of these purposes. */
export const insertStopped = (
  tx: Transaction,
  link: { readonly subjectId: string; readonly purposes: readonly string[]; readonly until: Temporal.Instant },
) =>
  tx
    .insertInto('stopped_links')
    .values(link.purposes.map((purpose) => ({ subject_id: link.subjectId, purpose, stopped_at: link.until })))
    .onConflict((conflict) => conflict.columns(['subject_id', 'purpose']).doUpdateSet({ stopped_at: link.until }))
    .execute()

/** Of two who stop the links of a record, one waits here for the other. */
export const lockRecord = (tx: Transaction, { type, id }: { readonly type: string; readonly id: string }) =>
  tx
    .selectFrom(type === 'interest' ? 'expressions_of_interest' : 'participants')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
