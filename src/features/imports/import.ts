import { Refused } from '../../platform/errors.ts'
import type { ListKind, Options } from '../old-lists/index.ts'

export const importStatuses = [
  'matching',
  'preparing',
  'settling',
  'ready',
  'running',
  'finished',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportStatus = (typeof importStatuses)[number]

export const importStatusLabels: Readonly<Record<ImportStatus, string>> = {
  matching: 'Match the columns',
  preparing: 'Being read',
  settling: 'Schools to decide',
  ready: 'Ready to import',
  running: 'Being imported',
  finished: 'Imported',
  undoing: 'Being undone',
  undone: 'Undone',
  discarded: 'Thrown away',
}

export const importTones = {
  matching: 'attention',
  preparing: 'waiting',
  settling: 'attention',
  ready: 'attention',
  running: 'waiting',
  finished: 'good',
  undoing: 'waiting',
  undone: 'over',
  discarded: 'over',
} as const satisfies Record<ImportStatus, string>

/** What a row will do, and what it did. */
export const outcomes = [
  'unread',
  'waiting',
  'new',
  'changed',
  'same',
  'left_out',
  'refused',
  'made',
  'added',
  'here',
] as const
export type Outcome = (typeof outcomes)[number]

export const isOutcome = (text: string): text is Outcome => outcomes.some((each) => each === text)

type Words = Readonly<Record<Outcome, string>>
const both: Pick<Words, 'unread' | 'waiting' | 'left_out' | 'refused' | 'same' | 'here'> = {
  unread: 'Not read yet',
  waiting: 'Its school is to be decided',
  same: 'Already here',
  left_out: 'Left out',
  refused: 'Refused',
  here: 'Was already here',
}

export const outcomeLabels: Readonly<Record<ListKind, Words>> = {
  interest: {
    ...both,
    new: 'New request',
    changed: 'Joins a request',
    made: 'Request made',
    added: 'Added to a request',
  },
  people: { ...both, new: 'New person', changed: 'New post', made: 'Person made known', added: 'Post added' },
}

export const outcomeTones = {
  unread: 'plain',
  waiting: 'attention',
  new: 'new',
  changed: 'new',
  same: 'plain',
  left_out: 'over',
  refused: 'bad',
  made: 'good',
  added: 'good',
  here: 'plain',
} as const satisfies Record<Outcome, string>

export type Counts = Readonly<Partial<Record<Outcome, number>>>

export const countOf = (counts: Counts, ...which: readonly Outcome[]): number =>
  which.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)

/** A spreadsheet that a hub brings, and how far it has come. */
export type Import = {
  readonly id: string
  readonly hubId: string
  readonly kind: ListKind
  readonly offerId: string | null
  readonly fileName: string
  readonly readAs: string
  readonly status: ImportStatus
  readonly headerRow: number
  readonly header: readonly string[]
  readonly headerShape: string
  readonly matching: readonly string[] | null
  readonly options: Options
  readonly tells: boolean
  readonly round: number
  readonly rowsDone: number
  readonly counts: Counts
  readonly requestedById: string | null
  readonly startedById: string | null
  readonly createdAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
  readonly undoneAt: Temporal.Instant | null
  readonly rowsDeletedAt: Temporal.Instant | null
}

const changeable: readonly ImportStatus[] = ['matching', 'preparing', 'settling', 'ready']

/** Whether nothing has been written yet, so that columns and schools can still be changed. */
export const isChangeable = (status: ImportStatus): boolean => changeable.includes(status)

export const requireChangeable = ({ status }: Pick<Import, 'status'>): void => {
  if (!isChangeable(status)) throw new Refused(`This is not possible any more: ${sentences[status]}`)
}

/** What is kept of the rows so many days after the import has ended is their number. */
export const daysRowsAreKept = 30

const sentences: Readonly<Record<ImportStatus, string>> = {
  matching: 'its columns are not matched yet.',
  preparing: 'it is being read.',
  settling: 'some of its schools are to be decided.',
  ready: 'it is ready to be imported.',
  running: 'it is being imported.',
  finished: 'it has been imported.',
  undoing: 'it is being undone.',
  undone: 'it has been undone.',
  discarded: 'it was thrown away.',
}

/** Refuses what is possible only in some states, in words. */
export const requireOneOf = ({ status }: Pick<Import, 'status'>, wanted: readonly ImportStatus[]): void => {
  if (!wanted.includes(status)) throw new Refused(`This is not possible now: ${sentences[status]}`)
}
