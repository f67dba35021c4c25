import { bankHolidayOn } from '../../vocabulary/bank-holidays.ts'
import { formatDay, formatTime, localDate, localInstant, localTime } from '../../vocabulary/local-time.ts'
import { schoolDay, type TermDates } from '../calendars/index.ts'

/** When mail goes that nobody waits for. */
export type MailTimes = {
  readonly from: Temporal.PlainTime
  readonly until: Temporal.PlainTime
  readonly restsAtWeekends: boolean
  readonly restsOnBankHolidays: boolean
  readonly restsInSchoolHolidays: boolean
}

/** What holds where nobody has set anything. */
export const usualMailTimes: MailTimes = {
  from: Temporal.PlainTime.from('07:00'),
  until: Temporal.PlainTime.from('19:00'),
  restsAtWeekends: true,
  restsOnBankHolidays: true,
  restsInSchoolHolidays: true,
}

/** When a mail would best go, and between which moments it is of use. */
export type Wish = {
  readonly wanted: Temporal.Instant
  readonly notBefore: Temporal.Instant
  readonly notAfter: Temporal.Instant
}

/** When a mail goes, and why not when it was wanted; no reason where nothing stands in the way. */
export type Moment = { readonly at: Temporal.Instant; readonly because: string | null }

type Asked = {
  readonly now: Temporal.Instant
  readonly wish: Wish
  readonly times: MailTimes
  /** The terms of the authority of the reader's school, as far as they are known. */
  readonly terms: readonly TermDates[]
}

const { compare } = Temporal.Instant
const later = (one: Temporal.Instant, other: Temporal.Instant) => (compare(one, other) >= 0 ? one : other)
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (compare(one, other) <= 0 ? one : other)

/** Why no such mail goes on a day; null where it does. */
const restOn = (day: Temporal.PlainDate, times: MailTimes, terms: readonly TermDates[]): string | null => {
  if (times.restsAtWeekends && day.dayOfWeek > 5) return 'it is a weekend'
  const bankHoliday = times.restsOnBankHolidays ? bankHolidayOn(day) : null
  if (bankHoliday) return `it is a bank holiday (${bankHoliday})`
  const known = times.restsInSchoolHolidays ? schoolDay(day, terms) : null
  return known?.kind === 'holiday' ? `their school is on holiday (${known.name})` : null
}

// What gives way, one after the other, where a mail would else miss its purpose: school holidays, then days of rest, then the night.
const waysOf = ({ times, terms }: Asked): readonly ((day: Temporal.PlainDate) => boolean)[] => [
  (day) => restOn(day, times, terms) === null,
  (day) => restOn(day, times, []) === null,
  () => true,
]

type Span = { readonly from: Temporal.Instant; readonly to: Temporal.Instant }

const windowOn = (day: Temporal.PlainDate, { from, until }: MailTimes): Span => ({
  from: localInstant(day, from),
  to: localInstant(day, until),
})

const daysIn = ({ from, to }: Span): readonly Temporal.PlainDate[] => {
  const first = localDate(from)
  const count = first.until(localDate(to), { largestUnit: 'day' }).days
  return Array.from({ length: Math.max(0, count + 1) }, (_, at) => first.add({ days: at }))
}

/** The first moment of a span, its end included, at which mail goes. */
const firstIn = (span: Span, times: MailTimes, goesOn: (day: Temporal.PlainDate) => boolean) => {
  for (const day of daysIn(span)) {
    const window = windowOn(day, times)
    const at = later(window.from, span.from)
    if (goesOn(day) && compare(at, window.to) < 0 && compare(at, span.to) <= 0) return at
  }
  return null
}

/** The beginning of the last stretch of a span, its end left out, in which mail goes. */
const lastIn = (span: Span, times: MailTimes, goesOn: (day: Temporal.PlainDate) => boolean) => {
  for (const day of daysIn(span).toReversed()) {
    const window = windowOn(day, times)
    const at = later(window.from, span.from)
    if (goesOn(day) && compare(at, earlier(window.to, span.to)) < 0) return at
  }
  return null
}

/**
 * When a mail goes that nobody waits for: at the first fitting moment from the wanted one on while it still serves; else on the last
 * fitting day before; where there is none, school holidays give way, then weekends and bank holidays, then the night: it goes at once.
 * Asked again at any time until then, the answer is the same.
 */
export const momentFor = (asked: Asked): Moment => {
  const { now, wish, times } = asked
  const wanted = later(wish.wanted, now)
  for (const goesOn of waysOf(asked)) {
    const at =
      firstIn({ from: wanted, to: wish.notAfter }, times, goesOn) ??
      lastIn({ from: later(wish.notBefore, now), to: wish.wanted }, times, goesOn)
    if (at) return { at, because: compare(at, wanted) === 0 ? null : reasonFor(asked, wanted, at) }
  }
  const at = compare(wanted, wish.notAfter) <= 0 ? wanted : now
  return { at, because: isQuiet(at, times) ? 'It goes by night: by morning it would be of no use.' : null }
}

const isQuiet = (at: Temporal.Instant, { from, until }: MailTimes): boolean => {
  const time = localTime(at)
  return Temporal.PlainTime.compare(time, from) < 0 || Temporal.PlainTime.compare(time, until) >= 0
}

const reasonFor = ({ times, terms }: Asked, wanted: Temporal.Instant, at: Temporal.Instant): string => {
  const rest = restOn(localDate(wanted), times, terms)
  const when = `${formatDay(localDate(wanted))} at ${formatTime(localTime(wanted))}`
  const why = rest ?? 'no mail goes at night that can wait'
  return compare(at, wanted) > 0
    ? `It waits: on ${when} ${why}.`
    : `It goes before its time: on ${when} ${why}, and later it would be of no use.`
}

/** The rule in sentences. */
export const timesInWords = (times: MailTimes): readonly string[] => {
  const rests = [
    ...(times.restsAtWeekends ? ['at weekends'] : []),
    ...(times.restsOnBankHolidays ? ['on bank holidays'] : []),
    ...(times.restsInSchoolHolidays ? ['in the holidays of the reader’s school (where its terms are known)'] : []),
  ]
  return [
    `Mail that can wait goes between ${formatTime(times.from)} and ${formatTime(times.until)}.`,
    rests.length === 0
      ? 'It goes on every day.'
      : `It does not go ${rests.join(', ').replace(/, ([^,]*)$/, ' or $1')}.`,
    'Where it would come too late it goes earlier, or at once. Sign-in links, places offered, changed and cancelled dates never wait.',
  ]
}
