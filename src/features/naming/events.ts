/** What can happen to names that come later, beside what happens to a request, and the sentence shown in the history. */
export const namingEvents = {
  'names.rule-set': 'It was said when the people who would come are named',
} as const
