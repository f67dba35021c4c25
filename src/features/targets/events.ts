/** What can happen to recruitment targets, and the sentence shown in the history. */
export const targetEvents = {
  'target.stated': 'A target was stated',
  'target.changed': 'A target was changed',
  'target.removed': 'A target was taken away',
  'target-list.sent': 'A list of targets was sent',
  'target-list.stated': 'The targets of a list were stated',
  'target-list.discarded': 'A list of targets was thrown away',
} as const
