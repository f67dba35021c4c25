import type { AcademicYear } from '../../vocabulary/academic-year.ts'

/** A year as the national team sees it among the others: how many national projects it has, and whether it has words of its own. */
export type YearSeen = {
  readonly year: AcademicYear
  readonly projects: number
  readonly published: number
  readonly ownWords: number
  /** What has become of its layout: null where nothing was ever written. */
  readonly act: VersionAct | null
}

export type VersionAct = 'drafted' | 'changed' | 'published' | 'corrected' | 'discarded' | 'withdrawn'

/** One version of a year's layout: what was done, when and by whom; null where nobody is known. */
export type YearVersion = {
  readonly number: number
  readonly act: VersionAct
  readonly note: string | null
  readonly at: Temporal.Instant
  readonly by: string | null
}

export const actInWords: Readonly<Record<VersionAct, string>> = {
  drafted: 'Draft begun',
  changed: 'Draft changed',
  published: 'Published',
  corrected: 'Correction published',
  discarded: 'Draft let go',
  withdrawn: 'Withdrawn',
}

/** A national project that can stand in the catalogue of its year. */
export type ProjectToPlace = {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly slug: string
  readonly status: string
}
