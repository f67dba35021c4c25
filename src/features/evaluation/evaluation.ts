/** How far somebody agrees, from not at all to fully. */
export const agreementLabels = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
] as const

export type NewQuestion = {
  readonly outcomeId: string | null
  readonly kind: 'agreement' | 'words'
  readonly question: string
}

const asClause = (outcome: string): string => {
  const text = outcome.trim().replace(/[.;]$/, '')
  // An abbreviation or a name at the beginning keeps its capitals.
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The questions of an evaluation: one on each benefit that participants were promised, and one for their own words. */
export const questionsFrom = (promised: readonly { id: string; outcome: string }[]): readonly NewQuestion[] => [
  ...promised.map(({ id, outcome }) => ({
    outcomeId: id,
    kind: 'agreement' as const,
    question: `How far do you agree: taking part has helped me to ${asClause(outcome)}`,
  })),
  { outcomeId: null, kind: 'words', question: 'What has changed through it, and what should be done differently?' },
]

/** Until so many have answered, figures and words are shown to the group's leads alone. */
export const fewestShown = 3

export const daysOpen = 28

/** How many chose each step, how many answered, and the mean of their answers. */
export const summaryOf = (
  answers: readonly number[],
): { counts: readonly number[]; n: number; mean: number | null } => {
  const counts = agreementLabels.map((_, index) => answers.filter((answer) => answer === index + 1).length)
  const sum = answers.reduce((total, answer) => total + answer, 0)
  return { counts, n: answers.length, mean: answers.length === 0 ? null : Math.round((sum / answers.length) * 10) / 10 }
}
