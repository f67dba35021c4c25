/** What can happen to a year of the catalogue, and the sentence shown in the history. */
export const yearEvents = {
  'year.opened': 'An academic year was opened',
  'year.terms-changed': 'What a year calls its groups, leads and sessions was changed',
  'year.drafted': 'A draft of how a year is laid out was begun',
  'year.changed': 'The draft of a year was changed',
  'year.published': 'A year was published as it was laid out',
  'year.corrected': 'A correction of a year was published',
  'year.withdrawn': 'What a year showed was withdrawn, with a reason',
  'year.discarded': 'The draft of a year was let go',
} as const
