import { providerColumns } from './provider-row.ts'
import type { Register } from './register-import.ts'
import { schoolFacts, urnColumn } from './schools-register.ts'

/** The columns of a links file. */
export const linkColumns = { urn: 'URN', other: 'LinkURN', type: 'LinkType', on: 'LinkEstablishedDate' } as const

/** Without these columns a register's file says too little to go by. */
export const neededColumns: Readonly<Record<Register, readonly string[]>> = {
  schools: [urnColumn, ...schoolFacts.filter(({ isNeeded }) => isNeeded).map(({ from }) => from)],
  school_links: [linkColumns.urn, linkColumns.other, linkColumns.type],
  providers: [providerColumns.name, providerColumns.kind],
}
