import { type AcademicYear, academicYearOf } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'

export type TermKind = 'term' | 'holiday'
export const termKindLabels: Readonly<Record<TermKind, string>> = { term: 'Term', holiday: 'Holiday' }

/** A term of the schools of an authority, or a holiday of theirs: its first and its last day. */
export type TermDates = {
  readonly kind: TermKind
  readonly name: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

const { compare } = Temporal.PlainDate
const isWithin = (day: Temporal.PlainDate, { from, to }: TermDates): boolean =>
  compare(from, day) <= 0 && compare(day, to) <= 0

export type SchoolDay = { readonly kind: 'holiday'; readonly name: string } | { readonly kind: 'term' }

/**
 * What a day is for the schools of an authority: in a holiday that was stated, or between two terms of its year, a holiday; in a
 * term, a day of it; null where nothing is known of the day.
 */
export const schoolDay = (day: Temporal.PlainDate, dates: readonly TermDates[]): SchoolDay | null => {
  const holiday = dates.find((each) => each.kind === 'holiday' && isWithin(day, each))
  if (holiday) return { kind: 'holiday', name: holiday.name }
  const terms = dates.filter(({ kind }) => kind === 'term')
  if (terms.some((term) => isWithin(day, term))) return { kind: 'term' }
  const year = academicYearOf(day)
  const ofYear = terms.filter(({ from }) => academicYearOf(from) === year)
  const before = ofYear.filter(({ to }) => compare(to, day) < 0).toSorted((one, other) => compare(other.to, one.to))[0]
  const after = ofYear
    .filter(({ from }) => compare(from, day) > 0)
    .toSorted((one, other) => compare(one.from, other.from))[0]
  return before && after ? { kind: 'holiday', name: `between ${before.name} and ${after.name}` } : null
}

/** The academic year that dates belong to: that of their first day. */
export const yearOfDates = ({ from }: Pick<TermDates, 'from'>): AcademicYear => academicYearOf(from)

/** Autumn half-term in Ealing */
export const holidayInWords = (name: string, authorities: readonly string[]): string =>
  `${name} in ${authorities.join(', ').replace(/, ([^,]*)$/, ' and $1')}`

export const datesInWords = ({ from, to }: Pick<TermDates, 'from' | 'to'>): string =>
  from.equals(to) ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`

const longestTermDays = 140
const longestHolidayDays = 70

/** Why dates cannot be a term or a holiday, or null. */
export const datesRefusal = ({ kind, name, from, to }: TermDates): string | null => {
  if (name.trim() === '') return 'It has no name'
  if (name.length > 100) return 'Its name is longer than 100 characters'
  if (compare(from, to) > 0) return 'It ends before it begins'
  const days = from.until(to, { largestUnit: 'day' }).days + 1
  if (kind === 'term' && days > longestTermDays) return `A term of ${days} days is longer than any: check its dates`
  if (kind === 'holiday' && days > longestHolidayDays)
    return `A holiday of ${days} days is longer than any: check its dates`
  return null
}

/** The dates of the same kind that others overlap; null where there are none. */
export const overlapped = (dates: TermDates, others: readonly TermDates[]): TermDates | null =>
  others.find(
    (other) => other.kind === dates.kind && compare(other.from, dates.to) <= 0 && compare(dates.from, other.to) <= 0,
  ) ?? null
