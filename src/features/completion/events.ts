/** What can happen when groups are completed, and the sentence shown in the history. */
export const completionEvents = {
  'group.year-completed': 'completed the year of the group',
  'project.completing-stated': 'said what completing the project takes',
  'statement.issued': 'a statement of participation was issued',
  'statement.withdrawn': 'withdrew a statement of participation',
} as const
