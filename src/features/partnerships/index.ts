// Partnerships: which trust a school belongs to and who trains teachers together in a year, as the national team states it beside the
// registers. Everything holds from a day; what held before is kept. A register that says something new of a school's trust is believed.
export { beginPartnership } from './actions/begin-partnership.ts'
export { endPartnership } from './actions/end-partnership.ts'
export { stateTrust } from './actions/state-trust.ts'
export { mayStatePartnerships } from './policy.ts'
