import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { daysAFormIsKept } from '../interest-form.ts'
import { deleteForms } from '../store.ts'

/** Forgets forms that were never sent and not touched for long, and those whose request counts and holds what was typed. */
export const forgetForms = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const forgotten = await deleteForms(tx, { untouchedSince: context.now.subtract({ hours: 24 * daysAFormIsKept }) })
    if (forgotten > 0)
      await record(tx, context, {
        name: 'interest-form.forgotten',
        subject: { type: 'interest-forms', id: newId() },
        particulars: { forms: forgotten },
      })
    return forgotten
  })
