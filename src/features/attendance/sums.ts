import { type Fraction, fraction, fractionOfTenths, inTenths, isAtLeast } from '../../vocabulary/fraction.ts'
import { minutesInWords } from '../../vocabulary/length-of-day.ts'
import type { Attended } from '../registers/index.ts'
import type { Minutes } from '../year-plans/index.ts'
import type { ToCome } from './to-come.ts'

/** What a project asks for, and what it means by a day. */
export type Asked = {
  readonly sessions: number | null
  /** The equivalent of so many days, at least. */
  readonly days: number | null
  readonly minutesInADay: number
  /** Minutes missed are taken off; otherwise who came, came to the whole session. */
  readonly takesOffMissed: boolean
  /** Time beside sessions counts towards the days; otherwise it is additional to them, and shown by itself. */
  readonly countsBeside: boolean
}

/** What somebody did in sessions and beside them, and what of both is still to come. */
export type Done = { readonly sum: Attended; readonly beside: Minutes; readonly toCome: ToCome }

/** What counts of it towards what is asked: so far, and with what is planned. */
export const countedOf = ({ sum, beside, toCome }: Done, { countsBeside }: Asked) => {
  const far = { sessions: sum.sessions, minutes: sum.minutes + (countsBeside ? beside.done : 0) }
  const planned = { sessions: toCome.sessions, minutes: toCome.minutes + (countsBeside ? beside.planned : 0) }
  return {
    far,
    planned,
    whole: { sessions: far.sessions + planned.sessions, minutes: far.minutes + planned.minutes },
  }
}
type Counted = ReturnType<typeof countedOf>['far']

export const daysOf = ({ minutes }: Pick<Counted, 'minutes'>, { minutesInADay }: Asked): Fraction =>
  fraction(minutes, minutesInADay)

/** Whether what the project asks for has been reached, exactly; null where it asks for nothing that can be counted. */
export const isMet = (counted: Counted, asked: Asked): boolean | null => {
  if (asked.sessions === null && asked.days === null) return null
  return (
    (asked.sessions === null || counted.sessions >= asked.sessions) &&
    (asked.days === null || isAtLeast(daysOf(counted, asked), fractionOfTenths(asked.days)))
  )
}

export type Standing = 'reached' | 'planned' | 'short'
export const standingLabels: Readonly<Record<Standing, string>> = {
  reached: 'Reached',
  planned: 'With what is planned',
  short: 'Not with what is planned',
}

/** How somebody stands against what is asked: reached, reached once what is planned is done, or short even then. */
export const standingOf = (done: Done, asked: Asked): Standing | null => {
  const { far, whole } = countedOf(done, asked)
  const now = isMet(far, asked)
  if (now === null) return null
  return now ? 'reached' : isMet(whole, asked) === true ? 'planned' : 'short'
}

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** 4 of 6 sessions, 2.6 of 3 days */
export const againstAsked = (counted: Counted, asked: Asked): string =>
  [
    asked.sessions === null ? null : `${counted.sessions} of ${plural(asked.sessions, 'session')}`,
    asked.days === null ? null : `${inTenths(daysOf(counted, asked))} of ${plural(asked.days, 'day')}`,
  ]
    .filter(Boolean)
    .join(', ')

/** 2 sessions, 0.5 days: what is planned of what is asked for. */
export const plannedInWords = (counted: Counted, asked: Asked): string => {
  if (counted.sessions === 0 && counted.minutes === 0) return ''
  const days = inTenths(daysOf(counted, asked))
  return [
    asked.sessions === null && asked.days !== null ? null : plural(counted.sessions, 'session'),
    asked.days === null ? null : `${days} ${days === '1' ? 'day' : 'days'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Six workshops; the equivalent of 3 days of 5 hours. */
export const askedInWords = (asked: Asked): string => {
  const days =
    asked.days === null
      ? null
      : `the equivalent of ${plural(asked.days, 'day')} of ${minutesInWords(asked.minutesInADay)}`
  const sessions = asked.sessions === null ? null : plural(asked.sessions, 'session')
  const what = [sessions, days].filter(Boolean).join(' and ')
  if (what === '') return 'The project does not say how many sessions or days it asks for.'
  const beside =
    asked.days === null
      ? ''
      : asked.countsBeside
        ? ' Time beside sessions, for planning and evaluation, counts towards the days.'
        : ' Time beside sessions, for planning and evaluation, is additional to them.'
  return `The project asks for ${what}.${beside}`
}
