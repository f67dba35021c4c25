// People: who they are, where they work, what they may do here and how they sign in.
// Other rooms ask here who may open a page (access), who somebody is, and have people found or made by their address.
export { groupLeads, hubLeads, hubStaff, hubStaffAnd, nationalReaders, nationalTeam } from './access.ts'
export { findOrCreatePerson, nameOf } from './actions/find-or-create-person.ts'
export { grantRole } from './actions/grant-role.ts'
export { makeSignInLink } from './actions/request-sign-in.ts'
export { statePost } from './actions/state-post.ts'
export { hubIdsOf, isAtHub, isHubLead, isNationalTeam, leadsGroup, organisationIdsOf, personIdOf } from './policy.ts'
export {
  actorOfSession,
  addressOf,
  currentPosts,
  hubStaffAddresses,
  type PersonSeen,
  personWithAddress,
} from './queries.ts'
