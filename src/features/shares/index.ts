// Shares: what each hub has of the room of a group, what it keeps free, and what becomes of both: unused shares are released to
// all hubs on their day, a place that was held back is released with a reason, and each goes to the next in line by itself.
export { answerAsking } from './actions/answer-asking.ts'
export { askPartner } from './actions/ask-partner.ts'
export { releaseHeldBack } from './actions/release-held-back.ts'
export { releaseShares } from './actions/release-shares.ts'
export { maySeeRoom } from './policy.ts'
