declare const brand: unique symbol

/** An academic year, known by the calendar year in which it begins: 2021 is 2021/22. */
export type AcademicYear = number & { readonly [brand]: 'AcademicYear' }

export const firstMonthByDefault = 9

/** The academic year that begins in the calendar year given. */
export const academicYear = (firstCalendarYear: number): AcademicYear => {
  if (!Number.isInteger(firstCalendarYear) || firstCalendarYear < 1900 || firstCalendarYear > 2200)
    throw new RangeError(`There is no academic year that begins in ${firstCalendarYear}`)
  return firstCalendarYear as AcademicYear
}

const secondHalf = (year: number): string => String((year + 1) % 100).padStart(2, '0')

const spelling = /^(\d{4})\s*(?:\/|-|–|to)\s*(\d{2}|\d{4})$/

/** Reads 2021/22, 2021-22, 2021/2022 and 2021 to 2022; null for anything else, also for years that do not follow. */
export const parseAcademicYear = (text: string): AcademicYear | null => {
  const found = spelling.exec(text.trim())
  if (!found) return null
  const first = Number(found[1])
  const second = found[2] ?? ''
  const follows = second.length === 4 ? Number(second) === first + 1 : second === secondHalf(first)
  return follows && first >= 1900 && first <= 2200 ? academicYear(first) : null
}

/** 2021/22, for codes and tables. */
export const yearLabel = (year: AcademicYear): string => `${year}/${secondHalf(year)}`

/** 2021-22, for addresses. */
export const yearSlug = (year: AcademicYear): string => `${year}-${secondHalf(year)}`

/** 2021 to 2022, for sentences. */
export const yearInWords = (year: AcademicYear): string => `${year} to ${year + 1}`

export const yearStarts = (year: AcademicYear, firstMonth = firstMonthByDefault): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month: firstMonth, day: 1 })

export const yearEnds = (year: AcademicYear, firstMonth = firstMonthByDefault): Temporal.PlainDate =>
  yearStarts(year, firstMonth).add({ years: 1 }).subtract({ days: 1 })

/** The academic year in which a date lies. */
export const academicYearOf = (date: Temporal.PlainDate, firstMonth = firstMonthByDefault): AcademicYear =>
  academicYear(date.month >= firstMonth ? date.year : date.year - 1)

export const nextYear = (year: AcademicYear): AcademicYear => academicYear(year + 1)

export const previousYear = (year: AcademicYear): AcademicYear => academicYear(year - 1)
