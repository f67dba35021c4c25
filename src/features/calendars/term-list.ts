import { academicYearOf } from '../../vocabulary/academic-year.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import { datesInWords, datesRefusal, overlapped, type TermDates, type TermKind } from './school-days.ts'
import type { TermRow } from './term-rows.ts'

export type KnownAuthority = { readonly code: string; readonly name: string }

/** What the rows of a list are read against: the authorities for which whoever brings it may state days, and what stands. */
export type KnownTerms = {
  readonly authorities: readonly KnownAuthority[]
  /** Other authorities, which are named in a refusal. */
  readonly others: readonly KnownAuthority[]
  readonly standing: readonly (TermDates & { readonly authority: string })[]
}

export type TermOutcome = 'new' | 'changed' | 'same' | 'refused'
export type TermPlanned = {
  readonly row: TermRow
  readonly outcome: TermOutcome
  readonly reason: string | null
  readonly authority: string | null
  readonly dates: TermDates | null
  readonly before: TermDates | null
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(
      /\b(london borough of|royal borough of|city of|the|council|borough|county|city|local authority)\b/g,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()

const isCalled = (said: string) => (each: KnownAuthority) =>
  each.code === said || each.code === said.padStart(3, '0') || plain(each.name) === plain(said)

const authorityMeant = (said: string, { authorities, others }: KnownTerms): KnownAuthority | string => {
  if (said === '') return 'It names no authority'
  const meant = authorities.filter(isCalled(said))
  const [only] = meant
  if (only && meant.length === 1) return only
  if (only) return `“${said}” may be ${meant.map(({ name }) => name).join(' or ')}: write its code`
  const other = others.find(isCalled(said))
  return other
    ? `${other.name} is outside the area of your hub, and no school of your groups lies there`
    : `No authority is called “${said}”: write its name or code as the registers have it`
}

const kinds: readonly string[] = ['term', 'holiday'] satisfies TermKind[]
const isKind = (text: string): text is TermKind => kinds.includes(text)

const kindOf = ({ kind, name }: TermRow): string => {
  const said = kind.toLowerCase()
  if (/holiday|closed|break/.test(said)) return 'holiday'
  if (/term|open/.test(said)) return 'term'
  if (said !== '') return `Its kind is “${kind}”: write Term or Holiday`
  return /holiday|half[ -]?term|break|closed|easter|christmas|inset/i.test(name) ? 'holiday' : 'term'
}

type Read = { readonly authority: KnownAuthority; readonly dates: TermDates }

const dateOf = (text: string, what: string): Temporal.PlainDate | string =>
  text === '' ? `It has no ${what}` : (parseDate(text) ?? `“${text}” is no date: write its ${what} like 25/10/2021`)

const readRow = (row: TermRow, known: KnownTerms): Read | string => {
  const authority = authorityMeant(row.authority, known)
  if (typeof authority === 'string') return authority
  const kind = kindOf(row)
  if (!isKind(kind)) return kind
  const from = dateOf(row.from, 'first day')
  if (typeof from === 'string') return from
  const to = dateOf(row.to === '' ? row.from : row.to, 'last day')
  if (typeof to === 'string') return to
  const dates = { kind, name: row.name, from, to }
  return datesRefusal(dates) ?? { authority, dates }
}

const keyOf = (authority: string, { name, from }: TermDates): string =>
  `${authority} ${academicYearOf(from)} ${name.toLowerCase()}`

const isSame = (one: TermDates, other: TermDates): boolean =>
  one.kind === other.kind && one.from.equals(other.from) && one.to.equals(other.to)

const outcomeOf = (before: TermDates | null, dates: TermDates): TermOutcome => {
  if (before === null) return 'new'
  return isSame(before, dates) ? 'same' : 'changed'
}

/** Says of every row what it will do, in the order of the rows: the same list twice changes nothing, and what it does not name stays. */
export const planTermList = (rows: readonly TermRow[], known: KnownTerms): readonly TermPlanned[] => {
  const read = rows.map((row) => readRow(row, known))
  const named = new Set(
    read.flatMap((each) => (typeof each === 'string' ? [] : [keyOf(each.authority.code, each.dates)])),
  )
  const standing = new Map(known.standing.map((each) => [keyOf(each.authority, each), each]))
  // What the list itself says anew is no longer in its way.
  const remaining = known.standing.filter((each) => !named.has(keyOf(each.authority, each)))
  const taken = new Map<string, TermDates & { readonly row: number; readonly authority: string }>()
  return rows.map((row, at): TermPlanned => {
    const refused = (reason: string): TermPlanned => ({
      ...{ row, outcome: 'refused', reason, authority: null, dates: null, before: null },
    })
    const each = read[at] ?? ''
    if (typeof each === 'string') return refused(each)
    const { authority } = each
    const key = keyOf(authority.code, each.dates)
    const before = standing.get(key) ?? null
    const dates = { ...each.dates, name: before?.name ?? each.dates.name }
    const earlier = taken.get(key)
    if (earlier) return refused(`Row ${earlier.row} of this list names it already`)
    const others = [...remaining, ...taken.values()].filter((other) => other.authority === authority.code)
    const clash = overlapped(dates, others)
    if (clash) return refused(`It overlaps ${clash.name} (${datesInWords(clash)}) of ${authority.name}`)
    taken.set(key, { ...dates, row: row.number, authority: authority.code })
    return { row, outcome: outcomeOf(before, dates), reason: null, authority: authority.code, dates, before }
  })
}

export const countTermRows = (rows: readonly Pick<TermPlanned, 'outcome'>[]): Readonly<Record<TermOutcome, number>> => {
  const count = (wanted: TermOutcome) => rows.filter(({ outcome }) => outcome === wanted).length
  return { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }
}

const said = (dates: TermDates | null): string => (dates ? `${dates.kind}${dates.from}${dates.to}` : '')

/** What was seen before it was confirmed: differs as soon as any row would do something else. */
export const markOfTermList = (rows: readonly TermPlanned[]): string =>
  rows.map(({ outcome, dates, before }) => `${outcome[0]}${said(dates)}:${said(before)}`).join(' ')

export type TermRefused = { readonly number: number; readonly reason: string }
export const refusedTermRows = (rows: readonly TermPlanned[]): readonly TermRefused[] =>
  rows.flatMap(({ row, reason }) => (reason === null ? [] : [{ number: row.number, reason }]))

/** What a list that was stated came to. */
export type TermListOutcome = {
  readonly counts: Readonly<Record<TermOutcome, number>>
  readonly refused: readonly TermRefused[]
}

export type TermListStatus = 'waiting' | 'stated' | 'discarded'
export type TermList = {
  readonly id: string
  readonly hubId: string | null
  readonly fileName: string
  readonly readAs: string
  readonly rows: readonly TermRow[]
  readonly status: TermListStatus
  readonly sentAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly outcome: TermListOutcome | null
}
