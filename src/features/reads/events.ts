/** What can happen when personal data is taken out, and the sentence shown in the history. */
export const readsEvents = {
  'export.made': 'took out an export',
} as const
