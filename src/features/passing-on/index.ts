// Passing on: a hub that cannot take a school asks it whether its request may go to another hub that offers the same project.
// The other hub sees nothing of it before the school has agreed by its link; then it takes the request into one of its offers,
// where the rules are asked anew, or sends it back with a reason. Until then the request stays where it is, with its turn.

export { answerPassing } from './actions/answer-passing.ts'
export { askToPassOn } from './actions/ask-school.ts'
export { askNoMore } from './actions/end-passing.ts'
export { takePassing } from './actions/take-passing.ts'
export { passingEvents } from './events.ts'
export { isPassableNow, passingInWords } from './passing.ts'
export { mayAnswerPassing } from './policy.ts'
export { lineOfPassings, offersToPassTo, passingById, passingOfInterest } from './queries.ts'
