// National registers: the schools register, its links and the providers' register, as the state publishes them. Each is read again
// and again; a reading says what changed, what it cannot settle waits for the national team, who keep the bodies no register knows.
// The bodies themselves, as every room sees them, are the earlier room's: organisations.

export { requireNamed, type WhenKept } from './actions/begin-import.ts'
export { importProviders } from './actions/import-providers.ts'
export { importSchoolLinks } from './actions/import-school-links.ts'
export { importSchools } from './actions/import-schools.ts'
export { settleQuestion } from './actions/settle-question.ts'
export { companyOf } from './bodies-queries.ts'
export { neededColumns } from './needed-columns.ts'
export { mayKeepRegisters } from './policy.ts'
export {
  type ImportInput,
  type ImportReport,
  linesOfImport,
  type RefusedRow,
  type Register,
  refusedAsRows,
  registerLabels,
  registers,
} from './register-import.ts'
