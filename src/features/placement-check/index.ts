// Placement check: whether a placement keeps every limit, found without the model that made it: its own facts and its own
// arithmetic, from who goes where to a sentence for each limit that is broken. It imports nothing of placement, which stands
// after it; nothing is offered that it refuses.
export { faultsOf } from './check.ts'
export type { Claim, ClaimedGroup, ClaimedSchool, Fault, FaultKind } from './claim.ts'
export { faultsAsPublished, type Published } from './published-queries.ts'
