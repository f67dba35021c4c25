import { isSameMarking, type MarkName } from '../../vocabulary/marks.ts'
import { isAttendance } from './mark.ts'

/** A session that was held, and how long it was in minutes. */
export type Held = { readonly id: string; readonly minutes: number }

export type MarkMade = {
  readonly sessionId: string
  readonly participantId: string
  readonly personId: string
  readonly placeId: string
  readonly organisationId: string
  readonly mark: MarkName
  readonly minutes: number | null
  readonly substitute: string | null
}

/** Whether minutes missed are taken off; otherwise who came, came to the whole session. */
export type Counting = { readonly takesOffMissed: boolean }

/** Somebody who takes part in a group, or was on a register of it. */
export type OnRegister = {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly part: string
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
}

/** What the attendance of a group is counted from. */
export type ToCount = {
  readonly held: readonly (Held & { readonly onDate: Temporal.PlainDate | null })[]
  readonly marks: readonly MarkMade[]
  readonly people: readonly OnRegister[]
  readonly counting: Counting
}

type Stretch = readonly [from: number, to: number]

/** The part of a session, in minutes from its start, that a mark says somebody was there for; null when they were not. */
export const stretchOf = (
  { mark, minutes }: Pick<MarkMade, 'mark' | 'minutes'>,
  long: number,
  { takesOffMissed }: Counting,
): Stretch | null => {
  if (!isAttendance(mark)) return null
  const missed = takesOffMissed ? Math.min(long, minutes ?? 0) : 0
  return mark === 'late' ? [missed, long] : [0, long - missed]
}

/** The minutes that stretches cover together, each minute once. */
export const covered = (stretches: readonly Stretch[]): number => {
  let [sum, until] = [0, 0]
  for (const [from, to] of stretches.toSorted(([one], [other]) => one - other)) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}

export type Attended = { readonly sessions: number; readonly minutes: number; readonly toSettle: number }

export const nothingYet: Attended = { sessions: 0, minutes: 0, toSettle: 0 }

type Settled = MarkMade & { readonly isSettled: boolean }

// Marks of one part that differ count as nothing until somebody has said which holds.
const settledOf = (marks: readonly MarkMade[]): readonly Settled[] =>
  [...Map.groupBy(marks, ({ sessionId, participantId }) => `${sessionId} ${participantId}`).values()].flatMap((own) => {
    const [first] = own
    return first ? { ...first, isSettled: own.every((mark) => isSameMarking(mark, first)) } : []
  })

const sumOf = (marks: readonly Settled[], lengths: ReadonlyMap<string, number>, counting: Counting): Attended => {
  let [sessions, minutes, toSettle] = [0, 0, 0]
  for (const [sessionId, own] of Map.groupBy(marks, (mark) => mark.sessionId)) {
    const long = lengths.get(sessionId)
    if (long === undefined) continue
    toSettle += own.filter(({ isSettled }) => !isSettled).length
    const stretches = own
      .filter(({ isSettled }) => isSettled)
      .flatMap((mark) => {
        const stretch = stretchOf(mark, long, counting)
        return stretch ? [stretch] : []
      })
    sessions += Number(stretches.length > 0)
    minutes += covered(stretches)
  }
  return { sessions, minutes, toSettle }
}

export type AttendedBy = {
  readonly held: number
  readonly minutesHeld: number
  readonly participants: ReadonlyMap<string, Attended>
  readonly people: ReadonlyMap<string, Attended>
  readonly places: ReadonlyMap<string, Attended>
  readonly organisations: ReadonlyMap<string, Attended>
}

/**
 * What everybody has attended, the one rule of it: an organisation counts once for each session and each minute that somebody of it
 * was there; a person for what they came to themselves. A substitute counts for the organisation and for themselves, where they are
 * on the register, and not for whoever they stood in for.
 */
export const attendedBy = (sessions: readonly Held[], marks: readonly MarkMade[], counting: Counting): AttendedBy => {
  const lengths = new Map(sessions.map(({ id, minutes }) => [id, minutes]))
  const settled = settledOf(marks)
  const inPerson = settled.filter(({ mark, isSettled }) => mark !== 'substitute' || !isSettled)
  const by = (key: (mark: MarkMade) => string, of: readonly Settled[]) =>
    new Map([...Map.groupBy(of, key)].map(([id, own]) => [id, sumOf(own, lengths, counting)]))
  return {
    held: sessions.length,
    minutesHeld: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
    participants: by(({ participantId }) => participantId, inPerson),
    people: by(({ personId }) => personId, inPerson),
    places: by(({ placeId }) => placeId, settled),
    organisations: by(({ organisationId }) => organisationId, settled),
  }
}

/** What counts as attended, in the sentences shown beside figures of several projects. */
export const whatCounts =
  'A school counts once for each session that any of its people came to; a person counts for what they came to themselves. A substitute counts for the school that sent them and for themselves, not for the person they stood in for. Online counts. Marks that differ count as nothing until they are settled.'

/** How attendance is counted, in the sentences shown beside every figure of it. */
export const countingInWords = ({ takesOffMissed }: Counting): string =>
  `${whatCounts} ${
    takesOffMissed
      ? 'Minutes missed by coming late or leaving early are taken off.'
      : 'Who came late or left early counts for the whole session.'
  }`
