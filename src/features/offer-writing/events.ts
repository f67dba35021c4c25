/** What can happen to offers, and the sentence shown in the history. */
export const offerEvents = {
  'offer.drafted': 'The offer was begun as a draft',
  'offer.changed': 'The offer was changed',
  'offer.published': 'The offer was published: anybody can see it and ask to join',
  'offer.closed': 'The offer was closed: nobody can ask to join any more',
  'offer.withdrawn': 'The offer was withdrawn, with a reason',
  'policy.written': 'A version of a cancellation policy was written',
  'venue.added': 'A venue was added',
  'venue.changed': 'What is said of a venue was changed',
  'venue.retired': 'A venue was retired: nothing new is planned there',
  'venue.taken-back': 'A retired venue is used again',
} as const
