// Year plans: a month and a year of everything that somebody leads or that a hub holds, with what speaks against each date, and what
// leading comes to, over all groups. The time that leads and those who take part spend beside sessions is recorded here, done or planned.
export { recordTimeBeside } from './actions/record-time.ts'
export { besideAlone, besideTogether, type Minutes, type TimeBeside } from './beside.ts'
export { besideInGroups, planOf } from './queries.ts'
