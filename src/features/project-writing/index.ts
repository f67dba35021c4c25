// Project writing: where the national team and hubs write projects. A draft is written part by part, previewed as it will
// read, published, corrected without anybody seeing half a correction, and withdrawn; every version is kept, and what
// changed between two of them is told word by word.
export { correctProject } from './actions/correct-project.ts'
export { draftProject, writePart } from './actions/write-project.ts'
export { writingOf } from './pages/place-of-writing.ts'
export { listOf, type PlaceOfWriting } from './pages/projects.view.ts'
export { strengthWords } from './wording.ts'
export { everyField, isStillWritten, newProject, type WrittenProject, type WrittenRule } from './written-project.ts'
export { markOf, type Writing, writtenProject } from './written-queries.ts'
