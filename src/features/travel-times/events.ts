/** What can happen to tables of minutes for travel, and the sentence shown in the history. */
export const travelTimesEvents = {
  'travel-times.sent': 'A table of minutes for travel was sent',
  'travel-times.put-in-force': 'The table counts from now on',
  'travel-times.replaced': 'A later table took its place',
  'travel-times.taken-back': 'The table was taken back',
  'travel-times.restored': 'The table counts again: the one that had taken its place was taken back',
  'travel-times.discarded': 'The table was thrown away',
} as const
