import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { monthName } from '../../vocabulary/local-time.ts'

/** A month of a calendar year, with its name: November 2021. */
export type Month = { readonly year: number; readonly month: number; readonly name: string }

const monthOf = (year: number, month: number): Month => ({ year, month, name: `${monthName(month)} ${year}` })

/** Reads 2021-11; null when it is no month. */
export const parseMonth = (text: string): Month | null => {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year && month ? monthOf(Number(year), Number(month)) : null
}

export const printMonth = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`

/** The months of an academic year in their order, from the one in which it begins. */
export const monthsOfYear = (year: AcademicYear, first = 9): readonly Month[] =>
  Array.from({ length: 12 }, (_, at) => {
    const month = ((first - 1 + at) % 12) + 1
    return monthOf(month < first ? year + 1 : year, month)
  })

/** The number of a month among all months, for a set of them held as numbers. */
export const monthNumber = ({ year, month }: Month): number => year * 12 + month - 1
