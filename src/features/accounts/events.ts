/** What can happen to statements of account, and the sentence shown in the history. */
export const accountEvents = {
  'account-statement.issued': 'a statement of account was issued',
} as const
