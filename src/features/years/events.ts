/** What can happen to a year of the catalogue, and the sentence shown in the history. */
export const yearEvents = {
  'year.terms-changed': 'What a year calls its groups, leads and sessions was changed',
} as const
