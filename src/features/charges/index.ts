// Charges: notice not to come, by a personal link; and the money a policy asks for, computed from evidence, never silently.
// A charge is proposed by the policy that was agreed to and decided by a person (domain rule 7; S14).
export { takeBackCharge } from './actions/move-charge.ts'
export { proposeCharge } from './actions/propose-charge.ts'
export { isUnagreedMove } from './cancellation.ts'
export { type ChargeCause, causeLabels, chargeStatusLabels } from './charge.ts'
export { storedEvidence } from './charge-queries.ts'
export { chargeEvents } from './events.ts'
export { mayGiveNotice, mayGiveUpPlace, mayMoveCharge } from './policy.ts'
export { agreedAt, participationById } from './queries.ts'
export { reasonInWords } from './reason-in-words.ts'
