import type { Moment, Stop } from '../mail-times/index.ts'
import type { SessionToCome } from '../sessions/index.ts'
import { type Coming, type Due, daysBefore, type MailSettings, type SessionMailKind } from './session-mail.ts'
import { momentInWords, noteOnMoment, type State, stateToCome, stopInWords, stoppedState } from './standing.ts'

export type Reader = Coming & {
  /** What they have still to be sent and when it goes; null when they have had it, or have no address. */
  readonly due: Due | null
  readonly moment: Moment | null
}

/** One mail to come: joining instructions or a reminder for a session, to everybody who comes. */
export type Mailing = {
  readonly kind: SessionMailKind
  readonly session: SessionToCome
  readonly settings: MailSettings
  readonly stop: Stop | null
  readonly readers: readonly Reader[]
  /** When the first of those goes who have still to be sent it; null when nobody has. */
  readonly first: Moment | null
}

/** Whose mail goes now: those whose moment has come, or, sent by hand, everybody who has still to be sent it. */
export const goingNow = (mailing: Mailing, now: Temporal.Instant, byHand: boolean): readonly Reader[] =>
  mailing.readers.filter(
    ({ due, moment }) =>
      moment !== null && (byHand || due === 'told-otherwise' || Temporal.Instant.compare(moment.at, now) <= 0),
  )

/** Who has still to be sent a mail. */
export const stillDue = ({ readers }: Mailing): readonly Reader[] =>
  readers.filter(({ due }) => due === 'first' || due === 'changed')

/** Where a mail to come stands, in a word or two. */
export const stateOf = (mailing: Mailing): State =>
  stoppedState(mailing.stop) ??
  (stillDue(mailing).length > 0 ? stateToCome : { words: 'Nothing to send', tone: 'plain' })

/** When a mail goes and why, in a sentence or two. */
export const whenOf = (mailing: Mailing): string => {
  const { stop, session, kind, settings, first } = mailing
  if (stop) return stopInWords(stop)
  if (daysBefore(kind, settings) === null) return 'Your hub sends none of these.'
  if (session.status !== 'confirmed') return 'The date is provisional: nobody is written to before it is confirmed.'
  if (mailing.readers.length === 0) return 'Nobody has been told this date yet: they hear of it first.'
  if (!first) return 'Everybody who comes and has an address has had it.'
  return momentInWords(first, laterThan(mailing, first))
}

const laterThan = (mailing: Mailing, first: Moment): number =>
  stillDue(mailing).filter(({ moment }) => moment && !moment.at.equals(first.at)).length

/** What is to be said of the moment at which a mail goes, or of what stops it. */
export const noteOf = (mailing: Mailing): string => {
  const { stop, first } = mailing
  if (stop) return stopInWords(stop)
  return first ? noteOnMoment(first, laterThan(mailing, first)) : ''
}
