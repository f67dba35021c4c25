import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { GroupSeen } from '../groups/index.ts'
import type { Attendance, TakingPart } from '../registers/index.ts'

/** What a school took part in, as far as completing its place needs it. */
export type PlaceAttendance = {
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
  readonly people: number
  readonly sessionsAttended: number
  readonly hours: number
}

/** A place is completed by taking part: somebody of it came to at least one session. */
export const mayBeCompleted = (place: Pick<PlaceAttendance, 'sessionsAttended'>): boolean => place.sessionsAttended >= 1

/** The evidence of a stage record, without names of people. */
export const evidenceInWords = (
  place: Pick<PlaceAttendance, 'sessionsAttended'>,
  group: { name: string; year: number },
  held: number,
): string =>
  `${group.name}, ${yearLabel(academicYear(group.year))}: somebody of the school came to ${place.sessionsAttended} of ${held} sessions.`

/** Why a group cannot be completed now; null when it can. */
export const reasonAgainstCompletion = (group: {
  status: string
  held: number
  toSettle: number
  toCome: number
  offered: number
}): string | null => {
  if (group.status === 'completed') return 'This group is completed.'
  if (group.status !== 'running') return 'Only a running group is completed: its first session starts it.'
  if (group.held === 0) return 'No session has been held yet.'
  if (group.toCome > 0)
    return `${group.toCome === 1 ? 'One session is' : `${group.toCome} sessions are`} still to be held. Take the register, or cancel what does not take place.`
  if (group.toSettle > 0) return 'Some marks in the registers differ and are to be settled first.'
  if (group.offered > 0) return 'A place is still offered. Wait for the answer, or end the offer.'
  return null
}

/** What a statement of participation states, besides the name of its holder; kept as it was when issued. */
export type Particulars = {
  readonly project: string
  readonly projectCode: string | null
  readonly year: number
  readonly group: string
  readonly hub: string
  readonly organisation: string
  readonly sessionsAttended: number
  readonly sessionsHeld: number
  readonly hours: number
}

/** A place that is held when its group is completed. */
export type HeldPlace = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly urn: number | null
}

/** The stage a project leads through, and the one that follows it. */
export type StageOfProject = {
  readonly id: string
  readonly name: string
  readonly next: { readonly id: string; readonly name: string } | null
}

/** Everything about a group's year that completing it needs, read before places end: afterwards nobody takes part any more. */
export type Year = {
  readonly group: GroupSeen
  readonly attendance: Attendance
  /** How many sessions a place could have come to. */
  readonly heldFor: (placeId: string) => number
  readonly people: readonly TakingPart[]
  readonly stage: StageOfProject | null
}
