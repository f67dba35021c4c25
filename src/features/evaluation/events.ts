/** What can happen to evaluations, and the sentence shown in the history. */
export const evaluationEvents = {
  'evaluation.opened': 'opened the evaluation',
  'evaluation.asked-for': 'asked those who take part to answer the evaluation',
  'evaluation.answered': 'answered the evaluation',
} as const
