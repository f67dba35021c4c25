// Imports: a hub moves over. It brings a spreadsheet made by any other tool, says what its columns mean and which schools are
// meant, sees what every row would do, and has it done. Requests are made by the interest room's own action, people by the
// people room's; what an import made can be taken back until something depends on it. The rows go after thirty days.
export { decideSchools } from './actions/decide-schools.ts'
export { matchColumns } from './actions/match-columns.ts'
export { prepareImport } from './actions/prepare-import.ts'
export { runImport } from './actions/run-import.ts'
export { startImport } from './actions/start-import.ts'
export { uploadSpreadsheet } from './actions/upload-spreadsheet.ts'
export { type Counts, countOf, type Import } from './import.ts'
export { type Matching, matchingNamed, matchingsOf } from './matching-queries.ts'
export { mayImport } from './policy.ts'
export { importById } from './queries.ts'
export { refusedFile } from './refused-file.ts'
export { refusedRows } from './row-queries.ts'
export { type SchoolFound, schoolsOf } from './school-queries.ts'
