/** What a link without an account is good for; its place in this list is in every link sent, so the list only grows. */
export const linkPurposes = [
  'confirm-interest',
  'headteacher',
  'status',
  'place',
  'cancel',
  'reflect',
  'evaluate',
  'calendar',
  'statement',
  'details',
  'confirm-address',
  'stop-address',
  'invitation',
  'date-alert',
  'interest-form',
  'passing-on',
  'host',
  'successor',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** Links about a record of a hub, mailed to somebody it deals with: the hub stops them and has them sent anew. */
export const hubsLinkPurposes = [
  'confirm-interest',
  'headteacher',
  'status',
  'place',
  'cancel',
  'reflect',
  'evaluate',
  'passing-on',
] as const satisfies LinkPurpose[]

export const isHubsLinkPurpose = (purpose: string): purpose is (typeof hubsLinkPurposes)[number] =>
  hubsLinkPurposes.some((each) => each === purpose)
