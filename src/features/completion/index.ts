// Completion: closing the year of a group in one transaction: places completed or left, stages of schools recorded, statements
// of participation issued, invitations to the next stage prepared. Anyone holding a statement can check it (B7).
export { completeGroupYear } from './actions/complete-group-year.ts'
export { carryTerms, stateTerms } from './actions/state-terms.ts'
export { completionEvents } from './events.ts'
