/** What can happen to a pathway, and the sentence shown in the history. */
export const pathwayEvents = {
  'pathway.drafted': 'A draft of the pathway was begun',
  'pathway.changed': 'The draft of the pathway was changed',
  'pathway.published': 'The pathway was published',
  'pathway.corrected': 'A correction of the pathway was published',
  'pathway.discarded': 'The draft of the pathway was let go',
} as const
