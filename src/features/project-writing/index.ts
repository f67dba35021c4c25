// Project writing: where the national team and hubs write projects. A draft is written part by part, previewed as it will
// read, published, corrected without anybody seeing half a correction, and withdrawn; every version is kept, and what
// changed between two of them is told word by word.
// The rooms that write single parts of a project on pages of their own (its questions) use its forms of several rows.
export { correctProject } from './actions/correct-project.ts'
export { draftProject, writePart } from './actions/write-project.ts'
export { type Difference, differencesOf } from './differences.ts'
export { namesIn } from './list-queries.ts'
export { differencesView } from './pages/differences.view.ts'
export { writingOf } from './pages/place-of-writing.ts'
export { listOf, type PlaceOfWriting } from './pages/projects.view.ts'
export { oneLine, parseRows, problemsOf, type Read } from './pages/rows.form.ts'
export { kept, rowsView } from './pages/rows.view.ts'
export { afterPressing, type Row, rowsIn, typedRows, withRows } from './rows.ts'
export { choicesOf, questionKindWords, strengthWords } from './wording.ts'
export { everyField, isStillWritten, newProject, type WrittenProject, type WrittenRule } from './written-project.ts'
export { markOf, type Writing, writtenProject } from './written-queries.ts'
