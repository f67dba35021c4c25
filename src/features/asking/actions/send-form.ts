import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { type Asked, changeInterest, enterInterest, sendInterest } from '../../interest/index.ts'
import { setFormSent } from '../store.ts'
import { formInHand } from './save-step.ts'

export type FormSent =
  | { readonly kind: 'sent' | 'entered' | 'changed'; readonly interestId: string }
  | { readonly kind: 'already-asked'; readonly interestId: string | null }

const filesIn = ({ answers }: Asked): readonly string[] =>
  answers.flatMap(({ kind, value }) => (kind === 'file' && typeof value === 'string' ? [value] : []))

/**
 * Sends a form: it makes its request, or changes the one it is about. The form is locked first, so that sent twice, by two
 * at once or by a second press of the button, it is one request.
 */
export const sendForm = (context: Context, input: { formId: string; asked: Asked }): Promise<FormSent> =>
  transaction(context, async (tx, context) => {
    const { form } = await formInHand(tx, context, input.formId, { isSent: true })
    if (form.changes !== null && form.sentAt !== null) return { kind: 'changed', interestId: form.changes }
    const sent = await sentAs(context, form, input.asked)
    if (sent.interestId === null || sent.kind === 'already-asked') return sent
    const { interestId } = sent
    if (form.interestId === interestId) return sent
    await setFormSent(tx, { id: form.id, interestId, files: filesIn(input.asked), now: context.now })
    await record(tx, context, {
      name: 'interest-form.sent',
      subject: { type: 'interest-form', id: form.id },
      also: [{ type: 'interest', id: interestId }],
    })
    return sent
  })

const sentAs = async (
  context: Context,
  form: { readonly onBehalf: boolean; readonly changes: string | null },
  asked: Asked,
): Promise<FormSent> => {
  if (form.changes !== null) {
    // The form was opened from the page of the request, by whoever speaks for it.
    const speaker = { kind: 'link', purpose: 'status', subjectId: form.changes } as const
    await changeInterest(actingAs(context, speaker), { interestId: form.changes, asked })
    return { kind: 'changed', interestId: form.changes }
  }
  if (form.onBehalf) {
    const { kind, id } = await enterInterest(context, asked)
    return { kind, interestId: id }
  }
  const sent = await sendInterest(context, asked)
  return sent.kind === 'sent' ? { kind: 'sent', interestId: sent.id } : { kind: 'already-asked', interestId: null }
}
