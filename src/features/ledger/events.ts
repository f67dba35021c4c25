/** What can happen in the ledger, and the sentence shown in the history. */
export const ledgerEvents = {
  'ledger-entry.added': 'an entry was added to the ledger',
} as const
