import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type Told = {
  readonly name: string
  readonly dueOn: Temporal.PlainDate
  readonly lines: readonly { readonly does: string; readonly people: number }[]
  /** Where the hub sees it. */
  readonly url: string
}

/** Tells a hub lead, a week before, what will no longer be kept about people of the hub. */
export const retentionLetter = ({ name, dueOn, lines, url }: Told): Letter => ({
  subject: `What your hub will no longer keep from ${formatDate(dueOn)}`,
  greeting: `Dear ${name}`,
  paragraphs: [
    `On ${formatDate(dueOn)} the program does the following for your hub, because it has been kept as long as it may be. What was counted stays counted.`,
    ...lines.map(({ does, people }) => `It ${does}: ${people === 1 ? '1 person' : `${people} people`}.`),
    'There is nothing you need to do. If something must be kept longer, because a complaint or a claim is open, tell the national team before that day.',
  ],
  action: { label: 'See what goes, and what we keep how long', url },
  why: 'you lead the hub.',
})
