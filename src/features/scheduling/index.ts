// Scheduling: the dates of a group's year, proposed. What the project asks for, what the lead, the venue and the schools can, and the
// days that matter are searched for the best dates; what is accepted becomes provisional sessions, which are shifted and confirmed together.
export { acceptSchedule } from './actions/accept-schedule.ts'
export { proposeSchedule } from './actions/propose-schedule.ts'
export { stateOwnTimes, stateTimesOfLead, stateVenueTimes } from './actions/state-times.ts'
export { wantedOf } from './around-queries.ts'
export { type Asked, usualAsk } from './asked.ts'
export { mayStateOwnTimes, mayStateTimesOfLead, mayStateVenueTimes } from './policy.ts'
export { latestProposal } from './queries.ts'
