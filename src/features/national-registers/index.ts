// National registers: the schools register, its links and the providers' register, as the state publishes them. Each is read again
// and again; a reading says what changed, what it cannot settle waits for the national team, who keep the bodies no register knows.
// The bodies themselves, as every room sees them, are the earlier room's: organisations.
export { importProviders } from './actions/import-providers.ts'
export { importRegister, requireHeader } from './actions/import-register.ts'
export { importSchoolLinks } from './actions/import-school-links.ts'
export { importSchools } from './actions/import-schools.ts'
export { settleQuestion } from './actions/settle-question.ts'
export { companyOf } from './bodies-queries.ts'
export { mayKeepRegisters } from './policy.ts'
export { writeChange } from './providers-store.ts'
export { refusedCsv } from './refused-csv.ts'
export {
  type ImportInput,
  type ImportReport,
  linesOfImport,
  type RefusedRow,
  type Register,
  registerLabels,
  registers,
} from './register-import.ts'
