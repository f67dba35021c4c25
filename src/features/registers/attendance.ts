import { localInstant } from '../../vocabulary/local-time.ts'
import { hoursAttended, isAttendance, isConflict, type MarkName } from './mark.ts'

export type AttendanceLine = {
  readonly participantId: string
  readonly name: string
  readonly part: string
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
  readonly attended: number
  readonly apologies: number
  readonly absent: number
  readonly hours: number
  readonly toSettle: number
  /** The mark of each session by its id; `conflict` until it is settled. */
  readonly marks: Readonly<Record<string, MarkName | 'conflict'>>
}

export type Attendance = {
  readonly sessions: readonly { id: string; number: number; onDate: Temporal.PlainDate | null; status: string }[]
  readonly held: number
  readonly participants: readonly AttendanceLine[]
  readonly organisations: readonly {
    organisationId: string
    placeId: string
    organisation: string
    participants: number
    sessionsAttended: number
    hours: number
  }[]
}

export type Standing = {
  readonly sessionId: string
  readonly participantId: string
  readonly mark: MarkName
  readonly minutes: number | null
}
export type Meeting = {
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
}

/** How long a session is, in minutes; 0 while its times are not known. */
export const minutesOf = (session: Meeting): number => {
  if (!session.onDate || !session.startsAt || !session.endsAt) return 0
  const [start, end] = [localInstant(session.onDate, session.startsAt), localInstant(session.onDate, session.endsAt)]
  return end.since(start).total('minutes')
}

const nothing = { attended: 0, apologies: 0, absent: 0, hours: 0, toSettle: 0 }

// A conflict counts as nothing until somebody has said which of the marks holds.
const worthOf = (standing: readonly Standing[], minutesLong: number): typeof nothing => {
  const [mark] = standing
  if (!mark || isConflict(standing)) return { ...nothing, toSettle: 1 }
  return {
    attended: Number(isAttendance(mark.mark)),
    apologies: Number(mark.mark === 'apologies'),
    absent: Number(mark.mark === 'absent'),
    hours: hoursAttended(minutesLong, mark),
    toSettle: 0,
  }
}

/** What a participant's marks come to; a conflict counts only once it is settled. */
export const attendanceSummed = (marks: readonly Standing[], lengths: ReadonlyMap<string, number>) => {
  const seen: Record<string, MarkName | 'conflict'> = {}
  const sum = { ...nothing }
  for (const [sessionId, standing] of Map.groupBy(marks, (mark) => mark.sessionId)) {
    const worth = worthOf(standing, lengths.get(sessionId) ?? 0)
    sum.attended += worth.attended
    sum.apologies += worth.apologies
    sum.absent += worth.absent
    sum.hours += worth.hours
    sum.toSettle += worth.toSettle
    seen[sessionId] = worth.toSettle > 0 ? 'conflict' : (standing[0]?.mark ?? 'conflict')
  }
  return { ...sum, marks: seen }
}

/** The same by organisation: a session counts once however many of its people came. */
export const byOrganisation = (participants: readonly AttendanceLine[]) =>
  [...Map.groupBy(participants, (line) => line.placeId)].flatMap(([placeId, lines]) => {
    const [first] = lines
    if (!first) return []
    const attended = new Set(
      lines.flatMap((line) =>
        Object.entries(line.marks).flatMap(([session, mark]) => (isAttendance(mark) ? session : [])),
      ),
    )
    return {
      organisationId: first.organisationId,
      placeId,
      organisation: first.organisation,
      participants: lines.length,
      sessionsAttended: attended.size,
      hours: lines.reduce((sum, line) => sum + line.hours, 0),
    }
  })
