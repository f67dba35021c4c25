/** What can happen to registers, and the sentence shown in the history. */
export const registerEvents = {
  'register.taken': 'took the register',
  'mark.corrected': 'corrected a mark',
  'mark.kept-beside': 'sent a mark that differs from the one that stood',
  'mark.settled': 'settled a conflict of marks',
} as const
