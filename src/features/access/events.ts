/** What can happen to access, and the sentence shown in the history. */
export const accessEvents = {
  'acting.begun': 'somebody began to act for the person, for support',
  'acting.ended': 'acting for the person ended',
  'acting.lapsed': 'acting for the person ended by itself',
} as const
