// Targets: how many groups and places a hub plans for a project and year, and what has come about: what "against plan" means.
// The national team states them, by hand or from a list; a hub sees its own, and its leads plan the projects it devised for itself.
export { sendList } from './actions/send-list.ts'
export { stateList } from './actions/state-list.ts'
export { stateTargets } from './actions/state-targets.ts'
export { knownForList, targetListById } from './list-queries.ts'
export { mayStateTargets } from './policy.ts'
export { markOf, type Planned } from './target.ts'
export { markOfList, planList } from './target-list.ts'
