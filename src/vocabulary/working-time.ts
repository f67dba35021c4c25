import { isBankHoliday } from './bank-holidays.ts'
import { localDate, localInstant } from './local-time.ts'

/** When somebody works: days of the week (1 is Monday), from one time on the clock to another, bank holidays excepted. */
export type WorkingWeek = {
  readonly days: readonly number[]
  readonly opens: Temporal.PlainTime
  readonly closes: Temporal.PlainTime
}

export const usualWeek: WorkingWeek = {
  days: [1, 2, 3, 4, 5],
  opens: Temporal.PlainTime.from('09:00'),
  closes: Temporal.PlainTime.from('17:00'),
}

/** Whether a day is worked: neither a day of rest in that week nor a bank holiday. */
export const isWorked = (day: Temporal.PlainDate, week: WorkingWeek): boolean =>
  week.days.includes(day.dayOfWeek) && !isBankHoliday(day)

type Span = { readonly from: Temporal.Instant; readonly to: Temporal.Instant }

// As moments, so that a day on which the clocks change has the hours that it really has.
const hoursOf = (day: Temporal.PlainDate, week: WorkingWeek): Span | null =>
  isWorked(day, week) ? { from: localInstant(day, week.opens), to: localInstant(day, week.closes) } : null

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) >= 0 ? one : other
const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other

const millisecondsIn = ({ from, to }: Span): number => Math.max(0, to.epochMilliseconds - from.epochMilliseconds)

// A week without a day that is ever worked would never come to an end.
const mostDays = 3660

/** The moment at which so many hours have been worked since another; without hours it is that moment itself. */
export const afterWorkingHours = (since: Temporal.Instant, hours: number, week: WorkingWeek): Temporal.Instant => {
  let left = hours * 3_600_000
  let day = localDate(since)
  for (let passed = 0; left > 0 && passed < mostDays; passed += 1) {
    const span = hoursOf(day, week)
    const from = span ? later(span.from, since) : null
    const worked = span && from ? millisecondsIn({ from, to: span.to }) : 0
    if (from && worked >= left) return from.add({ milliseconds: left })
    left -= worked
    day = day.add({ days: 1 })
  }
  if (left > 0) throw new RangeError('No day of this week is ever worked')
  return since
}

/** How many hours are worked between two moments; none when the second is not the later one. */
export const workingHoursBetween = (since: Temporal.Instant, until: Temporal.Instant, week: WorkingWeek): number => {
  const last = localDate(until)
  let worked = 0
  for (let day = localDate(since); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const span = hoursOf(day, week)
    if (span) worked += millisecondsIn({ from: later(span.from, since), to: earlier(span.to, until) })
  }
  return worked / 3_600_000
}

/** The moment before which so many hours are worked until another: when to remind. */
export const beforeWorkingHours = (until: Temporal.Instant, hours: number, week: WorkingWeek): Temporal.Instant => {
  let left = hours * 3_600_000
  let day = localDate(until)
  for (let passed = 0; left > 0 && passed < mostDays; passed += 1) {
    const span = hoursOf(day, week)
    const to = span ? earlier(span.to, until) : null
    const worked = span && to ? millisecondsIn({ from: span.from, to }) : 0
    if (to && worked >= left) return to.subtract({ milliseconds: left })
    left -= worked
    day = day.subtract({ days: 1 })
  }
  if (left > 0) throw new RangeError('No day of this week is ever worked')
  return until
}

/** The close of the working day so many before a day: of none, the last that is worked before it. */
export const closeBefore = (day: Temporal.PlainDate, days: number, week: WorkingWeek): Temporal.Instant => {
  let [at, left] = [day, Math.max(1, days)]
  for (let passed = 0; left > 0; passed += 1) {
    if (passed > mostDays) throw new RangeError('No day of this week is ever worked')
    at = at.subtract({ days: 1 })
    if (isWorked(at, week)) left -= 1
  }
  return localInstant(at, week.closes)
}
