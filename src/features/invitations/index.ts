// Invitations: bringing people in. Somebody is asked to take a role, or to be a colleague at a school, at an address of
// theirs; the pages show the people of a hub, of a school and of the network, with the ways to invite, hand over and end.
export { invite } from './actions/invite.ts'
export { movesAwaiting } from './hub-moves-queries.ts'
export { mayAnswerInvitation, mayInvite, mayKeepEmailDomains, maySettleInvitation } from './policy.ts'
