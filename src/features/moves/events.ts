/** What can happen to the places of people who change school, and the sentence shown in the history. */
export const moveEvents = {
  'move.told': 'Everybody concerned was told what was decided',
  'move.decided': 'The hub decided what becomes of a place when somebody left the school',
} as const
