/** What can happen to places, and the sentence shown in the history. */
export const placeEvents = {
  'place.offered': 'A place was offered',
  'place.held': 'A place was given',
  'place.accepted': 'The offered place was accepted',
  'place.declined': 'The offered place was declined',
  'place.lapsed': 'The offer of a place lapsed',
  'place.released': 'The place was given back',
  'place.left': 'The place was left during the year',
  'place.completed': 'The place was completed',
  'place.moved': 'The place went on in another group',
  'place.taken-along': 'The place of one person went along to another school',
  'needs.changed': 'changed their access or dietary needs',
  'participants.changed': 'The people who take part were changed',
} as const
