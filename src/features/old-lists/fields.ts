import type { ListKind } from './old-list.ts'

/** What a column of a spreadsheet can hold. */
export const fields = [
  { key: 'school_name', label: 'School: name', group: 'School' },
  { key: 'school_urn', label: 'School: URN', group: 'School' },
  { key: 'school_postcode', label: 'School: postcode', group: 'School' },
  { key: 'school_town', label: 'School: town', group: 'School' },
  { key: 'person_name', label: 'Person: whole name', group: 'Person' },
  { key: 'person_first', label: 'Person: first name', group: 'Person' },
  { key: 'person_last', label: 'Person: surname', group: 'Person' },
  { key: 'person_email', label: 'Person: email address', group: 'Person' },
  { key: 'person_post', label: 'Person: post', group: 'Person' },
  { key: 'person_telephone', label: 'Person: telephone', group: 'Person', only: 'interest' },
  { key: 'second_name', label: 'Second person: whole name', group: 'Second person' },
  { key: 'second_first', label: 'Second person: first name', group: 'Second person' },
  { key: 'second_last', label: 'Second person: surname', group: 'Second person' },
  { key: 'second_email', label: 'Second person: email address', group: 'Second person' },
  { key: 'second_post', label: 'Second person: post', group: 'Second person' },
  { key: 'headteacher_name', label: 'Headteacher: name', group: 'Headteacher', only: 'interest' },
  { key: 'headteacher_email', label: 'Headteacher: email address', group: 'Headteacher', only: 'interest' },
  { key: 'people_count', label: 'Number of people', group: 'Request', only: 'interest' },
  { key: 'asked_on', label: 'Date asked', group: 'Request', only: 'interest' },
  { key: 'preference', label: 'Preferred group or theme', group: 'Request', only: 'interest' },
  { key: 'travel', label: 'Miles they would travel', group: 'Request', only: 'interest' },
  { key: 'access_needs', label: 'Access and dietary needs', group: 'Request', only: 'interest', many: true },
  { key: 'comments', label: 'Comments', group: 'Request', only: 'interest', many: true },
  { key: 'status', label: 'Status (cancelled rows are left out)', group: 'Request' },
] as const satisfies readonly {
  key: string
  label: string
  group: string
  only?: ListKind
  many?: boolean
}[]

export type FieldKey = (typeof fields)[number]['key']

const isFor = (field: (typeof fields)[number], kind: ListKind): boolean => !('only' in field) || field.only === kind

export const fieldsFor = (kind: ListKind): readonly (typeof fields)[number][] =>
  fields.filter((field) => isFor(field, kind))

export const isFieldFor = (text: string, kind: ListKind): text is FieldKey =>
  fieldsFor(kind).some(({ key }) => key === text)

export const labelOf = (key: string): string => fields.find((field) => field.key === key)?.label ?? ''

/** Whether several columns may hold the same. */
export const mayRepeat = (key: string): boolean => fields.some((field) => field.key === key && 'many' in field)

/** What is missing from a matching, or twice in it, each as a sentence; empty when it can be used. */
export const faultsOf = (matching: readonly string[]): readonly string[] => {
  const has = (key: FieldKey) => matching.includes(key)
  const twice = fields.filter(({ key }) => !mayRepeat(key) && matching.filter((each) => each === key).length > 1)
  const faults = [
    !(has('school_name') || has('school_urn')) && 'Say which column holds the school’s name or its URN',
    !(has('person_name') || (has('person_first') && has('person_last'))) &&
      'Say which column holds the person’s whole name, or which two hold the first name and the surname',
    !has('person_email') && 'Say which column holds the person’s email address',
    ...twice.map(({ label }) => `Only one column can hold “${label}”`),
  ]
  return faults.filter((fault) => fault !== false)
}
