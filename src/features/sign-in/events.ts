/** What can happen while signing in and out, and the sentence shown in the history. */
export const signInEvents = {
  'sign-in.requested': 'asked for a sign-in link',
  'sign-in.link-made': 'an operator made a sign-in link',
  'person.signed-in': 'signed in',
  'person.signed-out': 'signed out',
  'person.signed-out-everywhere': 'signed out on every device',
  'session-of-sign-in.revoked': 'ended a signed-in session',
  'passkey.added': 'added a passkey',
  'passkey.removed': 'removed a passkey',
  'passkey.suspected': 'a passkey was refused, because there may be a copy of it',
  'provider-account.linked': 'linked an account elsewhere for signing in',
  'provider-account.unlinked': 'unlinked an account elsewhere',
} as const
