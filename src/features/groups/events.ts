/** What can happen to groups, and the sentence shown in the history. */
export const groupEvents = {
  'group.made': 'The group was made',
  'group.changed': 'The group’s details were changed',
  'group.confirmed': 'The group was confirmed: it goes ahead',
  'group.started': 'The group started',
  'group.completed': 'The group was completed',
  'group.cancelled': 'The group was called off',
  'group.room-shared': 'The room was shared out among the hubs of the group',
  'group.shares-released': 'Unused shares of the room were released to all hubs of the group',
  'group.place-held-back': 'A place was held back',
  'group.place-passed-on': 'A free place was passed on to the next in line',
  'group.room-passed-on': 'Room that was added, or became free, was offered to those who wait and fit',
  'group.hubs-told-of-shares': 'The hubs were told that unused shares were released',
  'group.released-place-passed-on': 'The place that was held back went to the next in line, if anybody fitted',
  'group.held-back-place-released': 'A place that was held back was released',
} as const
