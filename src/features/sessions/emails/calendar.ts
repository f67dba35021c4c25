import type { CalendarEntry } from '../../../platform/calendar.ts'
import { networkZone } from '../../../vocabulary/local-time.ts'
import { numberedName, periodOf, type Session } from '../session.ts'

const statuses = {
  provisional: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  held: 'CONFIRMED',
  cancelled: 'CANCELLED',
} as const

export type CalendarSource = {
  readonly session: Session
  readonly groupName: string
  readonly projectTitle: string
  readonly hubName: string
  readonly calledOff?: boolean
  /** As this one calendar is given it, where that is not the session’s own. */
  readonly sequence?: number
}

/** One UID for a session's whole life, whatever becomes of its date or of the address of this installation. */
export const uidOf = (sessionId: string): string => `session-${sessionId}@tessellate`

/** A session as people have it in their calendars; null while it has no date. */
export const calendarEntry = ({
  session,
  groupName,
  projectTitle,
  hubName,
  calledOff,
  sequence = session.sequence,
}: CalendarSource): CalendarEntry | null => {
  const period = periodOf(session)
  if (!period) return null
  return {
    uid: uidOf(session.id),
    sequence,
    status: calledOff ? 'CANCELLED' : statuses[session.status],
    starts: period.from.toZonedDateTimeISO(networkZone),
    ends: period.to.toZonedDateTimeISO(networkZone),
    summary: `${projectTitle}: ${numberedName(session)}`,
    location: placeInWords(session),
    description: descriptionOf(session, groupName, hubName),
    url: session.mode === 'venue' ? null : session.onlineLink,
  }
}

/** Where a session is, in a line. */
export const placeInWords = (session: Session): string => {
  if (session.mode === 'online') return session.onlineLink ? `Online: ${session.onlineLink}` : 'Online, link to follow'
  const venue = session.location ?? 'Venue to be confirmed'
  return session.mode === 'blended'
    ? `${venue}, or online${session.onlineLink ? `: ${session.onlineLink}` : ''}`
    : venue
}

const descriptionOf = (session: Session, groupName: string, hubName: string): string =>
  [
    `${groupName}, ${hubName}.`,
    session.practicalNotes,
    session.venueNotes,
    session.onlineLink && session.mode !== 'venue' ? `Join online: ${session.onlineLink}` : null,
    session.statusReason && session.status === 'cancelled' ? `Cancelled: ${session.statusReason}` : null,
  ]
    .filter(Boolean)
    .join('\n\n')
