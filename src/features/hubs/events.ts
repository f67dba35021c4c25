/** What can happen to hubs, and the sentence shown in the history. */
export const hubEvents = {
  'hub.opened': 'The hub was opened',
  'hub.renamed': 'The hub took another name',
  'hub.leads-changed': 'The hub’s lead organisations changed',
  'hub.area-changed': 'The area of the hub changed',
  'hub.described': 'How the hub is reached, or what it says of itself, was changed',
  'hub.privacy-notice-written': 'The hub’s privacy notice was written anew',
  'hub.corrected': 'What was recorded of the hub was corrected',
  'hub.change-planned': 'A change was decided for a day to come',
  'hub.change-cancelled': 'A change decided for a day to come was called off',
  'hub.handed-over': 'The hub was handed over to a new lead organisation',
  'hub.merged': 'The hub merged into another',
  'hub.divided': 'The hub was divided: a part of it became a hub of its own',
  'hub.staff-settled': 'It was settled who works at the hub from then on',
  'offer.passed-on': 'The offer passed to another hub',
  'group.passed-on': 'The group passed to another hub',
} as const
