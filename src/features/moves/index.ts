// Moves: what becomes of what somebody takes part in for a school that they have left. The room of people notes that they
// left, and where they went; here the hub decides, place by place, and everybody concerned hears of it.
export { decideMove } from './actions/decide-move.ts'
export { mayDecideOnMove } from './policy.ts'
