import type { Letter } from '../../../platform/mail/index.ts'

/** What a lead, or the hub, writes to everybody in a group. */
export const messageLetter = (message: {
  readonly name: string
  readonly from: string
  readonly group: string
  readonly hub: string
  readonly subject: string
  readonly body: string
  readonly url: string
}): Letter => ({
  subject: `${message.group}: ${message.subject}`,
  greeting: `Hello ${message.name},`,
  paragraphs: [...message.body.split(/\n{2,}/), message.from],
  action: { label: 'The page of your group', url: message.url },
  why: `you take part in ${message.group} of ${message.hub}.`,
})
