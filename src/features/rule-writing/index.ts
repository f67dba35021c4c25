// Rule writing: where the national team, and hubs for their own projects, compose the rules of who can take part, fact by
// fact, on the draft or the correction of a project and of its themes. What is composed is saved with the project, in its
// versions; each rule proposes its own sentence and is shown as a tree that can be read. Rooms where other rules are composed
// use its tree of facts and its trial.
export type { Lists } from './fact-kinds.ts'
export { valuesWith } from './leaf.form.ts'
export { listsFor, namesIn } from './lists-queries.ts'
export { type About, readingOf } from './pages/reading.view.ts'
export { treeFields } from './pages/tree.view.ts'
export { trialView } from './pages/trial.view.ts'
export { sensible } from './rule.form.ts'
export { rearranged, subjectOf, withRule } from './rule-written.ts'
export { senseInWords } from './sense.ts'
export { readTree } from './tree.form.ts'
export { emptyTree, rooted, treeOf } from './tree.ts'
export { type Outcome, outcomeOf } from './trying.ts'
export { tryOn } from './trying-queries.ts'
export { afterPressing, treeIn, typedTree, withTree } from './typed-tree.ts'
