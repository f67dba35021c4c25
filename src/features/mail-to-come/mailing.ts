import { formatInstant } from '../../vocabulary/local-time.ts'
import { isDropped, type MailingDecision, type MailingKind, type Moment } from '../mail-times/index.ts'
import type { SessionToCome } from '../sessions/index.ts'
import { type Coming, type Due, daysBefore, type MailSettings } from './session-mail.ts'

export type Reader = Coming & {
  /** What they have still to be sent and when it goes; null when they have had it, or have no address. */
  readonly due: Due | null
  readonly moment: Moment | null
}

/** One mail to come: joining instructions or a reminder for a session, to everybody who comes. */
export type Mailing = {
  readonly kind: MailingKind
  readonly session: SessionToCome
  readonly settings: MailSettings
  readonly decision: MailingDecision | null
  readonly readers: readonly Reader[]
  /** When the first of those goes who have still to be sent it; null when nobody has. */
  readonly first: Moment | null
}

/** Whether mail is held back or not to be sent. */
export const isStopped = ({ decision, session }: Mailing): boolean =>
  decision?.decision === 'held' || (session.onDate !== null && isDropped(decision, session.onDate))

/** Whose mail goes now: those whose moment has come, or, sent by hand, everybody who has still to be sent it. */
export const goingNow = (mailing: Mailing, now: Temporal.Instant, byHand: boolean): readonly Reader[] =>
  mailing.readers.filter(
    ({ due, moment }) =>
      moment !== null && (byHand || due === 'told-otherwise' || Temporal.Instant.compare(moment.at, now) <= 0),
  )

type State = { readonly words: string; readonly tone: 'new' | 'waiting' | 'good' | 'attention' | 'over' | 'plain' }

/** Who has still to be sent a mail. */
export const stillDue = ({ readers }: Mailing): readonly Reader[] =>
  readers.filter(({ due }) => due === 'first' || due === 'changed')

/** Where a mail to come stands, in a word or two. */
export const stateOf = (mailing: Mailing): State => {
  const { decision, session } = mailing
  if (session.onDate && isDropped(decision, session.onDate)) return { words: 'Not sent', tone: 'over' }
  if (decision?.decision === 'held') return { words: 'Held', tone: 'attention' }
  if (stillDue(mailing).length > 0) return { words: 'To come', tone: 'waiting' }
  return { words: 'Nothing to send', tone: 'plain' }
}

/** When a mail goes and why, in a sentence or two. */
export const whenOf = (mailing: Mailing): string => {
  const { decision, session, kind, settings, first } = mailing
  if (session.onDate && isDropped(decision, session.onDate))
    return 'It was said that this mail is not sent for this date.'
  if (decision?.decision === 'held') return 'It waits until you let it go, however late that is.'
  if (daysBefore(kind, settings) === null) return 'Your hub sends none of these.'
  if (session.status !== 'confirmed') return 'The date is provisional: nobody is written to before it is confirmed.'
  if (mailing.readers.length === 0) return 'Nobody has been told this date yet: they hear of it first.'
  if (!first) return 'Everybody who comes and has an address has had it.'
  const others = stillDue(mailing).filter(({ moment }) => moment && !moment.at.equals(first.at)).length
  const more = others > 0 ? ` For ${others === 1 ? 'one person' : `${others} people`} it goes later.` : ''
  return `It goes on ${formatInstant(first.at)}.${first.because ? ` ${first.because}` : ''}${more}`
}
