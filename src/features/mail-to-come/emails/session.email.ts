import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { numberedName, placeInWords, type SessionToCome, whenInWords } from '../../sessions/index.ts'

export type SessionLetter = {
  readonly session: SessionToCome
  readonly name: string
  readonly ownWords: string
  /** The wording of the policy that was agreed to. */
  readonly policy: string | null
  readonly contact: { readonly email: string | null; readonly telephone: string | null; readonly leads: string | null }
  readonly cancelUrl: string
  /** Whether something has changed since they were written to before. */
  readonly isChanged: boolean
}

const subjectOf = ({ session }: SessionLetter): string =>
  `${session.hubName}: ${session.projectTitle}, ${session.onDate ? formatDate(session.onDate) : ''}`

const essentials = ({ session }: SessionLetter): string =>
  [`${numberedName(session)} of ${session.groupName}`, whenInWords(session), placeInWords(session)].join('\n')

const whomToAsk = ({ session, contact }: SessionLetter): string => {
  const ways = [contact.email, contact.telephone].filter((way) => way !== null)
  const lead = contact.leads ? ` It is led by ${contact.leads}.` : ''
  return ways.length > 0
    ? `Questions? Ask ${session.hubName}: ${ways.join(', ')}.${lead}`
    : `Questions? Ask ${session.hubName}.${lead}`
}

const ifYouCannotCome = ({ policy }: SessionLetter): string =>
  policy
    ? `Can you not come? Say so by the button above, as early as you can: it shows first what it would cost. This is what was agreed to: ${policy}`
    : 'Can you not come? Say so by the button above, as early as you can. It costs nothing.'

const why = ({ session }: SessionLetter): string => `you take part in ${session.groupName} of ${session.hubName}.`

/** What everybody who comes to a session needs to know: when and where, how to get in, lunch, the link, what to bring, whom to ask. */
export const instructionsLetter = (letter: SessionLetter): Letter => {
  const { session, name, ownWords, isChanged } = letter
  return {
    subject: `${subjectOf(letter)}: ${isChanged ? 'what has changed for the day' : 'what you need for the day'}`,
    greeting: `Hello ${name},`,
    paragraphs: [
      isChanged
        ? 'Something has changed since we wrote to you about this session. This is how it stands now.'
        : 'This is what you need to know for your next session.',
      essentials(letter),
      ...[session.venueNotes, session.practicalNotes, ownWords].flatMap((text) => (text?.trim() ? [text.trim()] : [])),
    ],
    action: { label: 'I cannot come', url: letter.cancelUrl },
    after: [ifYouCannotCome(letter), whomToAsk(letter)],
    why: why(letter),
  }
}

/** Reminds of a session shortly before: when, where, and how to say that one cannot come. */
export const reminderLetter = (letter: SessionLetter): Letter => ({
  subject: `${subjectOf(letter)}: see you soon`,
  greeting: `Hello ${letter.name},`,
  paragraphs: ['This is to remind you of your next session.', essentials(letter)],
  action: { label: 'I cannot come', url: letter.cancelUrl },
  after: [ifYouCannotCome(letter), whomToAsk(letter)],
  why: why(letter),
})
