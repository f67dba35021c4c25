// People: who they are, where they work and what they may do here, over time; how they sign in is the next room.
// Other rooms ask here who may open a page (access), who somebody is, and have people found or made by their address.
// `giveRole`, `writePost` and `leave` write what another room's action has decided; the others decide for themselves.
export {
  groupLeads,
  hubLeads,
  hubStaff,
  hubStaffAnd,
  hubStaffAndNationalTeam,
  nationalReaders,
  nationalTeam,
} from './access.ts'
export { takeBackComingMove } from './actions/announce-move.ts'
export { changeName, changeReferenceNumber, changeTelephone } from './actions/change-details.ts'
export { noteAddressConfirmed } from './actions/confirm-address.ts'
export { confirmAddressChange } from './actions/confirm-address-change.ts'
export { endRole, handOverRole, passRoleOn } from './actions/end-role.ts'
export { findOrCreatePerson, nameOf } from './actions/find-or-create-person.ts'
export { giveRole, grantRole } from './actions/grant-role.ts'
export { askForAddress, requestAddressChange } from './actions/request-address-change.ts'
export { leave, sayWhoLeft, sayWhoMoved } from './actions/say-who-left.ts'
export { settleHubRoles } from './actions/settle-hub-roles.ts'
export { showReferenceNumber } from './actions/show-reference-number.ts'
export { changePost, statePost, writePost } from './actions/state-post.ts'
export { stopAddressChange } from './actions/stop-address-change.ts'
export { takeBackPerson } from './actions/take-back-person.ts'
export { takeForLead } from './actions/take-for-lead.ts'
export { actorIn, actorOfPerson, peopleWithRoles } from './actor-queries.ts'
export { confirmableUntil, initialsOf, maskedAddress } from './address.ts'
export { type ComingMove, comingMovesAtHub, comingMovesFrom, comingMovesOf } from './coming-moves-queries.ts'
export {
  addressChangeById,
  addressesOf,
  formerNames,
  openAddressChange,
  participationsOf,
  personById,
  postsOf,
  referenceNumberOf,
  rolesOf,
  workplacesOf,
} from './details-queries.ts'
export {
  hubOfGroup,
  hubsKnowing,
  hubsOfOrganisation,
  hubsOfPerson,
  hubsWhereTakingPart,
  peopleKnownTo,
} from './hub-queries.ts'
export { type KnownPerson, peopleAtAddresses } from './known-queries.ts'
export {
  hubIdsOf,
  isAtHub,
  isHubLead,
  isNationalTeam,
  isStaff,
  leadsGroup,
  mayChangeDetails,
  mayConfirmAddress,
  mayEndRole,
  mayGrantRole,
  maySayWhoLeft,
  maySayWhoMoved,
  maySeeReferenceNumber,
  mayStopAddressChange,
  mayVouchFor,
  organisationIdsOf,
  personIdOf,
  slugOfHubLed,
} from './policy.ts'
export {
  addressee,
  addressOf,
  currentPosts,
  hubStaffAddresses,
  leadsOfOrganisation,
  type PersonSeen,
  personWithAddress,
} from './queries.ts'
