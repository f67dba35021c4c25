// What if: what one change would place whoever a placement has left out. Each change is tried by solving the placement again
// with that change alone, from what it was worked out from, moving as few as can be; nothing is guessed, and nothing is changed
// before somebody decides to.
export { applyChange } from './actions/apply-change.ts'
export { askForExplanations } from './actions/ask-for-explanations.ts'
export { explainOne } from './actions/explain-one.ts'
