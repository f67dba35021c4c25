import { attendedBy, type Counting, nothingYet, type ToCount } from './attended.ts'
import { isConflict, type MarkName } from './mark.ts'

export type AttendanceLine = {
  readonly participantId: string
  readonly name: string
  readonly part: string
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
  readonly attended: number
  readonly minutes: number
  readonly toSettle: number
  /** The mark of each session by its id; `conflict` until it is settled. */
  readonly marks: Readonly<Record<string, MarkName | 'conflict'>>
}

export type Attendance = {
  readonly sessions: readonly { id: string; number: number; onDate: Temporal.PlainDate | null; status: string }[]
  readonly held: number
  readonly counting: Counting
  readonly participants: readonly AttendanceLine[]
  readonly organisations: readonly {
    organisationId: string
    placeId: string
    organisation: string
    participants: number
    sessionsAttended: number
    minutes: number
  }[]
}

/** Who came to what in a group, by participant and by place, with the mark of each session. */
export const attendanceSummed = ({ held, marks, people, counting }: ToCount): Omit<Attendance, 'sessions'> => {
  const by = attendedBy(held, marks, counting)
  const ofParticipant = Map.groupBy(marks, ({ participantId }) => participantId)
  const seen = (participantId: string): AttendanceLine['marks'] =>
    Object.fromEntries(
      [...Map.groupBy(ofParticipant.get(participantId) ?? [], ({ sessionId }) => sessionId)].flatMap(
        ([sessionId, standing]) =>
          standing[0] ? [[sessionId, isConflict(standing) ? ('conflict' as const) : standing[0].mark]] : [],
      ),
    )
  return {
    held: by.held,
    counting,
    participants: people.map(({ participantId, name, part, placeId, organisationId, organisation }) => {
      const { sessions: attended, minutes, toSettle } = by.participants.get(participantId) ?? nothingYet
      const who = { participantId, name, part, placeId, organisationId, organisation }
      return { ...who, attended, minutes, toSettle, marks: seen(participantId) }
    }),
    organisations: [...Map.groupBy(people, ({ placeId }) => placeId)].flatMap(([placeId, own]) => {
      const [first] = own
      const { sessions, minutes } = by.places.get(placeId) ?? nothingYet
      return first
        ? {
            organisationId: first.organisationId,
            placeId,
            organisation: first.organisation,
            participants: own.length,
            sessionsAttended: sessions,
            minutes,
          }
        : []
    }),
  }
}
