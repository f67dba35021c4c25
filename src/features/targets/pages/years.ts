import type { Context } from '../../../platform/context.ts'
import { type AcademicYear, academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { catalogueYears } from '../../projects/index.ts'

export type Years = { readonly year: AcademicYear; readonly years: readonly AcademicYear[] }

/** The year that an address asks for, else the current one, among those that have projects. */
export const yearAsked = async ({ db, today }: Context, text: string): Promise<Years> => {
  const years = await catalogueYears(db)
  const asked = parseAcademicYear(text) ?? academicYearOf(today)
  return { year: years.includes(asked) ? asked : (years[0] ?? asked), years }
}
