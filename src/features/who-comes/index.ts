// Who comes: which people of a place come to which session of their group. What nobody stated follows the kind of session and the
// part somebody has; the school, the person, a lead or the hub state otherwise, or name a substitute for one session.
// The view `who_comes_to_sessions` says it for every session: registers, dates and calendars go by it.
export { nameSubstitute } from './actions/name-substitute.ts'
export { stateWhoComes } from './actions/state-who-comes.ts'
export { mayStateWhoComes } from './policy.ts'
