import { fieldsOfDecisions } from './fields-of-decisions.ts'
import { fieldsOfFactsTold } from './fields-of-facts-told.ts'
import { fieldsOfGroupWork } from './fields-of-group-work.ts'
import { fieldsOfGroups } from './fields-of-groups.ts'
import { fieldsOfInterest } from './fields-of-interest.ts'
import { fieldsOfMail } from './fields-of-mail.ts'
import { fieldsOfPassingOn } from './fields-of-passing-on.ts'
import { fieldsOfPeople } from './fields-of-people.ts'
import { fieldsOfPlanning } from './fields-of-planning.ts'
import { fieldsOfRecords } from './fields-of-records.ts'
import { fieldsOfSigningIn } from './fields-of-signing-in.ts'
import { fieldsOfTheInstallation } from './fields-of-the-installation.ts'
import { fieldsOfWhatItCameTo } from './fields-of-what-it-came-to.ts'
import { columnsIn, type Holding } from './holding.ts'
import { nothingPersonal, plainColumns } from './nothing-personal.ts'

/** Every personal field of the database: the privacy notice, the report to a person, erasure and retention are made from it. */
export const holdings: readonly Holding[] = [
  ...fieldsOfPeople,
  ...fieldsOfSigningIn,
  ...fieldsOfRecords,
  ...fieldsOfInterest,
  ...fieldsOfFactsTold,
  ...fieldsOfPassingOn,
  ...fieldsOfGroups,
  ...fieldsOfGroupWork,
  ...fieldsOfPlanning,
  ...fieldsOfMail,
  ...fieldsOfWhatItCameTo,
  ...fieldsOfTheInstallation,
  ...fieldsOfDecisions,
]

/** The columns of a table that somebody has looked at and classified; null when nobody has looked at the table. */
export const classifiedColumns = (table: string): ReadonlySet<string> | null => {
  const impersonal = nothingPersonal[table]
  if (impersonal) return new Set(columnsIn(impersonal.columns))
  const found = holdings.filter((holding) => holding.table === table)
  if (found.length === 0) return null
  return new Set([...found.flatMap(({ fields }) => Object.keys(fields)), ...columnsIn(plainColumns[table] ?? '')])
}
