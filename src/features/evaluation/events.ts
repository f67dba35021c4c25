/** What can happen to evaluations, and the sentence shown in the history. */
export const evaluationEvents = {
  'evaluation.opened': 'opened the evaluation',
  'evaluation.answered': 'answered the evaluation',
} as const
