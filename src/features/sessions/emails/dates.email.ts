import type { Invitation, Letter } from '../../../platform/mail/index.ts'
import { numberedName, type Session, whenInWords } from '../session.ts'
import type { News } from '../telling.ts'
import { placeInWords } from './calendar.ts'

export type DatesLetter = {
  readonly name: string
  readonly as: 'lead' | 'participant'
  readonly hubName: string
  readonly hubEmail: string | null
  readonly groupName: string
  readonly projectTitle: string
  /** The sessions of the group that this person is told of, by date, each with what is new about it, if anything. */
  readonly sessions: readonly { readonly session: Session; readonly news: News | null }[]
  readonly feedUrl: string
  /** Where a participant gives notice not to come, by a personal link. */
  readonly cancelUrl: string | null
  /** One for each session that is news, so that each can be accepted, updated and removed by itself. */
  readonly invitations: readonly Invitation[]
}

const marks = { new: '', changed: ' (changed)', cancelled: ' (cancelled)' } as const

const line = ({ session, news }: DatesLetter['sessions'][number]): string => {
  const name = `${numberedName(session)}${news ? marks[news.kind] : ''}`
  if (news?.kind === 'cancelled')
    return `${name}\n${whenInWords(session)} will not take place.${session.statusReason ? ` ${session.statusReason}` : ''}`
  return [name, whenInWords(session), placeInWords(session), session.venueNotes, session.practicalNotes]
    .filter(Boolean)
    .join('\n')
}

const subjectOf = (letter: DatesLetter): string => {
  const kinds = new Set(letter.sessions.flatMap(({ news }) => news?.kind ?? []))
  const what =
    kinds.has('new') || kinds.size > 1 ? 'dates' : kinds.has('cancelled') ? 'a date is cancelled' : 'a date has changed'
  return `${letter.hubName}: ${letter.projectTitle}, ${what}`
}

/** One mail that tells one person every date of their group, and what is new among them (domain rule 8). */
export const datesLetter = (letter: DatesLetter): Letter => {
  const news = letter.sessions.filter((each) => each.news)
  const rest = letter.sessions.filter((each) => !each.news)
  return {
    subject: subjectOf(letter),
    greeting: `Hello ${letter.name},`,
    paragraphs: [
      `${letter.groupName} (${letter.projectTitle}): ${news.some((each) => each.news?.kind !== 'new') ? 'this is what has changed.' : 'these are the dates.'}`,
      ...news.map(line),
      ...(rest.length > 0 ? ['As before:', ...rest.map(line)] : []),
      letter.invitations.length > 1
        ? 'Open the attached invitations to put the dates in your calendar; they replace what we sent before.'
        : 'Open the attached invitation to bring your calendar up to date.',
    ],
    action: { label: 'Keep all your dates in your calendar', url: letter.feedUrl },
    after: [
      ...(letter.cancelUrl
        ? [`Can you not come to one of these? Tell us as early as you can, by your personal link: ${letter.cancelUrl}`]
        : []),
      ...(letter.hubEmail ? [`Questions? Write to ${letter.hubName}: ${letter.hubEmail}`] : []),
    ],
    why:
      letter.as === 'lead'
        ? `you lead ${letter.groupName} of ${letter.hubName}.`
        : `you take part in ${letter.groupName} of ${letter.hubName}.`,
    invitations: letter.invitations,
  }
}
