import { schoolPhases } from '../../vocabulary/school-phases.ts'

/** How a cell of the register is read; what cannot be read as such is taken as not said, but for what is checked. */
export type Reading = 'text' | 'code' | 'whole' | 'share' | 'day' | 'metres' | 'postcode' | 'status' | 'phase'

/** Where a fact of a school stands in the register, and what it is called when it changes. */
export type SchoolFact = {
  readonly column: string
  readonly from: string
  readonly read: Reading
  readonly label: string
  /** Without it the file says too little to go by. */
  readonly isNeeded?: true
  /** Pages show it: when it changes, the school's history tells. */
  readonly isSeen?: true
}

const fact = (
  column: string,
  from: string,
  read: Reading,
  label: string,
  more: Pick<SchoolFact, 'isNeeded' | 'isSeen'> = {},
): SchoolFact => ({ column, from, read, label, ...more })

const needed = { isNeeded: true, isSeen: true } as const
const seen = { isSeen: true } as const

/** What is kept of a school, by the names of the register's columns. Nothing is kept of its headteacher. */
export const schoolFacts: readonly SchoolFact[] = [
  fact('name', 'EstablishmentName', 'text', 'Name', needed),
  fact('status', 'EstablishmentStatus (code)', 'status', 'Status', needed),
  fact('type_code', 'TypeOfEstablishment (code)', 'code', 'Type code', { isNeeded: true }),
  fact('type_name', 'TypeOfEstablishment (name)', 'text', 'Type', seen),
  fact('type_group', 'EstablishmentTypeGroup (name)', 'text', 'Group of types'),
  fact('phase', 'PhaseOfEducation (code)', 'phase', 'Phase', needed),
  fact('phase_code', 'PhaseOfEducation (code)', 'code', 'Phase code', { isNeeded: true }),
  fact('opened_on', 'OpenDate', 'day', 'Opened'),
  fact('closed_on', 'CloseDate', 'day', 'Closed'),
  fact('low_age', 'StatutoryLowAge', 'whole', 'Youngest age', seen),
  fact('high_age', 'StatutoryHighAge', 'whole', 'Oldest age', seen),
  fact('authority_given', 'LA (code)', 'text', 'Local authority', needed),
  fact('ukprn', 'UKPRN', 'text', 'UKPRN'),
  fact('street', 'Street', 'text', 'Street', seen),
  fact('locality', 'Locality', 'text', 'Locality'),
  fact('town', 'Town', 'text', 'Town', seen),
  fact('postcode', 'Postcode', 'postcode', 'Postcode', seen),
  fact('easting', 'Easting', 'metres', 'Easting'),
  fact('northing', 'Northing', 'metres', 'Northing'),
  fact('region', 'GOR (name)', 'text', 'Region'),
  fact('urban_rural', 'UrbanRural (name)', 'text', 'Urban or rural'),
  fact('gender', 'Gender (name)', 'text', 'Gender of entry'),
  fact('religious_character', 'ReligiousCharacter (name)', 'text', 'Religious character'),
  fact('pupils', 'NumberOfPupils', 'whole', 'Pupils'),
  fact('capacity', 'SchoolCapacity', 'whole', 'Capacity'),
  fact('free_meals_percent', 'PercentageFSM', 'share', 'Free school meals, per cent'),
  fact('website', 'SchoolWebsite', 'text', 'Website', seen),
  fact('telephone', 'TelephoneNum', 'text', 'Telephone'),
]

export const urnColumn = 'URN'
export const trustColumns = { code: 'Trusts (code)', name: 'Trusts (name)' } as const
export const authorityNameColumn = 'LA (name)'

/** The register's codes of status, as the number stands without its zeros. */
export const statusOfCode: Readonly<Record<string, string>> = {
  '1': 'open',
  '2': 'closed',
  '3': 'proposed_to_close',
  '4': 'proposed_to_open',
}

export const phaseOfCode: Readonly<Record<string, string>> = Object.fromEntries(
  schoolPhases.map((phase, code) => [String(code), phase]),
)

/** Types of the register whose schools the state funds, and those that it does not; of any other it is not known. */
export const fundedTypes: readonly string[] =
  '1 2 3 5 6 7 8 12 14 15 18 28 31 32 33 34 35 36 38 39 40 41 42 43 44 45 46 47 48 57'.split(' ')
export const unfundedTypes: readonly string[] = '10 11 24 25 26 27 29 30 37 49 56'.split(' ')

/** Types of academy and free school: what a school becomes when it is converted. */
export const academyTypes: readonly string[] = '28 33 34 35 36 38 39 40 41 42 43 44 45 46 57'.split(' ')

/** Types of establishment outside England, of whose authorities nothing is asked. */
export const typesElsewhere: readonly string[] = '25 26 30 37'.split(' ')

const otherLabels: Readonly<Record<string, string>> = {
  trust: 'Trust',
  successors: 'Followed by',
  provider_code: 'Provider code',
  itt_kind: 'Kind of provider',
  itt_phases: 'Phases of teacher training',
  accredited: 'Accredited',
  authority_code: 'Local authority',
}

/** The name for a fact that has changed, for people. */
export const labelOf = (column: string): string =>
  otherLabels[column] ?? schoolFacts.find((each) => each.column === column)?.label ?? column
