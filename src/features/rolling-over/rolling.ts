import type { AcademicYear } from '../../vocabulary/academic-year.ts'

/** What becomes of a national project when its year is rolled over. */
export type ProjectFate = 'drafted' | 'continued' | 'in_the_way' | 'withdrawn' | 'not_published'

export type ProjectToRoll = {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly slug: string
  readonly status: string
  readonly isNew: boolean
  readonly formerly: string | null
  /** What of its text, rules, promises and themes is carried. */
  readonly sections: number
  readonly outcomes: number
  readonly themes: number
  readonly criteria: number
  /** The project of the new year that continues it already, by lineage. */
  readonly successor: { readonly id: string; readonly title: string; readonly status: string } | null
  /** A project of the new year with its address that no lineage ties to it. */
  readonly namesake: { readonly id: string; readonly title: string } | null
}

export const fateOf = ({ status, successor, namesake }: ProjectToRoll): ProjectFate => {
  if (status === 'withdrawn') return 'withdrawn'
  if (status === 'draft') return 'not_published'
  if (successor !== null) return 'continued'
  return namesake === null ? 'drafted' : 'in_the_way'
}

/** What rolling a year over would do. */
export type Rolling = {
  readonly from: AcademicYear
  readonly to: AcademicYear
  /** Whether the new year is there already. */
  readonly isOpen: boolean
  readonly projects: readonly ProjectToRoll[]
  readonly sections: { readonly carried: number; readonly there: number }
  /** What stays behind with the old year. */
  readonly notices: readonly string[]
  readonly goals: number
  readonly hasIntroduction: boolean
  readonly ownProjects: number
}

export const withFate = (rolling: Rolling, fate: ProjectFate): readonly ProjectToRoll[] =>
  rolling.projects.filter((project) => fateOf(project) === fate)
