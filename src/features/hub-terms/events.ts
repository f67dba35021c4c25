/** What can happen to a hub's policies and venues, and the sentence shown in the history. */
export const hubTermsEvents = {
  'policy.written': 'A version of a cancellation policy was written',
  'venue.added': 'A venue was added',
  'venue.changed': 'What is said of a venue was changed',
  'venue.retired': 'A venue was retired: nothing new is planned there',
  'venue.taken-back': 'A retired venue is used again',
} as const
