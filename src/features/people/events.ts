/** What can happen to people, and the sentence shown in the history. */
export const peopleEvents = {
  'person.made-known': 'became known here',
  'post.stated': 'stated a post',
  'role.granted': 'was given a part',
  'sign-in.requested': 'asked for a sign-in link',
  'sign-in.link-made': 'an operator made a sign-in link',
  'person.signed-in': 'signed in',
  'person.signed-out': 'signed out',
  'session-of-sign-in.revoked': 'ended a signed-in session',
} as const
