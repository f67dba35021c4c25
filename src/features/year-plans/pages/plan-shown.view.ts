import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import type { Load, Noted } from '../plan.ts'

/** Whose plan is shown, and where it lies. */
export type PlanScope = {
  readonly title: string
  readonly caption: string
  readonly base: string
  readonly backLink: string
}

export type YearShown = {
  readonly scope: PlanScope
  readonly year: AcademicYear
  readonly first: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly plan: readonly Noted[]
  readonly loads: readonly Load[]
}

export type MonthShown = {
  readonly scope: PlanScope
  readonly year: AcademicYear
  /** The first day of the month. */
  readonly month: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly plan: readonly Noted[]
}
