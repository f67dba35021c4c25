/** What can happen to absences, and the sentence shown in the history. */
export const absenceEvents = {
  'register.closed': 'the register closed, and charges were proposed for those who did not come',
} as const
