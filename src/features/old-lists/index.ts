// Old lists: what a spreadsheet made by any other tool means. Which of its rows is the header, what each column holds, how a cell
// names people, posts and schools, and which school that may be. Nothing is read from a file or written here: imports does that.
export { faultsOf, fieldsFor, isFieldFor, labelOf } from './fields.ts'
export { headerRowOf, headingsOf, samplesOf, shapeOf } from './header.ts'
export { type ListKind, type Options, usualOptions } from './old-list.ts'
export { preferenceMeant } from './preference.ts'
export { proposeMatching, proposeOptions } from './proposal.ts'
export {
  type Entry,
  isNoSchool,
  type PersonRead,
  type RowRead,
  readRow,
  type SchoolSaid,
} from './row-reading.ts'
export { type Candidate, keyOfSchool, schoolMeant } from './school-likeness.ts'
