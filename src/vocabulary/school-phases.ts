import { type Phase, phases } from './phases.ts'

/** The phases of the schools register, in the order of its codes 0 to 7. */
export const schoolPhases = [
  'not_applicable',
  'nursery',
  'primary',
  'middle_deemed_primary',
  'secondary',
  'middle_deemed_secondary',
  'post_16',
  'all_through',
] as const

export type SchoolPhase = (typeof schoolPhases)[number]

export const schoolPhaseLabels: Readonly<Record<SchoolPhase, string>> = {
  not_applicable: 'Not applicable',
  nursery: 'Nursery',
  primary: 'Primary',
  middle_deemed_primary: 'Middle deemed primary',
  secondary: 'Secondary',
  middle_deemed_secondary: 'Middle deemed secondary',
  post_16: '16 plus',
  all_through: 'All-through',
}

export const isSchoolPhase = (text: string): text is SchoolPhase => schoolPhases.some((phase) => phase === text)

/** The phase that a code of the register stands for; the register writes 2 and 02. */
export const schoolPhaseOfCode = (code: string): SchoolPhase | null =>
  /^\d{1,2}$/.test(code.trim()) ? (schoolPhases[Number(code)] ?? null) : null

/** What the register says about whom a school teaches. */
export type AgesTaught = {
  readonly phase: SchoolPhase | null
  readonly lowAge: number | null
  readonly highAge: number | null
}

const taughtBy: Readonly<Record<SchoolPhase, readonly Phase[]>> = {
  not_applicable: [],
  nursery: ['early_years'],
  primary: ['primary'],
  middle_deemed_primary: ['primary', 'secondary'],
  secondary: ['secondary'],
  middle_deemed_secondary: ['primary', 'secondary'],
  post_16: ['post_16'],
  all_through: ['primary', 'secondary'],
}

const byAges = (low: number, high: number): Phase[] => {
  const taught: Phase[] = []
  if (low <= 10 && high >= 7) taught.push('primary')
  if (low <= 14 && high >= 14) taught.push('secondary')
  return taught
}

/** The phases a school teaches: from its phase in the register, or from its ages where the register gives no phase. */
export const phasesTaught = ({ phase, lowAge, highAge }: AgesTaught): readonly Phase[] => {
  const named = taughtBy[phase ?? 'not_applicable']
  const taught = new Set<Phase>(named)
  if (named.length === 0 && lowAge !== null && highAge !== null)
    for (const each of byAges(lowAge, highAge)) taught.add(each)
  if (lowAge !== null && lowAge < 5) taught.add('early_years')
  if (highAge !== null && highAge >= 18) taught.add('post_16')
  return phases.filter((each) => taught.has(each))
}
