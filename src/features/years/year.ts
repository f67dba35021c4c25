import type { AcademicYear } from '../../vocabulary/academic-year.ts'

/** A year as the national team sees it among the others: how many national projects it has, and whether it has words of its own. */
export type YearSeen = {
  readonly year: AcademicYear
  readonly projects: number
  readonly published: number
  readonly ownWords: number
}
