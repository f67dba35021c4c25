/** What can happen when a year is rolled over, and the sentence shown in the history; what befalls a draft is told with its project. */
export const rollingEvents = {
  'year.rolled-over': 'A year was rolled over into drafts of the next',
  'offer.rolled-over': 'The offer was taken along from the year before',
} as const
