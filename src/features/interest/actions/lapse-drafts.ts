import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { daysToConfirmAddress } from '../expression-of-interest.ts'
import { changeInterest, lockForgottenDrafts } from '../store.ts'

/** Requests whose sender never confirmed the address lapse after seven days; they have never counted. */
export const lapseForgottenDrafts = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const drafts = await lockForgottenDrafts(tx, context.now.subtract({ hours: 24 * daysToConfirmAddress }))
    for (const { id } of drafts) {
      await changeInterest(tx, id, { status: 'lapsed', reason: 'The email address was not confirmed in time.' })
      await record(tx, context, { name: 'interest.draft-lapsed', subject: { type: 'interest', id } })
    }
    return drafts.length
  })
