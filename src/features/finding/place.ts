import { type GridPoint, metresBetween } from '../../vocabulary/grid.ts'
import type { Authority, Organisation } from '../organisations/index.ts'

/** Schools of one authority at a place: how many, and where they lie in the middle, as far as that is known. */
export type SchoolsThere = {
  readonly kind: 'postcode' | 'half' | 'town' | 'authority' | 'like'
  readonly authority: Authority
  readonly schools: number
  readonly point: GridPoint | null
}

/** Where somebody is: a point where one is known, and the authorities there, that of most schools first. */
export type Place = {
  readonly name: string
  readonly point: GridPoint | null
  readonly authorities: readonly Authority[]
  /** How it is known, where that is not plain. */
  readonly note: string | null
  /** Other places of the same name, as they can be asked for. */
  readonly elsewhere: readonly string[]
}

/** What words about a place led to. */
export type Led =
  | { readonly kind: 'place'; readonly place: Place; readonly school: Organisation | null }
  | { readonly kind: 'which'; readonly schools: readonly Organisation[] }
  | { readonly kind: 'unknown' }

// `like`: an authority whose name is spelt much like what was typed.
const order = ['postcode', 'town', 'half', 'authority', 'like'] as const
// A town whose schools lie farther apart than this is two towns of one name.
const widest = 40_000

const middleOf = (all: readonly SchoolsThere[]): GridPoint | null => {
  const known = all.flatMap(({ point, schools }) => (point ? [{ ...point, schools }] : []))
  const total = known.reduce((sum, { schools }) => sum + schools, 0)
  if (total === 0) return null
  const mean = (of: (one: GridPoint) => number) =>
    Math.round(known.reduce((sum, one) => sum + of(one) * one.schools, 0) / total)
  return { easting: mean(({ easting }) => easting), northing: mean(({ northing }) => northing) }
}

const isFar = (one: SchoolsThere, other: SchoolsThere): boolean =>
  one.point !== null && other.point !== null && metresBetween(one.point, other.point) > widest

const noteOf = (kind: SchoolsThere['kind'], name: string, half: string): string | null =>
  kind === 'half' && name.toUpperCase() !== half
    ? `No school is known at ${name}: this is ${half}, where the nearest known schools are.`
    : null

const nameOf = (name: string, { kind, authority }: SchoolsThere, elsewhere: readonly SchoolsThere[]): string => {
  if (kind === 'authority' || kind === 'like') return authority.name
  return elsewhere.length > 0 ? `${name}, ${authority.name}` : name
}

/** The place that these schools make up; null where there are none. The best sign counts alone: a postcode before a town. */
export const placeOf = (name: string, found: readonly SchoolsThere[], half = name): Place | null => {
  const kind = order.find((each) => found.some((one) => one.kind === each))
  if (!kind) return null
  const those = found.filter((one) => one.kind === kind).toSorted((one, other) => other.schools - one.schools)
  const [first] = those
  if (!first) return null
  const here = kind === 'town' ? those.filter((one) => !isFar(first, one)) : kind === 'like' ? [first] : those
  const elsewhere = kind === 'town' ? those.filter((one) => !here.includes(one)) : []
  return {
    name: nameOf(name, first, elsewhere),
    point: middleOf(here),
    authorities: here.map(({ authority }) => authority),
    note: noteOf(kind, name, half),
    elsewhere: elsewhere.map(({ authority }) => `${name}, ${authority.name}`),
  }
}
