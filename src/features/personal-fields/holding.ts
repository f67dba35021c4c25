/** How a row leads to a person: their id, an address of theirs, a record of theirs, an event about them, or a list of ids. */
export type Whose =
  | { readonly by: 'person'; readonly column: string }
  /** always: also where the row names a person by id, who only wrote it for them */
  | { readonly by: 'address'; readonly column: string; readonly always?: true }
  | { readonly by: 'record'; readonly column: string; readonly of: 'participants' | 'expressions_of_interest' }
  | { readonly by: 'event'; readonly column: string }
  | { readonly by: 'people'; readonly column: string }

/** What erasure does with a value: clears it, puts words in its place, deletes its row, or keeps it because it is counted. */
export type Erasure = 'clear' | 'keep' | 'row' | { readonly replace: string; readonly isJson?: boolean }

/** What an id, or a word kept as a code, is shown as to people. */
export type Shown =
  | 'as-it-is'
  | 'post'
  | 'role'
  | 'organisation'
  | 'hub'
  | 'group'
  | 'session'
  | 'project'
  | 'offer'
  | 'task'
  | 'question'
  | 'person'

export type Field = {
  readonly called: string
  readonly erasure: Erasure
  /** Left out of the subject-access report: a secret of the sign-in, or what was said of somebody else. */
  readonly isWithheld: boolean
  /** The value is a name or an address by which the person is looked for everywhere when they are erased. */
  readonly names: boolean
  readonly shown: Shown
}

const field = (called: string, erasure: Erasure, more: Partial<Field> = {}): Field => ({
  called,
  erasure,
  isWithheld: false,
  names: false,
  shown: 'as-it-is',
  ...more,
})

export const cleared = (called: string, more: Partial<Field> = {}): Field => field(called, 'clear', more)
export const replaced = (called: string, replace: string, more: Partial<Field> = {}): Field =>
  field(called, { replace }, more)
/** A list that is kept as JSON: nothing is left in it. */
export const emptied = (called: string, more: Partial<Field> = {}): Field =>
  field(called, { replace: '[]', isJson: true }, more)
export const kept = (called: string, shown: Shown = 'as-it-is'): Field => field(called, 'keep', { shown })
export const goes = (called: string, more: Partial<Field> = {}): Field => field(called, 'row', more)
export const secret = (called: string): Field => field(called, 'row', { isWithheld: true })

export const byPerson = (column = 'person_id'): Whose => ({ by: 'person', column })
export const byPeople = (column: string): Whose => ({ by: 'people', column })
export const byAddress = (column: string): Whose => ({ by: 'address', column })
export const byAddressAlways = (column: string): Whose => ({ by: 'address', column, always: true })
export const byParticipant = (column = 'participant_id'): Whose => ({ by: 'record', column, of: 'participants' })
export const byInterest = (column = 'interest_id'): Whose => ({ by: 'record', column, of: 'expressions_of_interest' })

export type Basis = 'public task' | 'legal obligation' | 'consent'

/** One kind of thing held about people: the personal fields of one table, for one part a person has in its rows. */
export type Holding = {
  readonly key: string
  readonly table: string
  readonly called: string
  readonly whose: readonly Whose[]
  readonly purpose: string
  readonly basis: Basis
  readonly seenBy: string
  /** The rule of retention that says how long. */
  readonly rule: string
  readonly fields: Readonly<Record<string, Field>>
  /** Why something stays when the person is erased. */
  readonly keptBecause?: string
}

/** The rows go as a whole when the person is erased. */
export const goesWhole = ({ fields }: Holding): boolean =>
  Object.values(fields).some(({ erasure }) => erasure === 'row')

/** Columns written without a comma, as they stand in the table of the personal fields. */
export const columnsIn = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** What an erased person's name and address say instead. */
export const erasedName = 'Erased person'
export const erasedAddress = 'erased@erased.invalid'
/** What stands in a text where an erased person was named. */
export const erasedMention = '[erased]'
