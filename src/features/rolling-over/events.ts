/** What can happen when a year is rolled over, and the sentence shown in the history. */
export const rollingEvents = {
  'year.rolled-over': 'A year was rolled over into drafts of the next',
  'project.rolled-over': 'The draft was made of the project of the year before',
  'review.ticked': 'A point of the review list was ticked off',
  'review.unticked': 'A point of the review list was opened again',
  'offer.rolled-over': 'The offer was taken along from the year before',
} as const
