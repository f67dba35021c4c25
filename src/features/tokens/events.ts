/** What can happen to tokens for programs, and the sentence shown in the history. */
export const tokensEvents = {
  'program-token.made': 'made a token for a program',
  'program-token.revoked': 'revoked a token for a program',
} as const
