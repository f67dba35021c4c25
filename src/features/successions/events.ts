/** What can happen when a school is followed by another, and the sentence shown in the history. */
export const successionsEvents = {
  'organisation.followed': 'What the school took part in followed to its successor',
  'place.followed': 'The place followed the school to its successor',
  'interest.followed': 'The request followed the school to its successor',
  'succession.asked': 'Somebody was asked what becomes of what a closed school takes part in',
  'succession.settled': 'It was decided what becomes of what a closed school takes part in',
} as const
