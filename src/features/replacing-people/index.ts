// Replacing people: somebody who took part has left during the year, and the room for them stays with their school. The school is
// asked for a successor by a day and reminded; when nobody is named by then, the hub decides, and nothing is taken away by itself.
export { askForException, decideOnException } from './actions/decide-exception.ts'
export { nameSuccessor } from './actions/name-successor.ts'
export { askForSuccessors, successorMail } from './jobs.ts'
export { mayDecideOnException, mayNameSuccessor, maySettleSuccessor } from './policy.ts'
export { countSuccessorsAwaited, successorsOfPlace } from './queries.ts'
