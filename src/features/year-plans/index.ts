// Year plans: a month and a year of everything that somebody leads or that a hub holds, with what speaks against each date, and what
// leading comes to, over all groups. The time that leads spend beside their sessions is recorded here and counts towards their days.
export { recordTimeBeside } from './actions/record-time.ts'
export { planOf } from './queries.ts'
