import { labelOf } from './schools-register.ts'

/** The registers that are read, and what each is called. */
export const registers = ['schools', 'school_links', 'providers'] as const
export type Register = (typeof registers)[number]

export const registerLabels: Readonly<Record<Register, string>> = {
  schools: 'Schools register',
  school_links: 'Links between schools',
  providers: 'Providers of teacher training',
}

/** What can become of an organisation when a register is read. */
export const changeKinds = [
  'new',
  'changed',
  'closed',
  'reopened',
  'succeeded',
  'merged',
  'split',
  'academised',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export const changeLabels: Readonly<Record<ChangeKind, string>> = {
  new: 'New',
  changed: 'Changed',
  closed: 'Closed',
  reopened: 'Opened again',
  succeeded: 'Followed by another school',
  merged: 'Merged into another school',
  split: 'Split into several schools',
  academised: 'Converted to an academy',
}

export type RefusedRow = {
  readonly line: number
  readonly sign: string
  readonly name: string
  readonly reason: string
}

/** How many organisations each thing happened to; `fields` counts by fact what was changed. */
export type Counts = {
  readonly rows: number
  readonly refused: number
  readonly unchanged: number
  readonly not_in_file: number
  readonly other: number
  readonly questions: number
  readonly missing_columns: readonly string[]
  readonly fields: Readonly<Record<string, number>>
} & Readonly<Record<ChangeKind, number>>

/** What reading a register came to. */
export type ImportReport = {
  readonly id: string
  readonly register: Register
  readonly fileName: string
  readonly counts: Counts
  readonly refused: readonly RefusedRow[]
}

/** A reading of a register, as it was kept. */
export type ImportSeen = {
  readonly id: string
  readonly register: Register
  readonly fileName: string
  readonly importedAt: Temporal.Instant
  readonly by: string | null
  readonly encoding: string
  readonly forced: boolean
  readonly counts: Counts
  readonly refused: readonly RefusedRow[]
}

/** What is read, under which name, and whether warnings are overruled. */
export type ImportInput = {
  readonly path: string
  readonly fileName: string
  readonly force: boolean
  readonly progress?: (step: string, share: number | null) => void
  /** It came by a page: it waits for its turn, and what is refused says what to do there. */
  readonly isSent?: boolean
}

/** What to do when a warning does not hold. */
export const overruledBy = ({ isSent }: Pick<ImportInput, 'isSent'>): string =>
  isSent ? 'send it again and choose to have it read all the same' : 'give --force'

export const noCounts: Counts = {
  rows: 0,
  refused: 0,
  unchanged: 0,
  not_in_file: 0,
  other: 0,
  questions: 0,
  missing_columns: [],
  fields: {},
  new: 0,
  changed: 0,
  closed: 0,
  reopened: 0,
  succeeded: 0,
  merged: 0,
  split: 0,
  academised: 0,
}

/** Of so many that were open, this share may close or be missing before somebody should look at the file. */
const alarmingShare = 0.05
const fewest = 10

export const isAlarming = (count: number, of: number): boolean => count > Math.max(fewest, of * alarmingShare)

const counted = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** Refused rows for a spreadsheet program. */
export const refusedAsRows = (refused: readonly RefusedRow[]): readonly (readonly string[])[] => [
  ['Line', 'Number', 'Name', 'Reason'],
  ...refused.map(({ line, sign, name, reason }) => [String(line), sign, name, reason]),
]

/** What came of reading a register, in lines for people. */
export const linesOfImport = ({ register, fileName, counts }: Omit<ImportReport, 'refused'>): readonly string[] => {
  const what = changeKinds.filter((kind) => counts[kind] > 0)
  const fields = Object.entries(counts.fields).sort((a, b) => b[1] - a[1])
  const lines = [
    `${registerLabels[register]} (${fileName}): ${counted(counts.rows, 'row', 'rows')}, ${counts.unchanged.toLocaleString('en-GB')} as before${counts.refused > 0 ? `, ${counts.refused.toLocaleString('en-GB')} refused` : ''}.`,
    what.length === 0 ? 'Nothing changed.' : '',
    ...what.map((kind) => `  ${changeLabels[kind]}: ${counts[kind].toLocaleString('en-GB')}`),
    fields.length > 0
      ? `  What differs: ${fields.map(([field, count]) => `${labelOf(field)} (${count.toLocaleString('en-GB')})`).join(', ')}`
      : '',
    counts.not_in_file > 0
      ? `  ${counted(counts.not_in_file, 'one that is known is', 'that are known are')} not in the file; nothing was done about that.`
      : '',
    counts.other > 0
      ? `  ${register === 'providers' ? 'New partnerships' : 'Links of other kinds, not kept'}: ${counts.other.toLocaleString('en-GB')}`
      : '',
    counts.missing_columns.length > 0
      ? `  Columns that the file does not have: ${counts.missing_columns.join(', ')}. What is known of them stays.`
      : '',
    counts.questions > 0
      ? `  ${counted(counts.questions, 'question', 'questions')} for the national team, at /network/registers.`
      : '',
  ]
  return lines.filter((line) => line !== '')
}
