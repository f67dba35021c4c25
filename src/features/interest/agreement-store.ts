import type { Transaction } from '../../platform/database/index.ts'

/** The headteacher is asked: from now on, until then, at this address. */
export const setHeadteacherAsked = (
  tx: Transaction,
  id: string,
  asked: { readonly name: string | null; readonly email: string; now: Temporal.Instant; answerBy: Temporal.Instant },
) =>
  tx
    .updateTable('expressions_of_interest')
    .set({
      headteacher_name: asked.name,
      headteacher_email: asked.email,
      headteacher_asked_at: asked.now,
      headteacher_answer_by: asked.answerBy,
      headteacher_reminded_at: null,
      headteacher_ended_at: null,
      headteacher_ended_how: null,
    })
    .where('id', '=', id)
    .execute()

export const setHeadteacherReminded = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('expressions_of_interest').set({ headteacher_reminded_at: now }).where('id', '=', id).execute()

/** Nothing more is awaited from whom was asked: nobody answered, or they are not the headteacher. */
export const setHeadteacherEnded = (
  tx: Transaction,
  id: string,
  { how, now }: { readonly how: 'silent' | 'wrong_person'; readonly now: Temporal.Instant },
) =>
  tx
    .updateTable('expressions_of_interest')
    .set({ headteacher_ended_at: now, headteacher_ended_how: how })
    .where('id', '=', id)
    .execute()

/** The agreement that was given with another request counts for this one. */
export const setAgreedWith = (tx: Transaction, id: string, agreedWithId: string) =>
  tx.updateTable('expressions_of_interest').set({ agreed_with_id: agreedWithId }).where('id', '=', id).execute()

/** Links that were mailed to a headteacher until a moment open no more. */
export const stopHeadteacherLinks = (tx: Transaction, id: string, until: Temporal.Instant) =>
  tx
    .insertInto('stopped_links')
    .values({ subject_id: id, purpose: 'headteacher', stopped_at: until })
    .onConflict((conflict) => conflict.columns(['subject_id', 'purpose']).doUpdateSet({ stopped_at: until }))
    .execute()
