export type ProgrammeGoalFact = {
  readonly goal: string
  readonly byLabel: string
  readonly project: { readonly year: number; readonly slug: string }
  /** Where the goal stands; null: nothing has been published. */
  readonly standing: string | null
}

/** What the programme has set out to reach, and by when. */
export const programmeGoals: readonly ProgrammeGoalFact[] = [
  {
    goal: 'Every ITT programme that is engaged includes a first preparation for teaching for mastery.',
    byLabel: 'By 2023',
    project: { year: 2021, slug: 'strengthening-partnerships-with-itt-providers' },
    standing: null,
  },
]
