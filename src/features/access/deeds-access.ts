import type { Deed } from './deed-access.ts'
import { deedsOfAGroup } from './group-deeds-access.ts'
import { deedsOfAHub } from './hub-deeds-access.ts'
import { deedsOfTheNetwork } from './network-deeds-access.ts'
import { deedsByLink, deedsForAnOrganisation, deedsOfOneself } from './own-deeds-access.ts'

/** Everything that is decided by somebody's part, in the order in which it is told. */
export const deeds: readonly Deed[] = [
  ...deedsOfTheNetwork,
  ...deedsOfAHub,
  ...deedsOfAGroup,
  ...deedsForAnOrganisation,
  ...deedsOfOneself,
  ...deedsByLink,
]
