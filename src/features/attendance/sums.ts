import { type Fraction, fraction, fractionOfTenths, inTenths, isAtLeast } from '../../vocabulary/fraction.ts'
import { isSameMarking, type MarkName } from '../../vocabulary/marks.ts'

/** What a project asks for, and what it means by a day. */
export type Asked = {
  readonly sessions: number | null
  /** The equivalent of so many days, at least. */
  readonly days: number | null
  readonly minutesInADay: number
  /** Minutes missed are taken off; otherwise who came, came to the whole session. */
  readonly takesOffMissed: boolean
}

export type Held = { readonly id: string; readonly minutes: number }

export type StandingMark = {
  readonly sessionId: string
  readonly participantId: string
  readonly personId: string
  readonly organisationId: string
  readonly mark: MarkName
  readonly minutes: number | null
  readonly substitute: string | null
}

type Stretch = readonly [from: number, to: number]

const here: readonly string[] = ['present', 'late', 'left_early', 'online', 'substitute']

/** The part of a session, in minutes from its start, that a mark says somebody was there for; null when they were not. */
export const stretchOf = (
  { mark, minutes }: Pick<StandingMark, 'mark' | 'minutes'>,
  long: number,
  takesOffMissed: boolean,
): Stretch | null => {
  if (!here.includes(mark)) return null
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

export type Summed = { readonly sessions: number; readonly minutes: number; readonly toSettle: number }

type Settled = StandingMark & { readonly isSettled: boolean }

// Marks of one part that differ count as nothing until somebody has said which holds.
const settledOf = (marks: readonly StandingMark[]): readonly Settled[] =>
  [...Map.groupBy(marks, ({ sessionId, participantId }) => `${sessionId} ${participantId}`).values()].flatMap((own) => {
    const [first] = own
    return first ? { ...first, isSettled: own.every((mark) => isSameMarking(mark, first)) } : []
  })

const sumOf = (marks: readonly Settled[], lengths: ReadonlyMap<string, number>, asked: Asked): Summed => {
  let [sessions, minutes, toSettle] = [0, 0, 0]
  for (const [sessionId, own] of Map.groupBy(marks, (mark) => mark.sessionId)) {
    const long = lengths.get(sessionId)
    if (long === undefined) continue
    toSettle += own.filter(({ isSettled }) => !isSettled).length
    const stretches = own
      .filter(({ isSettled }) => isSettled)
      .flatMap((mark) => {
        const stretch = stretchOf(mark, long, asked.takesOffMissed)
        return stretch ? [stretch] : []
      })
    sessions += Number(stretches.length > 0)
    minutes += covered(stretches)
  }
  return { sessions, minutes, toSettle }
}

export type Sums = {
  readonly held: number
  readonly minutesHeld: number
  readonly people: ReadonlyMap<string, Summed>
  readonly organisations: ReadonlyMap<string, Summed>
}

/** Who came to what, by person and by organisation. Whoever sent a substitute did not come, but their school was there. */
export const sumsOf = (sessions: readonly Held[], marks: readonly StandingMark[], asked: Asked): Sums => {
  const lengths = new Map(sessions.map(({ id, minutes }) => [id, minutes]))
  const settled = settledOf(marks)
  const by = (key: (mark: StandingMark) => string, of: readonly Settled[]) =>
    new Map([...Map.groupBy(of, key)].map(([id, own]) => [id, sumOf(own, lengths, asked)]))
  return {
    held: sessions.length,
    minutesHeld: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
    people: by(
      ({ personId }) => personId,
      settled.filter(({ mark, isSettled }) => mark !== 'substitute' || !isSettled),
    ),
    organisations: by(({ organisationId }) => organisationId, settled),
  }
}

export const nothingYet: Summed = { sessions: 0, minutes: 0, toSettle: 0 }

export const daysOf = ({ minutes }: Pick<Summed, 'minutes'>, { minutesInADay }: Asked): Fraction =>
  fraction(minutes, minutesInADay)

/** Whether what the project asks for has been reached, exactly; null where it asks for nothing that can be counted. */
export const isMet = (sum: Summed, asked: Asked): boolean | null => {
  if (asked.sessions === null && asked.days === null) return null
  return (
    (asked.sessions === null || sum.sessions >= asked.sessions) &&
    (asked.days === null || isAtLeast(daysOf(sum, asked), fractionOfTenths(asked.days)))
  )
}

/** 5 hours 30 minutes */
export const timeInWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : null,
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : null,
  ].filter(Boolean)
  return words.length === 0 ? '0 hours' : words.join(' ')
}

/** 4 of 6 sessions, 2.6 of 3 days */
export const againstAsked = (sum: Summed, asked: Asked): string =>
  [
    asked.sessions === null ? null : `${sum.sessions} of ${asked.sessions} sessions`,
    asked.days === null ? null : `${inTenths(daysOf(sum, asked))} of ${asked.days} days`,
  ]
    .filter(Boolean)
    .join(', ')

/** Six workshops; the equivalent of 3 days of 5 hours, less what is missed. */
export const askedInWords = (asked: Asked): string => {
  const days =
    asked.days === null
      ? null
      : `the equivalent of ${asked.days} ${asked.days === 1 ? 'day' : 'days'} of ${timeInWords(asked.minutesInADay)}`
  const sessions = asked.sessions === null ? null : `${asked.sessions} ${asked.sessions === 1 ? 'session' : 'sessions'}`
  const what = [sessions, days].filter(Boolean).join(' and ')
  if (what === '') return 'The project does not say how many sessions or days it asks for.'
  const missed = asked.takesOffMissed
    ? 'Minutes missed by coming late or leaving early are taken off.'
    : 'Who came late or left early counts for the whole session.'
  return `The project asks for ${what}. ${missed}`
}
