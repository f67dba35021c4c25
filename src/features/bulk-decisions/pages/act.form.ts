import { z } from 'zod'
import { isId } from '../../../vocabulary/ids.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { unknownBlanks } from '../../hub-messages/index.ts'
import { bulkActKinds, type Deed } from '../bulk-act.ts'

type Group = { readonly id: string; readonly name: string }
type Text = {
  readonly name: string
  readonly templateId: string | null
  readonly version: number
  readonly title: string
  readonly subject: string
  readonly body: string
}
type Given = {
  readonly hubs: readonly Group[]
  readonly today: Temporal.PlainDate
  readonly groups: readonly Group[]
  readonly texts: readonly Text[]
}

const text = z.string().trim().max(1000, 'Use at most 1000 characters').default('')

const fields = z.object({
  kind: z.enum(bulkActKinds, 'Choose what is to be done'),
  group: text,
  reason: text,
  hub: text,
  word: text,
  text,
  subject: text,
  body: z.string().trim().max(5000, 'Use at most 5000 characters').default(''),
  'respond_by-day': text,
  'respond_by-month': text,
  'respond_by-year': text,
})

type Typed = z.output<typeof fields>
type Wrong = { readonly field: string; readonly message: string }

const offerOf = (typed: Typed, { today, groups }: Given): Deed | Wrong => {
  const group = isId(typed.group) ? groups.find(({ id }) => id === typed.group) : undefined
  if (!group) return { field: 'group', message: 'Choose a group' }
  const by = dateFromParts(typed['respond_by-day'], typed['respond_by-month'], typed['respond_by-year'])
  if (!by) return { field: 'respond_by', message: 'Enter the last day to answer, as 17 11 2021' }
  if (Temporal.PlainDate.compare(by, today) < 0)
    return { field: 'respond_by', message: 'The last day to answer is today or later' }
  return { kind: 'offer', groupId: group.id, groupName: group.name, respondBy: by.toString() }
}

const passingOf = ({ hub, word }: Typed, { hubs }: Given): Deed | Wrong => {
  const to = isId(hub) ? hubs.find(({ id }) => id === hub) : undefined
  if (!to) return { field: 'hub', message: 'Choose a hub' }
  if (word === '') return { field: 'word', message: 'Say why: the schools read it, and the other hub' }
  return { kind: 'pass_on', hubId: to.id, hubName: to.name, word }
}

const ownWords: Omit<Text, 'name' | 'subject' | 'body'> = {
  templateId: null,
  version: 0,
  title: 'a message of its own',
}

const messageOf = ({ text: name, subject, body }: Typed, { texts }: Given): Deed | Wrong => {
  if (name !== 'own') {
    const chosen = texts.find((each) => each.name === name)
    if (!chosen) return { field: 'text', message: 'Choose a text, or write one for this time' }
    const { templateId, version, title } = chosen
    return { kind: 'message', templateId, version, title, subject: chosen.subject, body: chosen.body }
  }
  if (subject === '') return { field: 'subject', message: 'Enter the subject of the mail' }
  if (body === '') return { field: 'body', message: 'Enter the text of the mail' }
  const [unknown] = unknownBlanks(`${subject} ${body}`)
  if (unknown !== undefined)
    return { field: 'body', message: `There is no blank {${unknown}}: the blanks are listed under Messages` }
  return { kind: 'message', ...ownWords, subject, body }
}

const deedOf = (typed: Typed, given: Given): Deed | Wrong => {
  switch (typed.kind) {
    case 'offer':
      return offerOf(typed, given)
    case 'wait':
      return { kind: 'wait' }
    case 'pass_on':
      return passingOf(typed, given)
    case 'message':
      return messageOf(typed, given)
    case 'decline':
      return typed.reason === ''
        ? { field: 'reason', message: 'Say why: the reason is mailed to each who asked' }
        : { kind: 'decline', reason: typed.reason }
  }
}

/** What is to be done with all the chosen requests. */
export const deedForm = (given: Given) =>
  fields.transform((typed, check) => {
    const deed = deedOf(typed, given)
    if ('kind' in deed) return deed
    check.addIssue({ code: 'custom', path: [deed.field], message: deed.message })
    return z.NEVER
  })
