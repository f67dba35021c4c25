// Own part: what somebody reads of a group without working on it. Who takes part reads the names and schools of the others, and
// their own attendance, tasks and charges; who leads a school or institution reads the same of the people who take part for it.
export { mayReadNames, mayReadPart } from './policy.ts'
export { ownPartIn, partsOf, tasksOf } from './queries.ts'
