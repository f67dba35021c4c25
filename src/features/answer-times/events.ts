/** What can happen to how long schools have to answer, and the sentence shown in the history. */
export const answerTimesEvents = {
  'answer-terms.set': 'How long schools have to answer an offer of a place was set',
  'answer-terms.cleared': 'How long schools have to answer follows the network again',
} as const
