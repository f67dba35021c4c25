// Placement solving: the best way to put everybody who asks into groups, found by a solver in a thread of its own. An instance
// is plain data, each kind of limit a small builder of rows, and what counts first is a level of its own: of two placements
// the better is the one that places more of the highest standing, then of the next, then moves fewer, then weighs less.
// It knows no database and no page; what it finds is taken only when the room of the checker finds no fault in it.
export { type Barrier, barredBy, barrierOf, milesBetween, minutesTo, mostMilesOf, mostMinutesOf } from './barriers.ts'
export { claimOf } from './claim.ts'
export { type Figures, figuresOf, tenths } from './figures.ts'
export { firstCome } from './greedy.ts'
export {
  type Applicant,
  type Assignment,
  byPriority,
  datesChoices,
  type GroupToFill,
  groupOf,
  type Instance,
  measures,
  membersOf,
  opensIn,
  peopleOf,
  phasesChoices,
  type Rules,
  usualRules,
} from './instance.ts'
export { groupsLookedAt } from './pairs.ts'
export { bestPlacement, type Solved, solverAlone } from './solver/solve.ts'
export type { Progress } from './solver/task.ts'
export { CalledOff, NoPlacement } from './solver/thread.ts'
export { isOnAWishedDay, isOtherTheme, movesOf, weightOfPair, weightOfWay, wishMet } from './weights.ts'
