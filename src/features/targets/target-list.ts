import { type AcademicYear, parseAcademicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { officialProjectCode } from '../../vocabulary/project-code.ts'
import { markOf, mostGroups, mostPlaces, type Planned, planRefusal } from './target.ts'

/** What a list of targets says, column by column. */
export const columns = ['hub', 'project', 'groups', 'places', 'year'] as const
export type Column = (typeof columns)[number]

/** A row as it came: its number in the file, and what stands in the columns that mean something here. */
export type ListRow = { readonly number: number } & Readonly<Record<Column, string>>

export type KnownHub = {
  readonly id: string
  readonly slug: string
  readonly names: readonly string[]
  readonly isOpen: boolean
}
export type KnownProject = {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly isOwn: boolean
}
export type Known = {
  readonly year: AcademicYear
  readonly hubs: readonly KnownHub[]
  readonly projects: readonly KnownProject[]
  /** The plans that stand, by hub and project. */
  readonly plans: ReadonlyMap<string, Planned>
}

export const planKey = (hubId: string, projectId: string): string => `${hubId} ${projectId}`

export type RowOutcome = 'new' | 'changed' | 'same' | 'refused'
export type RowPlanned = {
  readonly row: ListRow
  readonly outcome: RowOutcome
  readonly reason: string | null
  readonly hubId: string | null
  readonly projectId: string | null
  readonly planned: Planned | null
  readonly before: Planned | null
}

// "The London Central & West Maths Hub" and "london-central-and-west" name one hub.
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(the|maths|hub)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const hubMeant = (said: string, hubs: readonly KnownHub[]): KnownHub | string => {
  if (plain(said) === '') return 'It names no hub'
  const meant = hubs.filter(({ slug, names }) => [slug, ...names].some((name) => plain(name) === plain(said)))
  const open = meant.filter(({ isOpen }) => isOpen)
  const [only] = open
  if (only && open.length === 1) return only
  if (open.length > 1) return `“${said}” has been the name of several hubs: write the name that it has today`
  return meant.length > 0
    ? `“${said}” has closed`
    : `No hub is called “${said}”: write its name as the network knows it`
}

const projectMeant = (said: string, { projects, year }: Known): KnownProject | string => {
  if (said === '') return 'It names no project'
  const code = officialProjectCode(said)
  const meant = projects.filter((project) => (code ? project.code === code : plain(project.title) === plain(said)))
  const [only] = meant
  const of = `of ${yearLabel(year)}`
  if (!only) return `No published project ${of} is ${code ?? `called “${said}”`}`
  if (meant.length > 1) return `Several projects ${of} are called “${said}”: write the code`
  return only.isOwn ? `“${only.title}” is a hub’s own project: the hub plans it itself` : only
}

const numberIn = (text: string, most: number, what: string): number | string => {
  const tidy = text.replaceAll(',', '').replace(/\.0+$/, '')
  if (!/^\d+$/.test(tidy)) return `${what} must be a whole number, and “${text}” is none`
  return Number(tidy) > most ? `${what} cannot be more than ${most.toLocaleString('en-GB')}` : Number(tidy)
}

const yearRefusal = (said: string, year: AcademicYear): string | null =>
  said === '' || parseAcademicYear(said) === year
    ? null
    : `It is for ${said}, and this list is read for ${yearLabel(year)}`

type Read = { readonly hub: KnownHub; readonly project: KnownProject; readonly planned: Planned }

const readRow = (row: ListRow, known: Known): Read | string => {
  const year = yearRefusal(row.year, known.year)
  if (year) return year
  const hub = hubMeant(row.hub, known.hubs)
  if (typeof hub === 'string') return hub
  const project = projectMeant(row.project, known)
  if (typeof project === 'string') return project
  if (row.groups === '' && row.places === '') return 'It states no groups and no places'
  const groups = numberIn(row.groups, mostGroups, 'Groups')
  if (typeof groups === 'string') return groups
  const places = numberIn(row.places, mostPlaces, 'Places')
  if (typeof places === 'string') return places
  return planRefusal({ groups, places }) ?? { hub, project, planned: { groups, places } }
}

const isRepeated = (row: ListRow, key: string, seen: Map<string, number>): string | null => {
  const earlier = seen.get(key)
  if (earlier !== undefined) return `Row ${earlier} of this list names the same hub and project already`
  seen.set(key, row.number)
  return null
}

/** Says of every row what it will do, in the order of the rows: the same list twice changes nothing. */
export const planList = (rows: readonly ListRow[], known: Known): readonly RowPlanned[] => {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const refused = (reason: string): RowPlanned => ({
      ...{ row, outcome: 'refused', reason, hubId: null, projectId: null, planned: null, before: null },
    })
    const read = readRow(row, known)
    if (typeof read === 'string') return refused(read)
    const key = planKey(read.hub.id, read.project.id)
    const repeated = isRepeated(row, key, seen)
    if (repeated) return refused(repeated)
    const before = known.plans.get(key) ?? null
    const outcome = before === null ? 'new' : markOf(before) === markOf(read.planned) ? 'same' : 'changed'
    return { row, outcome, reason: null, hubId: read.hub.id, projectId: read.project.id, planned: read.planned, before }
  })
}

export const countOutcomes = (rows: readonly Pick<RowPlanned, 'outcome'>[]): Readonly<Record<RowOutcome, number>> => ({
  new: rows.filter(({ outcome }) => outcome === 'new').length,
  changed: rows.filter(({ outcome }) => outcome === 'changed').length,
  same: rows.filter(({ outcome }) => outcome === 'same').length,
  refused: rows.filter(({ outcome }) => outcome === 'refused').length,
})

/** What was seen before it was confirmed: differs as soon as any row would do something else. */
export const markOfList = (rows: readonly RowPlanned[]): string =>
  rows.map(({ outcome, planned, before }) => `${outcome[0]}${markOf(planned)}:${markOf(before)}`).join(' ')

export type RowRefused = { readonly number: number; readonly reason: string }
export const refusedRowsOf = (rows: readonly RowPlanned[]): readonly RowRefused[] =>
  rows.flatMap(({ row, reason }) => (reason === null ? [] : [{ number: row.number, reason }]))

/** What a list that was stated came to. */
export type ListOutcome = {
  readonly counts: Readonly<Record<RowOutcome, number>>
  readonly refused: readonly RowRefused[]
}

export type ListStatus = 'waiting' | 'stated' | 'discarded'
export type TargetList = {
  readonly id: string
  readonly year: AcademicYear
  readonly fileName: string
  readonly readAs: string
  readonly rows: readonly ListRow[]
  readonly status: ListStatus
  readonly sentAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly outcome: ListOutcome | null
}
