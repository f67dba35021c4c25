/** What can happen to the schedule of a group, and the sentence shown in the history. */
export const schedulingEvents = {
  'schedule.proposed': 'Dates for the year were proposed',
  'schedule.accepted': 'Proposed dates became the group’s provisional sessions',
  'schedule.shifted': 'Sessions were moved together',
  'times.stated': 'It was stated when somebody can lead sessions',
  'times.stated-by-hub': 'The hub stated when somebody can lead sessions',
  'venue-times.stated': 'It was stated when a venue is free',
} as const
