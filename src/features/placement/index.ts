// Placement: the best way to put everyone who waits for an offer into its groups, under room, travel limits and wishes.
// The solver works in a thread of its own on a job; what it gives is checked without it, and is only a proposal with a
// reason for each until a person accepts it. Accepting offers the places through the room of interest.
export { changeProposal, takeOffPin } from './actions/change-proposal.ts'
export { acceptPlacement, discardPlacement } from './actions/decide-placement.ts'
export { requestPlacement } from './actions/request-placement.ts'
export { runPlacement } from './actions/run-placement.ts'
export { type Asked, usuallyAsked } from './asked.ts'
export { placementEvents } from './events.ts'
export { inputsOf, pinsOf } from './kept-queries.ts'
export { mayRunPlacement } from './policy.ts'
export { obstacleInWords } from './reason.ts'
export { type RunStatus, requireProposed } from './run.ts'
export { placedIn, proposalsOf, type Run, runAtHub } from './run-queries.ts'
