// Rule writing: where the national team, and hubs for their own projects, compose the rules of who can take part, fact by
// fact, on the draft or the correction of a project and of its themes. What is composed is saved with the project, in its
// versions; each rule proposes its own sentence and is shown as a tree that can be read.
export { subjectOf } from './rule-written.ts'
