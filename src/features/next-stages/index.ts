// Next stages: the invitations of schools that completed a stage to the one that follows (S4, B6). They are prepared when a
// group's year is completed, each by the hub whose school it is, and sent, all or some, when that hub says so.
export { prepareInvitations } from './actions/prepare-invitations.ts'
export { sendInvitations } from './actions/send-invitations.ts'
export { nextStageEvents } from './events.ts'
export { mayInviteToNextStage } from './policy.ts'
export { invitationsOfHub } from './queries.ts'
