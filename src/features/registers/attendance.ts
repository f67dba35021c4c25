import { attendedBy, type Counting, nothingYet, type ToCount } from './attended.ts'
import { isAttendance, isConflict, type MarkName } from './mark.ts'

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
  readonly sessions: readonly {
    id: string
    number: number
    onDate: Temporal.PlainDate | null
    status: string
    /** The one organisation that is visited, where it is a visit. */
    visitTo: string | null
  }[]
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

type HeldFor = { readonly placeId: string; readonly since?: Temporal.PlainDate }

/** How many of the sessions held a place could have come to: a visit to one school is for that school, and for whoever came along. */
export const heldForPlace = (
  { sessions, participants, organisations }: Pick<Attendance, 'sessions' | 'participants' | 'organisations'>,
  { placeId, since }: HeldFor,
): number => {
  const own = organisations.find((each) => each.placeId === placeId)?.organisationId ?? null
  const cameTo = (id: string): boolean =>
    participants.some((line) => line.placeId === placeId && isAttendance(line.marks[id] ?? 'absent'))
  return sessions.filter(
    ({ id, status, onDate, visitTo }) =>
      status === 'held' &&
      (since === undefined || (onDate !== null && Temporal.PlainDate.compare(onDate, since) >= 0)) &&
      (visitTo === null || visitTo === own || cameTo(id)),
  ).length
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
