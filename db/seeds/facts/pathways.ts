export type StageFact = {
  readonly key: string
  readonly name: string
  readonly entryPoint: boolean
  readonly repeats: boolean
}

export type PathwayFact = {
  readonly key: string
  readonly name: string
  readonly phase: 'primary' | 'secondary'
  readonly stages: readonly StageFact[]
}

/** The journeys of schools: a primary school begins with Readiness or Development and goes on Sustaining year after year. */
export const pathways: readonly PathwayFact[] = [
  {
    key: 'primary_mastery',
    name: 'Primary teaching for mastery',
    phase: 'primary',
    stages: [
      { key: 'primary_readiness', name: 'Mastery Readiness', entryPoint: true, repeats: false },
      { key: 'primary_development', name: 'Development', entryPoint: true, repeats: false },
      { key: 'primary_embedding', name: 'Embedding', entryPoint: false, repeats: false },
      { key: 'primary_sustaining', name: 'Sustaining', entryPoint: false, repeats: true },
    ],
  },
  {
    key: 'secondary_mastery',
    name: 'Secondary teaching for mastery',
    phase: 'secondary',
    stages: [
      { key: 'secondary_development', name: 'Development', entryPoint: true, repeats: false },
      { key: 'secondary_embedding', name: 'Embedding', entryPoint: false, repeats: false },
      { key: 'secondary_sustaining', name: 'Sustaining', entryPoint: false, repeats: false },
    ],
  },
]
