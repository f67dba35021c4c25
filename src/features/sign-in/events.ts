/** What can happen while signing in and out, and the sentence shown in the history. */
export const signInEvents = {
  'sign-in.requested': 'asked for a sign-in link',
  'sign-in.link-made': 'an operator made a sign-in link',
  'person.signed-in': 'signed in',
  'person.signed-out': 'signed out',
  'session-of-sign-in.revoked': 'ended a signed-in session',
} as const
