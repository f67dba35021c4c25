export type MergeKind = 'person' | 'organisation'

/** The record that is kept, and the one that becomes its alias. */
export type Pair = { readonly keptId: string; readonly mergedId: string }

/** A merge can be undone on its day and for thirty days after it. */
export const daysToUndo = 30
export const lastDayToUndo = (mergedOn: Temporal.PlainDate): Temporal.PlainDate => mergedOn.add({ days: daysToUndo })

/** Columns that are chosen together: those of the record that is kept stay, or those of the other take their place. */
export type FieldGroup = { readonly key: string; readonly label: string; readonly columns: readonly string[] }

export const personFields: readonly FieldGroup[] = [
  { key: 'name', label: 'Name', columns: ['name'] },
  { key: 'telephone', label: 'Telephone', columns: ['telephone'] },
  { key: 'reference-number', label: 'Teacher reference number', columns: ['teacher_reference_number'] },
]

/** Which of two main addresses is written to: not a column of the person, but chosen in the same way. */
export const addressField: FieldGroup = { key: 'address', label: 'Main email address', columns: [] }

const columns = (words: string): readonly string[] => words.split(' ')

export const organisationFields: readonly FieldGroup[] = [
  { key: 'name', label: 'Name', columns: ['name'] },
  {
    key: 'register',
    label: 'What it is, and its URN',
    columns: columns(
      'kind urn status opened_on closed_on phase phase_code type_code type_name type_group state_funded low_age high_age gender religious_character pupils capacity free_meals_percent trust_code invented',
    ),
  },
  { key: 'ukprn', label: 'UKPRN', columns: ['ukprn'] },
  { key: 'itt', label: 'Teacher training', columns: columns('itt_kind itt_phases provider_code') },
  {
    key: 'address',
    label: 'Address',
    columns: columns(
      'street locality town postcode authority_code authority_given region urban_rural easting northing',
    ),
  },
  {
    key: 'contact',
    label: 'Website, telephone and domains of email',
    columns: columns('website telephone email_domains'),
  },
]

export const fieldsOf = (kind: MergeKind): readonly FieldGroup[] =>
  kind === 'person' ? [...personFields, addressField] : organisationFields

/** What somebody has chosen, field by field: what is not named stays as the kept record has it. */
export type Choice = 'kept' | 'merged'
export type Choices = Readonly<Record<string, Choice>>

export const isFromMerged = (choices: Choices, key: string): boolean => choices[key] === 'merged'

/** Rows of one kind that would move, with the names of the first of them. */
export type Moving = { readonly words: string; readonly count: number; readonly names: readonly string[] }

/** What stands against a merge, and what is worth knowing before it. */
export type Standing = { readonly against: readonly string[]; readonly notes: readonly string[] }

/** Two ids in the order in which a pair of possible duplicates is kept. */
export const inOrder = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one]
