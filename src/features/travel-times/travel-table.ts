import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { parsePostcode } from '../../vocabulary/postcode.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import { minutesIn } from './minutes.ts'
import type { TableRow } from './table-rows.ts'

export const tableStatuses = ['waiting', 'in_force', 'replaced', 'taken_back', 'discarded'] as const
export type TableStatus = (typeof tableStatuses)[number]

export type RowRefused = { readonly row: TableRow; readonly reason: string }
export type TravelTable = {
  readonly id: string
  readonly hubId: string
  readonly year: AcademicYear
  readonly fileName: string
  readonly readAs: string
  readonly status: TableStatus
  readonly ways: number
  readonly refused: readonly RowRefused[]
  readonly sentAt: Temporal.Instant
  readonly inForceAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly replacesId: string | null
}

/** Where a way ends: a venue of the hub, a school, or whatever lies at a postcode. */
export type Destination =
  | { readonly kind: 'venue'; readonly id: string }
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'postcode'; readonly postcode: string }

export type Way = { readonly organisationId: string; readonly to: Destination; readonly minutes: number }

export type KnownSchool = {
  readonly id: string
  readonly name: string
  readonly urn: number | null
  readonly postcode: string | null
  /** Null while it is open; else who follows it, in words, or nothing. */
  readonly closed: { readonly followedBy: string | null } | null
}
export type KnownVenue = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly postcode: string | null
}
export type Known = { readonly schools: readonly KnownSchool[]; readonly venues: readonly KnownVenue[] }

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’‘`.]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\bst\b/g, 'saint')
    .trim()

const alike = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.replaceAll(' ', '').toUpperCase() === other.replaceAll(' ', '').toUpperCase()

/** What a row says of a school: a number or a postcode may stand in the place of the name. */
type Said = { readonly name: string; readonly urn: string; readonly postcode: string }

const openOne = (school: KnownSchool): KnownSchool | string =>
  school.closed === null
    ? school
    : `${school.name} has closed${school.closed.followedBy ? `: ${school.closed.followedBy} follows it, name that` : ''}`

const byUrn = (urn: string, { schools }: Known): KnownSchool | string => {
  const number = parseUrn(urn)
  if (number === null) return `“${urn}” is no URN: it has six digits`
  const school = schools.find((each) => each.urn === number)
  return school ? openOne(school) : `No school has the URN ${number}`
}

const oneOf = (schools: readonly KnownSchool[], said: string): KnownSchool | string => {
  const open = schools.filter(({ closed }) => closed === null)
  const [first] = open.length > 0 ? open : schools
  if (!first) return `No school is called “${said}”: give its URN`
  return open.length > 1 ? `${open.length} schools are called “${said}”: give the URN or the postcode` : openOne(first)
}

const byName = ({ name, postcode }: Said, { schools }: Known): KnownSchool | string => {
  const named = schools.filter((each) => plain(each.name) === plain(name))
  const at = parsePostcode(postcode)
  if (postcode !== '' && at === null) return `“${postcode}” is no postcode`
  const here = at === null ? named : named.filter((each) => alike(each.postcode, at))
  if (at !== null && here.length === 0 && named.length > 0)
    return `${name} is not at ${at}: check the postcode, or give its URN`
  return oneOf(here, name)
}

const byPostcode = (postcode: string, { schools }: Known): KnownSchool | string => {
  const at = parsePostcode(postcode)
  if (at === null) return `“${postcode}” is no postcode`
  const here = schools.filter((each) => alike(each.postcode, at) && each.closed === null)
  const [first] = here
  if (!first) return `No school is known at ${at}: give its URN or name`
  return here.length > 1 ? `${here.length} schools are at ${at}: give the URN or name` : first
}

const schoolMeant = (said: Said, known: Known): KnownSchool | string => {
  if (said.urn !== '') return byUrn(said.urn, known)
  if (/^(urn:?\s*)?\d[\d\s]*$/i.test(said.name)) return byUrn(said.name, known)
  if (said.name !== '' && parsePostcode(said.name) !== null) return byPostcode(said.name, known)
  if (said.name !== '') return byName(said, known)
  return said.postcode === '' ? 'It names no school' : byPostcode(said.postcode, known)
}

const venueNamed = (said: string, { venues }: Known): Destination | string | null => {
  const meant = venues.filter(({ name, shortName }) => [name, shortName].some((each) => plain(each) === plain(said)))
  const [first] = meant
  if (!first) return null
  return meant.length > 1
    ? `${meant.length} venues are called “${said}”: give the postcode`
    : { kind: 'venue', id: first.id }
}

const atPostcode = (postcode: string, { schools, venues }: Known): Destination | string => {
  const at = parsePostcode(postcode)
  if (at === null) return `“${postcode}” is no postcode`
  return [...venues, ...schools].some((each) => alike(each.postcode, at))
    ? { kind: 'postcode', postcode: at }
    : `No venue and no school is known at ${at}`
}

const organisationAt = (school: KnownSchool | string): Destination | string =>
  typeof school === 'string' ? school : { kind: 'organisation', id: school.id }

const destinationMeant = ({ to, toUrn, toPostcode }: TableRow, known: Known): Destination | string => {
  if (toUrn !== '') return organisationAt(byUrn(toUrn, known))
  const venue = to === '' ? null : venueNamed(to, known)
  if (venue !== null && (typeof venue !== 'string' || toPostcode === '')) return venue
  if (toPostcode !== '') return atPostcode(toPostcode, known)
  if (to === '') return 'It does not say where to'
  if (parsePostcode(to) !== null) return atPostcode(to, known)
  const school = schoolMeant({ name: to, urn: '', postcode: '' }, known)
  return typeof school === 'string' && !/\d{6}/.test(to) && school.startsWith('No school')
    ? `No venue of the hub and no school is called “${to}”`
    : organisationAt(school)
}

const wayIn = (row: TableRow, known: Known): Way | string => {
  const school = schoolMeant({ name: row.school, urn: row.urn, postcode: row.postcode }, known)
  if (typeof school === 'string') return school
  const to = destinationMeant(row, known)
  if (typeof to === 'string') return to
  const minutes = minutesIn(row.minutes)
  return typeof minutes === 'string' ? minutes : { organisationId: school.id, to, minutes }
}

const keyOf = ({ organisationId, to }: Way): string =>
  `${organisationId} ${to.kind} ${to.kind === 'postcode' ? to.postcode : to.id}`

export type TableRead = { readonly ways: readonly Way[]; readonly refused: readonly RowRefused[] }

/** What a table says, way by way; of every row that cannot be taken, why. A way that is stated twice alike is one. */
export const readTable = (rows: readonly TableRow[], known: Known): TableRead => {
  const ways = new Map<string, { readonly way: Way; readonly number: number }>()
  const refused: RowRefused[] = []
  for (const row of rows) {
    const way = wayIn(row, known)
    if (typeof way === 'string') {
      refused.push({ row, reason: way })
      continue
    }
    const before = ways.get(keyOf(way))
    if (before === undefined) ways.set(keyOf(way), { way, number: row.number })
    else if (before.way.minutes !== way.minutes)
      refused.push({ row, reason: `Row ${before.number} states ${before.way.minutes} minutes for the same way` })
  }
  return { ways: [...ways.values()].map(({ way }) => way), refused }
}

/** What a table changes beside the one in force: ways that are new, take another time, or are no longer told of. */
export type Beside = { readonly fresh: number; readonly changed: number; readonly gone: number }
