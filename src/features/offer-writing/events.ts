/** What can happen to offers, and the sentence shown in the history. */
export const offerEvents = {
  'offer.drafted': 'The offer was begun as a draft',
  'offer.changed': 'The offer was changed',
  'offer.published': 'The offer was published: anybody can see it and ask to join',
  'offer.closed': 'The offer was closed: nobody can ask to join any more',
  'offer.withdrawn': 'The offer was withdrawn, with a reason',
} as const
