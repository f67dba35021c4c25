/** What can happen to the time beside sessions, and the sentence shown in the history. */
export const yearPlanEvents = {
  'time-beside.recorded': 'Time beside the sessions was recorded',
  'time-beside.removed': 'Time beside the sessions was taken away',
} as const
