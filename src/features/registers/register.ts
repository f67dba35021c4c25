import { localDate } from '../../vocabulary/local-time.ts'
import type { ReasonToSetAside } from './set-aside.ts'

/** What a session must be known by for its register to be taken. */
export type SessionToRegister = {
  readonly status: string
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
}

/** Why a register cannot be taken now; null when it can. There is none before the session's day. */
export const reasonAgainstRegister = (
  session: SessionToRegister,
  groupStatus: string,
  now: Temporal.Instant,
): string | null => {
  if (groupStatus === 'completed')
    return 'This group is completed, and statements rest on its registers: they stay as they are.'
  if (session.status === 'cancelled') return 'This session was cancelled, so it has no register.'
  if (session.status === 'provisional' || session.onDate === null || session.startsAt === null) {
    return 'This session has no confirmed date yet. Confirm its date, then take its register on the day.'
  }
  if (Temporal.PlainDate.compare(localDate(now), session.onDate) < 0) {
    return 'This session is still to come. Its register opens on the day.'
  }
  return null
}

const daysOpen = 7

/** The last day on which a register is changed without saying why: a week after the session. */
export const registerClosesAfter = (onDate: Temporal.PlainDate): Temporal.PlainDate => onDate.add({ days: daysOpen })

/** Whether a register has closed by a moment: who changes what stands in it from then on says why. */
export const isClosedAt = ({ onDate }: Pick<SessionToRegister, 'onDate'>, at: Temporal.Instant): boolean =>
  onDate !== null && Temporal.PlainDate.compare(localDate(at), registerClosesAfter(onDate)) > 0

type Arrival = {
  readonly session: SessionToRegister
  readonly groupStatus: string
  readonly now: Temporal.Instant
  /** The day that the device knew for the session. */
  readonly knewOn: Temporal.PlainDate | null
}

/** Why marks of a session that arrive now are to be settled by a person first; null when they are taken as they are. */
export const reasonToSetAside = ({ session, groupStatus, now, knewOn }: Arrival): ReasonToSetAside | null => {
  if (groupStatus === 'completed') return 'completed'
  if (session.status === 'cancelled') return 'called_off'
  if (session.status === 'provisional' || session.onDate === null || session.startsAt === null) return 'undated'
  if (knewOn !== null && !knewOn.equals(session.onDate)) return 'moved'
  return Temporal.PlainDate.compare(localDate(now), session.onDate) < 0 ? 'to_come' : null
}
