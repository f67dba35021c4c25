/** What can happen on a group's page, and the sentence shown in the history. */
export const groupPageEvents = {
  'material.added': 'Something to read was put on the group’s page',
  'material.taken-back': 'Something to read was taken off the group’s page',
  'group-message.written': 'A message to everybody in the group was written',
  'group-message.taken-back': 'A message to the group was taken back before it was sent',
} as const
