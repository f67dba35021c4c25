import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { unknownBlanks } from '../message-text.ts'
import { mayWriteMessages } from '../policy.ts'
import { type MessageText, messageTextsOf } from '../queries.ts'
import { insertTemplate, insertVersion, lockTexts, setRetired } from '../store.ts'

type Written = { readonly title: string; readonly subject: string; readonly body: string }

/** Writes a text of a hub: a new one, or the next version of one as it was seen. The same again is no version. */
export const writeText = (
  context: Context,
  input: Written & { hubId: string; name: string | null; seen: number },
): Promise<{ name: string }> =>
  transaction(context, async (tx, context) => {
    if (!mayWriteMessages(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub write its messages')
    await lockTexts(tx, input.hubId)
    const now = await textNow(tx, input)
    if (now.same) return { name: now.same.name }
    const { text } = now
    const templateId = text?.templateId ?? (await insertTemplate(tx, input.hubId, text?.begunAs ?? null))
    const { title, subject, body } = input
    const number = (text?.version ?? 0) + 1
    await insertVersion(tx, {
      templateId,
      number,
      title,
      subject,
      body,
      by: personIdOf(context.actor),
      now: context.now,
    })
    await setRetired(tx, templateId, null)
    await record(tx, context, {
      name: 'message-text.written',
      subject: { type: 'message-template', id: templateId },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { version: number },
    })
    return { name: templateId }
  })

const isSame = (one: Written, other: Written): boolean =>
  one.title === other.title && one.subject === other.subject && one.body === other.body

/** The text as it stands, written over as it was seen; and a text that says this already. */
const textNow = async (
  tx: Transaction,
  input: Written & { hubId: string; name: string | null; seen: number },
): Promise<{ text: MessageText | null; same: MessageText | null }> => {
  const [unknown] = unknownBlanks(`${input.subject} ${input.body}`)
  if (unknown !== undefined) throw new Refused(`There is no blank {${unknown}}.`)
  const texts = await messageTextsOf(tx, input.hubId)
  const text = input.name === null ? null : found(texts.find(({ name }) => name === input.name))
  const twin = text ?? texts.find((each) => each.version > 0 && isSame(each, input))
  if (twin && isSame(twin, input) && !twin.isRetired) return { text, same: twin }
  if (text && text.version !== input.seen)
    throw new Conflict(`${text.writtenBy ?? 'Somebody'} has changed this text in the meantime.`)
  return { text, same: null }
}

/** Puts a text away: it is not offered any more, and what was sent of it stays told. Written again, it is back. */
export const retireText = (context: Context, input: { hubId: string; name: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayWriteMessages(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub write its messages')
    await lockTexts(tx, input.hubId)
    const text = found((await messageTextsOf(tx, input.hubId)).find(({ name }) => name === input.name))
    if (text.templateId === null) throw new Refused('This text is the product’s: change it to your own first.')
    if (text.isRetired) return
    await setRetired(tx, text.templateId, context.now)
    await record(tx, context, {
      name: 'message-text.retired',
      subject: { type: 'message-template', id: text.templateId },
      also: [{ type: 'hub', id: input.hubId }],
    })
  })
