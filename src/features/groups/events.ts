/** What can happen to groups, and the sentence shown in the history. */
export const groupEvents = {
  'group.made': 'The group was made',
  'group.changed': 'The group’s details were changed',
  'group.confirmed': 'The group was confirmed: it goes ahead',
  'group.started': 'The group started',
  'group.completed': 'The group was completed',
  'group.cancelled': 'The group was called off',
} as const
