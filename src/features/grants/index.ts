// Grants: money outward by rules that are data, of the network or of a hub: to schools for taking part, to the schools of leads for
// their days, to Community Leads. What is due is worked out from the marks; a person approves it; it is paid, made void or clawed
// back, each with its entry in the ledger that holds charges too, so that nothing is ever changed in place.

export { grantEvents } from './events.ts'
export { type GrantStatus, grantStatusLabels } from './grant.ts'
export { mayMoveGrant, mayWriteGrantRules } from './policy.ts'
export { grantsOfOrganisations } from './queries.ts'
