/** What can happen to placements, and the sentence shown in the history. */
export const placementEvents = {
  'placement.requested': 'The best placement was asked for',
  'placement.proposed': 'A placement was proposed',
  'placement.cancelled': 'The placement was called off while it was being worked out',
  'placement.failed': 'No placement was found',
  'placement.changed': 'A result of the placement was changed by hand',
  'placement.explanation-asked': 'It was asked what would place those left out',
  'placement.explanation-failed': 'What would place one who was left out could not be worked out',
  'placement.explained': 'It was worked out what would place one who was left out',
  'placement.change-applied': 'A change that places one who was left out was made',
  'placement.group-opened': 'A group was opened by the placement',
  'placement.accepted': 'The placement was accepted and its places offered',
  'placement.discarded': 'The placement was discarded',
} as const
