import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { offerById } from '../../offers/index.ts'
import { formLinkById } from '../form-queries.ts'
import { type FormLink, type InterestForm, isSameIn, type StepKey, timesSaved, withStep } from '../interest-form.ts'
import { mayFillIn, maySendForm } from '../policy.ts'
import { insertFile, lockForm, writeForm } from '../store.ts'

type InHand = { readonly form: InterestForm; readonly link: FormLink | null; readonly hubId: string }

/** The form, locked, for whoever may fill it in; or send it, where that is asked. */
export const formInHand = async (
  tx: Transaction,
  context: Context,
  formId: string,
  { isSent = false }: { isSent?: boolean } = {},
): Promise<InHand> => {
  const form = found(await lockForm(tx, formId))
  const { hub } = found(await offerById(tx, form.offerId))
  const { actor } = context
  const link = actor.kind === 'link' ? await formLinkById(tx, actor.subjectId) : null
  const may = isSent ? maySendForm : mayFillIn
  if (!may(actor, form, { hubId: hub.id, link })) throw new Forbidden('This form is filled in by others')
  return { form, link, hubId: hub.id }
}

const savedBy = (link: FormLink | null): string | null => link?.name ?? null

const savedOnce = (form: InterestForm, step: StepKey, { now }: Context, link: FormLink | null) => ({
  ...form.saved,
  [step]: { times: timesSaved(form, step) + 1, at: now.toString(), by: savedBy(link) },
})

const requireUnsent = ({ sentAt, changes }: InterestForm): void => {
  if (sentAt !== null && changes !== null)
    throw new Refused('These changes have been sent. Begin again from the page that shows where your request stands.')
}

/**
 * Keeps what was typed in one step, right or wrong, also when the window has closed in the meantime. Of two who type at
 * once, the second is told and sees both; nothing is overwritten unseen.
 */
export const saveStep = (
  context: Context,
  input: { formId: string; step: StepKey; typed: Typed; times: number },
): Promise<InterestForm> =>
  transaction(context, async (tx, context) => {
    const { form, link } = await formInHand(tx, context, input.formId)
    requireUnsent(form)
    const { step } = input
    const isVisited = timesSaved(form, step) > 0
    if (isVisited && isSameIn(step, form.typed, input.typed)) return form
    if (input.times < timesSaved(form, step))
      throw new Conflict('Somebody has changed these answers since you opened them.')
    const typed = withStep(form.typed, step, input.typed)
    const saved = savedOnce(form, step, context, link)
    await writeForm(tx, form.id, { typed, saved, now: context.now })
    await record(tx, context, {
      name: 'interest-form.step-saved',
      subject: { type: 'interest-form', id: form.id },
      particulars: { step },
    })
    return { ...form, typed, saved }
  })

/** Keeps a file that was sent for a question, in the place of one that was sent before. */
export const sendFile = (
  context: Context,
  input: { formId: string; questionKey: string; name: string; type: string; content: Buffer },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { form, link } = await formInHand(tx, context, input.formId)
    requireUnsent(form)
    await insertFile(tx, input, context.now)
    const saved = savedOnce(form, `file-${input.questionKey}`, context, link)
    await writeForm(tx, form.id, { typed: form.typed, saved, now: context.now })
    await record(tx, context, {
      name: 'interest-form.file-sent',
      subject: { type: 'interest-form', id: form.id },
      particulars: { question: input.questionKey, bytes: input.content.length },
    })
  })
