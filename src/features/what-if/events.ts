/** What can happen to what-ifs, and the sentence shown in the history. */
export const whatIfEvents = {
  'placement.explanation-asked': 'It was asked what would place those left out',
  'placement.explained': 'It was worked out what would place one who was left out',
  'placement.change-applied': 'A change that places one who was left out was made',
} as const
