import { networkZone } from './local-time.ts'

export const noticeKinds = ['calendar', 'working'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A kind of notice as it is stored; one that is not known here is never taken for another, since money hangs on it. */
export const noticeKindOf = (text: string): NoticeKind => {
  const kind = noticeKinds.find((known) => known === text)
  if (kind === undefined) throw new Error(`Notice is counted in ${noticeKinds.join(' or ')} days, not in ${text} days`)
  return kind
}

/** How long before a session a place may be given up without a charge. */
export type NoticeRule = { readonly days: number; readonly kind: NoticeKind }

export type NoticeCalendar = {
  /** Dates that are not working days, besides Saturdays and Sundays. */
  readonly bankHolidays?: readonly Temporal.PlainDate[]
  readonly zone?: string
}

const isWorkingDay = (date: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean =>
  date.dayOfWeek <= 5 && !holidays.has(date.toString())

const workingDaysBefore = (
  date: Temporal.PlainDate,
  days: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate => {
  let [day, left] = [date, days]
  while (left > 0) {
    day = day.subtract({ days: 1 })
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

/**
 * The last moment at which cancelling a session is free.
 * Calendar days: the same time on the clock so many days before; a time on the clock that the change of clocks skips
 * is moved on by an hour, one that comes twice is taken the first time.
 * Working days: 23:59 of the working day so many before the day of the session. Never later than the start itself.
 */
export const freeUntil = (
  rule: NoticeRule,
  startsAt: Temporal.Instant,
  calendar: NoticeCalendar = {},
): Temporal.Instant => {
  if (rule.days <= 0) return startsAt
  const starts = startsAt.toZonedDateTimeISO(calendar.zone ?? networkZone)
  if (rule.kind === 'calendar') return starts.subtract({ days: rule.days }).toInstant()
  const holidays = new Set((calendar.bankHolidays ?? []).map((date) => date.toString()))
  const day = workingDaysBefore(starts.toPlainDate(), rule.days, holidays)
  return day.toZonedDateTime({ timeZone: starts.timeZoneId, plainTime: '23:59' }).toInstant()
}

/** Whether notice given at a moment is early enough to be free; it counts to the minute, so 9:30 and some seconds is 9:30. */
export const isWithinFreeNotice = (
  givenAt: Temporal.Instant,
  rule: NoticeRule,
  startsAt: Temporal.Instant,
  calendar: NoticeCalendar = {},
): boolean => {
  const minute = givenAt.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return Temporal.Instant.compare(minute, freeUntil(rule, startsAt, calendar)) <= 0
}

/** 7 days, 1 working day: for the sentence of a policy. */
export const noticeInWords = (rule: NoticeRule): string =>
  `${rule.days} ${rule.kind === 'working' ? 'working ' : ''}${rule.days === 1 ? 'day' : 'days'}`
