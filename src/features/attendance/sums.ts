import { type Fraction, fraction, fractionOfTenths, inTenths, isAtLeast } from '../../vocabulary/fraction.ts'
import { minutesInWords } from '../../vocabulary/length-of-day.ts'
import type { Attended } from '../registers/index.ts'

/** What a project asks for, and what it means by a day. */
export type Asked = {
  readonly sessions: number | null
  /** The equivalent of so many days, at least. */
  readonly days: number | null
  readonly minutesInADay: number
  /** Minutes missed are taken off; otherwise who came, came to the whole session. */
  readonly takesOffMissed: boolean
}

export const daysOf = ({ minutes }: Pick<Attended, 'minutes'>, { minutesInADay }: Asked): Fraction =>
  fraction(minutes, minutesInADay)

/** Whether what the project asks for has been reached, exactly; null where it asks for nothing that can be counted. */
export const isMet = (sum: Attended, asked: Asked): boolean | null => {
  if (asked.sessions === null && asked.days === null) return null
  return (
    (asked.sessions === null || sum.sessions >= asked.sessions) &&
    (asked.days === null || isAtLeast(daysOf(sum, asked), fractionOfTenths(asked.days)))
  )
}

/** 4 of 6 sessions, 2.6 of 3 days */
export const againstAsked = (sum: Attended, asked: Asked): string =>
  [
    asked.sessions === null ? null : `${sum.sessions} of ${asked.sessions} sessions`,
    asked.days === null ? null : `${inTenths(daysOf(sum, asked))} of ${asked.days} days`,
  ]
    .filter(Boolean)
    .join(', ')

/** Six workshops; the equivalent of 3 days of 5 hours. */
export const askedInWords = (asked: Asked): string => {
  const days =
    asked.days === null
      ? null
      : `the equivalent of ${asked.days} ${asked.days === 1 ? 'day' : 'days'} of ${minutesInWords(asked.minutesInADay)}`
  const sessions = asked.sessions === null ? null : `${asked.sessions} ${asked.sessions === 1 ? 'session' : 'sessions'}`
  const what = [sessions, days].filter(Boolean).join(' and ')
  if (what === '') return 'The project does not say how many sessions or days it asks for.'
  return `The project asks for ${what}.`
}
