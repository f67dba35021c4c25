import { readDuration, readTime } from './report-times.ts'

/** Somebody in a report, with all the times they came and went, in milliseconds. */
export type Joined = {
  readonly name: string
  readonly email: string | null
  /** The rows of the file that tell of them. */
  readonly rows: readonly number[]
  readonly stretches: readonly (readonly [from: number, to: number | null])[]
  /** Where a report tells only how long, in seconds. */
  readonly seconds: number | null
}

export type RefusedRow = { readonly row: number; readonly what: string; readonly why: string }
export type Report = { readonly joined: readonly Joined[]; readonly refused: readonly RefusedRow[] }

const headings = {
  name: [
    'name',
    'fullname',
    'participant',
    'participantname',
    'nameoriginalname',
    'username',
    'attendee',
    'attendeename',
    'displayname',
  ],
  first: ['firstname'],
  last: ['lastname', 'surname'],
  email: ['email', 'useremail', 'emailaddress', 'participantidupn', 'upn', 'mail'],
  join: ['jointime', 'timejoined', 'joined', 'joinedat', 'firstjoin', 'firstjointime', 'firstseenat', 'starttime'],
  leave: [
    'leavetime',
    'timeexited',
    'left',
    'leftat',
    'timeleft',
    'lastleave',
    'lastleavetime',
    'lastseenat',
    'endtime',
  ],
  duration: [
    'duration',
    'durationminutes',
    'inmeetingduration',
    'totalduration',
    'totaldurationminutes',
    'attendanceduration',
    'timeincall',
  ],
  action: ['useraction', 'action'],
  timestamp: ['timestamp', 'time'],
} as const
type Column = keyof typeof headings
type Columns = Readonly<Partial<Record<Column, number>>>

const folded = (cell: string): string => cell.toLowerCase().replaceAll(/[^a-z]/g, '')

const columnsIn = (cells: readonly string[]): Columns => {
  const words = cells.map(folded)
  const found: Partial<Record<Column, number>> = {}
  for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][])
    for (const name of names) {
      const at = words.indexOf(name)
      if (at >= 0 && found[column] === undefined) found[column] = at
    }
  return found
}

const isHeader = ({ name, first, join, duration, action }: Columns): boolean =>
  (name !== undefined || first !== undefined) && (join ?? duration ?? action) !== undefined

// Of several tables in one file, that of every coming and going tells more than that of the first and the last.
const isPrecise = (cells: readonly string[]): boolean =>
  cells.some((cell) => ['jointime', 'useraction'].includes(folded(cell)))

const headerOf = (rows: readonly (readonly string[])[]): number | null => {
  const all = rows.flatMap((cells, at) => (isHeader(columnsIn(cells)) ? [at] : []))
  return all.find((at) => isPrecise(rows[at] ?? [])) ?? all[0] ?? null
}

type Row = { readonly row: number; readonly cell: (column: Column) => string }
type Read = { readonly name: string; readonly email: string | null; readonly row: number } & (
  | { readonly from: number; readonly to: number | null }
  | { readonly seconds: number }
  | { readonly action: 'joined' | 'left'; readonly at: number }
)

const bodyOf = (rows: readonly (readonly string[])[], header: number, columns: Columns): readonly Row[] => {
  const body: Row[] = []
  for (const [at, cells] of rows.entries()) {
    if (at <= header) continue
    // A line without anything, or the heading of the next table, ends this one.
    if (cells.length === 0 || isHeader(columnsIn(cells)) || (cells.length === 1 && /^\d+\.\s/.test(cells[0] ?? '')))
      break
    body.push({ row: at + 1, cell: (column) => cells[columns[column] ?? -1] ?? '' })
  }
  return body
}

const nameIn = ({ cell }: Row): string => (cell('name') || `${cell('first')} ${cell('last')}`).trim()

const whoIn = (row: Row) => {
  const email = row.cell('email').toLowerCase().slice(0, 200)
  return { name: nameIn(row).slice(0, 200), email: email.includes('@') ? email : null, row: row.row }
}
type Who = ReturnType<typeof whoIn>

const actionIn = (said: string): 'joined' | 'left' | null =>
  /join/i.test(said) ? 'joined' : /le(ft|ave)/i.test(said) ? 'left' : null

const readAction = ({ cell }: Row, who: Who, on: Temporal.PlainDate): Read | string => {
  const action = actionIn(cell('action'))
  if (!action) return `“${cell('action')}” is neither joined nor left`
  const read = readTime(cell('timestamp'), on)
  return 'problem' in read ? read.problem : { ...who, action, at: read.at.epochMilliseconds }
}

// When somebody left is told, or follows from how long they stayed; else they stayed to the end.
const leavingOf = ({ cell }: Row, from: number, seconds: number | null, on: Temporal.PlainDate): number | null => {
  const left = cell('leave') === '' ? null : readTime(cell('leave'), on)
  if (left && 'at' in left) return left.at.epochMilliseconds
  return seconds === null ? null : from + seconds * 1000
}

const readRow = (row: Row, columns: Columns, on: Temporal.PlainDate): Read | string => {
  const { cell } = row
  const who = whoIn(row)
  if (who.name === '' && who.email === null) return 'No name and no email address'
  if (columns.action !== undefined) return readAction(row, who, on)
  const seconds = readDuration(cell('duration'))
  if (cell('join') === '')
    return seconds === null ? 'Neither when they joined nor how long they stayed' : { ...who, seconds }
  const read = readTime(cell('join'), on)
  if ('problem' in read) return read.problem
  const from = read.at.epochMilliseconds
  return { ...who, from, to: leavingOf(row, from, seconds, on) }
}

const stretchesOf = (reads: readonly Read[]): Joined['stretches'] => {
  const whole = reads.flatMap((read) => ('from' in read ? [[read.from, read.to] as const] : []))
  const actions = reads.flatMap((read) => ('action' in read ? [read] : [])).toSorted((one, other) => one.at - other.at)
  const paired: (readonly [number, number | null])[] = []
  let since: number | null = null
  for (const { action, at } of actions) {
    if (action === 'joined') since ??= at
    else if (since !== null) {
      paired.push([since, at])
      since = null
    }
  }
  if (since !== null) paired.push([since, null])
  return [...whole, ...paired]
}

const durationsOf = (reads: readonly Read[]): number | null => {
  const all = reads.flatMap((read) => ('seconds' in read ? [read.seconds] : []))
  return all.length === 0 ? null : all.reduce((sum, each) => sum + each, 0)
}

/** Reads what Teams, Zoom, Meet and the like write of a meeting; null where no table of people is found. */
export const readReport = (rows: readonly (readonly string[])[], on: Temporal.PlainDate): Report | null => {
  const header = headerOf(rows)
  if (header === null) return null
  const columns = columnsIn(rows[header] ?? [])
  const reads: Read[] = []
  const refused: RefusedRow[] = []
  for (const row of bodyOf(rows, header, columns)) {
    const read = readRow(row, columns, on)
    if (typeof read === 'string')
      refused.push({ row: row.row, what: nameIn(row).slice(0, 200), why: read.slice(0, 300) })
    else reads.push(read)
  }
  // Several lines of one person are put together, by the address where there is one.
  const joined = [...Map.groupBy(reads, ({ name, email }) => email ?? name.toLowerCase()).values()].flatMap((own) => {
    const [first] = own
    return first
      ? [
          {
            name: first.name,
            email: first.email,
            rows: own.map(({ row }) => row),
            stretches: stretchesOf(own),
            seconds: durationsOf(own),
          },
        ]
      : []
  })
  return { joined, refused }
}
