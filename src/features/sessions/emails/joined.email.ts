import type { Invitation, Letter } from '../../../platform/mail/index.ts'
import { numberedName, type Session, whenInWords } from '../session.ts'
import { placeInWords } from './calendar.ts'

type Sender = {
  readonly groupName: string
  readonly projectTitle: string
  readonly hubName: string
  readonly hubEmail: string | null
}
export type JoinedLetter = {
  readonly name: string
  /** What they are in the other group; null where they do not go along. */
  readonly as: 'lead' | 'participant' | null
  readonly from: Sender
  readonly into: Sender
  readonly reason: string
  readonly left: readonly Session[]
  readonly ahead: readonly Session[]
  readonly feedUrl: string
  readonly cancelUrl: string | null
  readonly invitations: readonly Invitation[]
}

const line = (session: Session): string =>
  [numberedName(session), whenInWords(session), placeInWords(session), session.practicalNotes]
    .filter(Boolean)
    .join('\n')

const what: Readonly<Record<'lead' | 'participant', string>> = {
  lead: 'You lead it with those who lead it already.',
  participant: 'Your place goes along: you need do nothing.',
}

const aheadOf = ({ as, ahead }: JoinedLetter): readonly string[] => {
  if (as === null) return []
  if (ahead.length === 0) return ['Its dates are still to be confirmed: you will hear of them.']
  return ['These are your dates from now on:', ...ahead.map(line)]
}

/** Tells somebody of a group that it is part of another now: what is no longer theirs, and what is. */
export const joinedLetter = (letter: JoinedLetter): Letter => {
  const { from, into, as, left, reason } = letter
  return {
    subject: `${into.hubName}: ${into.projectTitle}, ${from.groupName} is part of ${into.groupName}`,
    greeting: `Hello ${letter.name},`,
    paragraphs: [
      `${from.groupName} is part of ${into.groupName} now. ${as === null ? 'You do not lead it there.' : what[as]}`,
      `Why: ${reason}`,
      ...aheadOf(letter),
      ...(left.length > 0
        ? ['These dates no longer take place:', left.map((each) => whenInWords(each)).join('\n')]
        : []),
      ...(letter.invitations.length > 0 ? ['Open what is attached to bring your calendar up to date.'] : []),
    ],
    action: { label: 'Keep all your dates in your calendar', url: letter.feedUrl },
    after: [
      ...(letter.cancelUrl
        ? [`Can you not come to one of these? Tell us as early as you can, by your personal link: ${letter.cancelUrl}`]
        : []),
      ...(into.hubEmail ? [`Questions? Write to ${into.hubName}: ${into.hubEmail}`] : []),
    ],
    why: `you ${as === 'participant' ? 'take part in' : 'lead or led'} ${from.groupName} of ${from.hubName}.`,
    invitations: letter.invitations,
  }
}
