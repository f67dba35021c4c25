/** What can happen when a lead is replaced, and the sentence shown in the history. */
export const replacingEvents = {
  'group.lead-replaced': 'Somebody else leads the group from a day on',
} as const
