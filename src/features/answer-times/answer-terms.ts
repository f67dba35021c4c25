import { formatTime, localDate } from '../../vocabulary/local-time.ts'
import {
  afterWorkingHours,
  beforeWorkingHours,
  closeBefore,
  usualWeek,
  type WorkingWeek,
  workingHoursBetween,
} from '../../vocabulary/working-time.ts'

/** How long somebody has to answer an offer of a place. */
export type AnswerTerms = {
  readonly week: WorkingWeek
  readonly hoursToAnswer: number
  /** An answer comes at the latest at the close of the working day so many before the first session. */
  readonly daysBeforeFirst: number
  /** With fewer hours than these nothing is offered by itself: the hub decides. */
  readonly leastHours: number
  /** A reminder goes out so many hours before the end; none with 0. */
  readonly reminderHours: number
}

/** What holds where nobody has set anything: three working days. */
export const usualTerms: AnswerTerms = {
  week: usualWeek,
  hoursToAnswer: 24,
  daysBeforeFirst: 2,
  leastHours: 4,
  reminderHours: 8,
}

export type Deadline = { readonly by: Temporal.Instant; readonly isShortened: boolean }

/**
 * Until when somebody who is offered a place now can answer: so many working hours from now, but never past the close of the working
 * day so many before the first session. Null when that leaves too little time to ask: then the hub decides by itself.
 */
export const deadlineFor = (
  terms: AnswerTerms,
  now: Temporal.Instant,
  firstSession: Temporal.Instant | null,
): Deadline | null => {
  const usual = afterWorkingHours(now, terms.hoursToAnswer, terms.week)
  if (firstSession === null || Temporal.Instant.compare(firstSession, now) <= 0)
    return { by: usual, isShortened: false }
  const latest = closeBefore(localDate(firstSession), terms.daysBeforeFirst, terms.week)
  if (Temporal.Instant.compare(usual, latest) <= 0) return { by: usual, isShortened: false }
  return workingHoursBetween(now, latest, terms.week) < terms.leastHours ? null : { by: latest, isShortened: true }
}

/** A time to answer that was chosen by hand, ended at the latest when a first session that is still to come begins. */
export const latestAnswer = (
  chosen: Temporal.Instant,
  now: Temporal.Instant,
  firstSession: Temporal.Instant | null,
): Temporal.Instant => {
  const isToCome = firstSession !== null && Temporal.Instant.compare(firstSession, now) > 0
  return isToCome && Temporal.Instant.compare(firstSession, chosen) < 0 ? firstSession : chosen
}

/** When to remind of an offer that is answered by a moment; null when it would be at once, or never is. */
export const reminderFor = (
  terms: AnswerTerms,
  now: Temporal.Instant,
  by: Temporal.Instant,
): Temporal.Instant | null => {
  if (terms.reminderHours === 0) return null
  const at = beforeWorkingHours(by, terms.reminderHours, terms.week)
  return Temporal.Instant.compare(at, now) > 0 ? at : null
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const nameOf = (day: number): string => dayNames[day - 1] ?? ''

/** Monday to Friday, 9am to 5pm, bank holidays excepted */
export const weekInWords = ({ days, opens, closes }: WorkingWeek): string => {
  const order = days.toSorted((one, other) => one - other)
  const [first = 1, last = 1] = [order[0], order.at(-1)]
  const isRow = order.length > 2 && last - first === order.length - 1
  const names = isRow
    ? `${nameOf(first)} to ${nameOf(last)}`
    : order
        .map(nameOf)
        .join(', ')
        .replace(/, ([^,]*)$/, ' and $1')
  return `${names}, ${formatTime(opens)} to ${formatTime(closes)}, bank holidays excepted`
}

/** 24 working hours (three working days) */
export const hoursInWords = ({ hoursToAnswer, week }: Pick<AnswerTerms, 'hoursToAnswer' | 'week'>): string => {
  const inADay = week.opens.until(week.closes).total('hours')
  const days = hoursToAnswer / inADay
  const hours = `${hoursToAnswer} working ${hoursToAnswer === 1 ? 'hour' : 'hours'}`
  return Number.isInteger(days) ? `${hours} (${days} working ${days === 1 ? 'day' : 'days'})` : hours
}

const count = (figure: number, one: string, many: string): string => `${figure} ${figure === 1 ? one : many}`

/** The whole rule, as it is told to those whom it is for. */
export const ruleInWords = (terms: AnswerTerms): readonly string[] => [
  `Whoever is offered a place has ${hoursInWords(terms)} to answer. Working hours are ${weekInWords(terms.week)}.`,
  `Near the first session the time is shorter: it ends at the latest at ${formatTime(terms.week.closes)} ${count(terms.daysBeforeFirst, 'working day', 'working days')} before that session.`,
  `Where that would leave less than ${count(terms.leastHours, 'working hour', 'working hours')}, nothing is offered by itself: the hub is told, and decides.`,
  terms.reminderHours === 0
    ? 'No reminder is sent.'
    : `A reminder is sent ${count(terms.reminderHours, 'working hour', 'working hours')} before the end.`,
]
