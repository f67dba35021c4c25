/** What can happen to partnerships and trusts, and the sentence shown in the history. */
export const partnershipsEvents = {
  'partnership.begun': 'It was stated who trains teachers together in an academic year',
  'partnership.ended': 'A partnership in training teachers ended before its year was over',
  'trust.stated': 'It was stated which trust the school belongs to',
} as const
