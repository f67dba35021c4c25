import { type AcademicYear, yearEnds, yearStarts } from '../../vocabulary/academic-year.ts'
import { daysInWords, daysOfMinutes, minutesEach, minutesInWords } from '../../vocabulary/length-of-day.ts'

/** What a schedule is asked for: how many more dates of which length, between which days, on which days of the week, how far apart. */
export type Asked = {
  readonly sessions: number
  readonly minutes: number
  readonly startsAt: Temporal.PlainTime
  /** Days of the week, 1 is Monday. */
  readonly days: readonly number[]
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly leastWeeks: number
  readonly mostWeeks: number
  /** They meet at the group's schools in turn, not at its usual venue, whose times then stand in nobody's way. */
  readonly atSchools: boolean
}

/** A group as far as its dates depend on where it meets: at its schools in turn it has no venue to be free. */
export const whereAsked = <T extends { readonly venueId: string | null; readonly onlineLink: string | null }>(
  group: T,
  { atSchools }: Pick<Asked, 'atSchools'>,
): T => (atSchools ? { ...group, venueId: null, onlineLink: null } : group)

export const mostSessions = 20
export const mostWeeksApart = 30
export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const dayName = (day: number): string => dayNames[day - 1] ?? ''

/** What a project asks of the time of a group, as far as it says. */
export type Wanted = {
  readonly sessionsCount: number | null
  readonly daysMin: number | null
  readonly daysMax: number | null
}

const usualMinutes = 150
const usualStart = Temporal.PlainTime.from('09:30')
const { compare } = Temporal.PlainDate
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) >= 0 ? one : other)
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) <= 0 ? one : other)

// A schedule ends before the last weeks of the summer term, when schools have other things to do.
const lastOf = (year: AcademicYear): Temporal.PlainDate => yearStarts(year).add({ months: 10, days: 14 })

/** How many sessions of which length a project asks for: those it counts, or dates of a day where it tells its time in days. */
export const countedOf = ({ sessionsCount, daysMin }: Wanted): Pick<Asked, 'sessions' | 'minutes'> => {
  if (sessionsCount !== null) {
    const minutes = daysMin === null ? usualMinutes : minutesEach(daysMin, sessionsCount)
    return { sessions: Math.min(sessionsCount, mostSessions), minutes: Math.min(minutes, 480) }
  }
  if (daysMin === null) return { sessions: 6, minutes: usualMinutes }
  const sessions = Math.max(1, Math.min(mostSessions, Math.round(daysMin)))
  return { sessions, minutes: Math.min(480, minutesEach(daysMin, sessions)) }
}

/** What to begin with: what the project asks for less what is dated already, from two weeks ahead, with time for a task between. */
export const usualAsk = (
  wanted: Wanted,
  { year, today, dated }: { readonly year: AcademicYear; readonly today: Temporal.PlainDate; readonly dated: number },
): Asked => {
  const counted = countedOf(wanted)
  const sessions = Math.max(1, counted.sessions - dated)
  const from = later(yearStarts(year).add({ days: 14 }), today.add({ days: 14 }))
  const to = earlier(later(lastOf(year), from.add({ weeks: 4 })), later(yearEnds(year), from))
  const weeks = Math.floor(from.until(to, { largestUnit: 'day' }).days / 7)
  const apart = sessions > 1 ? Math.floor(weeks / (sessions - 1)) : 4
  return {
    ...counted,
    sessions,
    startsAt: usualStart,
    days: [1, 2, 3, 4, 5],
    from,
    to,
    leastWeeks: Math.max(1, Math.min(3, apart)),
    mostWeeks: Math.max(8, Math.min(mostWeeksApart, apart + 3)),
    atSchools: false,
  }
}

const asksOf = ({ sessionsCount, daysMin, daysMax }: Wanted): readonly string[] => {
  const sessions = sessionsCount === null ? [] : [countOf(sessionsCount)]
  if (daysMin === null) return sessions
  return [
    ...sessions,
    daysMax !== null && daysMax !== daysMin ? `${daysMin} to ${daysInWords(daysMax)}` : daysInWords(daysMin),
  ]
}

const countOf = (sessions: number): string => `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`

/** What is planned against what the project asks for: "6 sessions of 2 hours 30 minutes: 3 days. The project asks for 3 days." */
export const timeInWords = (planned: readonly number[], wanted: Wanted): { text: string; isEnough: boolean } => {
  const days = daysOfMinutes(planned.reduce((sum, minutes) => sum + minutes, 0))
  const lengths = [...new Set(planned)]
  const count = countOf(planned.length)
  const of = lengths.length === 1 ? ` of ${minutesInWords(lengths[0] ?? 0)}` : ''
  const { sessionsCount, daysMin } = wanted
  const asks = asksOf(wanted)
  const isEnough = (sessionsCount === null || planned.length >= sessionsCount) && (daysMin === null || days >= daysMin)
  const said =
    asks.length === 0 ? 'The project does not say how much it asks for.' : `The project asks for ${asks.join(', or ')}.`
  if (planned.length === 0) return { text: `No session has a date yet. ${said}`, isEnough: false }
  return {
    text: `${count}${of} ${planned.length === 1 ? 'comes' : 'come'} to ${daysInWords(days)} of five hours. ${said}`,
    isEnough,
  }
}
