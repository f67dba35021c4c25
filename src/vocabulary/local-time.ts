/** The zone of the network unless its settings name another. */
export const networkZone = 'Europe/London'

/**
 * The moment at which a local clock shows a date and time.
 * When the clocks go back, a time that comes twice is taken the first time; when they go forward, a time that is
 * skipped is moved on by the hour that was lost (1:30am becomes 2:30am): the usual choice of calendars and of RFC 5545.
 */
export const localInstant = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string = networkZone,
): Temporal.Instant => date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()

export const localDate = (instant: Temporal.Instant, zone: string = networkZone): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate()

export const localTime = (instant: Temporal.Instant, zone: string = networkZone): Temporal.PlainTime =>
  instant.toZonedDateTimeISO(zone).toPlainTime()

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const monthName = (month: number): string => months[month - 1] ?? ''

/** 17 November 2021 */
export const formatDate = (date: Temporal.PlainDate): string => `${date.day} ${monthName(date.month)} ${date.year}`

/** Wednesday 17 November 2021 */
export const formatDay = (date: Temporal.PlainDate): string => `${weekdays[date.dayOfWeek - 1]} ${formatDate(date)}`

/** 17 Nov 2021, for narrow columns */
export const formatShortDate = (date: Temporal.PlainDate): string =>
  `${date.day} ${monthName(date.month).slice(0, 3)} ${date.year}`

/** 9:30am, 2pm, midday, midnight */
export const formatTime = (time: Temporal.PlainTime): string => {
  if (time.minute === 0 && time.hour === 12) return 'midday'
  if (time.minute === 0 && time.hour === 0) return 'midnight'
  const minutes = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`
  return `${time.hour % 12 || 12}${minutes}${time.hour < 12 ? 'am' : 'pm'}`
}

/** 9:30am to 2:30pm */
export const formatTimeRange = (from: Temporal.PlainTime, to: Temporal.PlainTime): string =>
  `${formatTime(from)} to ${formatTime(to)}`

/** 17 November 2021 at 9:30am */
export const formatInstant = (instant: Temporal.Instant, zone: string = networkZone): string =>
  `${formatDate(localDate(instant, zone))} at ${formatTime(localTime(instant, zone))}`

/** Wednesday 17 November 2021, 9:30am to 2:30pm */
export const formatInstantRange = (
  from: Temporal.Instant,
  to: Temporal.Instant,
  zone: string = networkZone,
): string => {
  const [first, last] = [localDate(from, zone), localDate(to, zone)]
  const times = formatTimeRange(localTime(from, zone), localTime(to, zone))
  return first.equals(last)
    ? `${formatDay(first)}, ${times}`
    : `${formatInstant(from, zone)} to ${formatInstant(to, zone)}`
}
