import type { Context } from '../../../platform/context.ts'
import type { CsvFile } from '../../../platform/database/csv-file.ts'
import type { ImportInput, ImportReport, Register } from '../register-import.ts'
import { requireNamed } from './begin-import.ts'
import { importProviders, neededOfProviders } from './import-providers.ts'
import { importSchoolLinks, neededOfLinks } from './import-school-links.ts'
import { importSchools, neededOfSchools } from './import-schools.ts'

type Read = {
  readonly needed: readonly string[]
  readonly read: (context: Context, input: ImportInput) => Promise<ImportReport>
}

const reads: Readonly<Record<Register, Read>> = {
  schools: { needed: neededOfSchools, read: importSchools },
  school_links: { needed: neededOfLinks, read: importSchoolLinks },
  providers: { needed: neededOfProviders, read: importProviders },
}

/** Refuses a file whose first line cannot be this register's. */
export const requireHeader = (register: Register, file: CsvFile): void => requireNamed(file, reads[register].needed)

/** Reads a register from its file. */
export const importRegister = (context: Context, register: Register, input: ImportInput): Promise<ImportReport> =>
  reads[register].read(context, input)
