// People: who they are, where they work and what they may do here; how they sign in is the next room.
// Other rooms ask here who may open a page (access), who somebody is, and have people found or made by their address.
export { groupLeads, hubLeads, hubStaff, hubStaffAnd, nationalReaders, nationalTeam } from './access.ts'
export { noteAddressConfirmed } from './actions/confirm-address.ts'
export { findOrCreatePerson, nameOf } from './actions/find-or-create-person.ts'
export { grantRole } from './actions/grant-role.ts'
export { statePost } from './actions/state-post.ts'
export { takeBackPerson } from './actions/take-back-person.ts'
export { actorOfPerson, type KnownPerson, peopleAtAddresses } from './known-queries.ts'
export { hubIdsOf, isAtHub, isHubLead, isNationalTeam, leadsGroup, organisationIdsOf, personIdOf } from './policy.ts'
export {
  addressOf,
  currentPosts,
  hubStaffAddresses,
  type PersonSeen,
  personWithAddress,
} from './queries.ts'
