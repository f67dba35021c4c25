import { localInstant } from '../../vocabulary/local-time.ts'
import type { MailingKind, Wish } from '../mail-times/index.ts'
import type { Session } from '../sessions/index.ts'

/** Mail about a session that goes to all who come, each by itself: what they need to know, and a reminder. */
export const sessionMailKinds = ['instructions', 'reminder'] as const satisfies readonly MailingKind[]
export type SessionMailKind = (typeof sessionMailKinds)[number]

/** How a hub writes before its sessions: so many days before, or not at all; and its own words in the joining instructions. */
export type MailSettings = {
  readonly instructionsDays: number | null
  readonly reminderDays: number | null
  readonly ownWords: string
}
export const usualMailSettings: MailSettings = { instructionsDays: 7, reminderDays: 1, ownWords: '' }
export const mostDaysBefore = 28
export const longestOwnWords = 2000

const morning = Temporal.PlainTime.from('08:00')
// Earlier than this before it is wanted, joining instructions are forgotten and a reminder reminds of nothing.
const daysEarlier: Readonly<Record<SessionMailKind, number>> = { instructions: 7, reminder: 4 }
const hoursToSetOut = 3
const hoursToPrepare = 48

export const daysBefore = (kind: SessionMailKind, settings: MailSettings): number | null =>
  kind === 'instructions' ? settings.instructionsDays : settings.reminderDays

/** How many days before a session the first mail of a hub may go: on which day at the earliest, with that day's own hours. */
export const daysAheadOf = (settings: MailSettings): number =>
  Math.max(
    0,
    ...sessionMailKinds.map((kind) => {
      const days = daysBefore(kind, settings)
      return days === null ? 0 : days + daysEarlier[kind] + 1
    }),
  )

/** When such a mail is wanted: on the morning so many days before the session; null where the hub sends none. */
export const wantedAt = (kind: SessionMailKind, date: Temporal.PlainDate, settings: MailSettings) => {
  const days = daysBefore(kind, settings)
  return days === null ? null : localInstant(date.subtract({ days }), morning)
}

/**
 * When a mail before a session would best go and how long it serves: joining instructions two days before, so that people can
 * prepare; whoever comes too late for that, like a reminder, three hours before, so that they can set out. Null when it has begun.
 */
export const wishFor = (
  kind: SessionMailKind,
  { date, startsAt, settings }: { date: Temporal.PlainDate; startsAt: Temporal.Instant; settings: MailSettings },
  now: Temporal.Instant,
): Wish | null => {
  const wanted = wantedAt(kind, date, settings)
  if (wanted === null || Temporal.Instant.compare(startsAt, now) <= 0) return null
  const prepared = startsAt.subtract({ hours: hoursToPrepare })
  const isInTime = kind === 'instructions' && Temporal.Instant.compare(now, prepared) < 0
  return {
    wanted,
    notBefore: wanted.subtract({ hours: 24 * daysEarlier[kind] }),
    notAfter: isInTime ? prepared : startsAt.subtract({ hours: hoursToSetOut }),
  }
}

export type LetterSent = {
  readonly forDate: Temporal.PlainDate
  readonly said: string
  readonly sequence: number
  readonly times: number
  readonly sentAt: Temporal.Instant
}

/** Somebody who comes to a session, as far as writing to them goes. */
export type Coming = {
  readonly sessionId: string
  readonly personId: string
  readonly participantId: string
  readonly name: string
  readonly address: string | null
  readonly organisation: string
  readonly authority: string | null
  /** The version of the date that they were told. */
  readonly toldSequence: number
  readonly toldAt: Temporal.Instant
  readonly instructions: LetterSent | null
  readonly reminder: LetterSent | null
  /** The wording of the policy that was agreed to for their place. */
  readonly policy: string | null
}

export type Due = 'first' | 'changed' | 'told-otherwise'

type Looked = {
  readonly session: Pick<Session, 'onDate' | 'sequence'> & { readonly mark: string }
  /** What the person was sent before: of this kind, and as joining instructions. */
  readonly sent: LetterSent | null
  readonly instructions: LetterSent | null
  /** The version of the date that the person has been told. */
  readonly toldSequence: number
  readonly toldAt: Temporal.Instant
  readonly wanted: Temporal.Instant
}

/**
 * What somebody has still to be sent, or null. A reminder goes once for each date, and not within a day of joining instructions.
 * Joining instructions go again when something that matters has changed since; told by the mail about the change already, they
 * do not: one change is one message (domain rule 8).
 */
export const dueTo = (kind: SessionMailKind, looked: Looked): Due | null => {
  const { session, sent, toldSequence, toldAt, wanted } = looked
  if (kind === 'reminder') return isReminded(looked) ? null : 'first'
  if (sent === null) return 'first'
  const isTold = toldSequence > sent.sequence && toldSequence === session.sequence
  if (!isFor(sent, session)) return isTold && Temporal.Instant.compare(toldAt, wanted) >= 0 ? 'told-otherwise' : 'first'
  if (sent.said === session.mark) return null
  return isTold ? 'told-otherwise' : 'changed'
}

const isFor = (sent: LetterSent, { onDate }: Looked['session']): boolean =>
  onDate !== null && sent.forDate.equals(onDate)

const isReminded = ({ session, sent, instructions, wanted }: Looked): boolean => {
  if (sent && isFor(sent, session)) return true
  const dayBefore = wanted.subtract({ hours: 24 })
  return (
    instructions !== null &&
    isFor(instructions, session) &&
    Temporal.Instant.compare(instructions.sentAt, dayBefore) >= 0
  )
}
