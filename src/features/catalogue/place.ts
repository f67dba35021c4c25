import type { Authority, Hub, Organisation } from '../organisations/index.ts'

/** An authority with the hubs that serve it, and its neighbours where none does. */
export type Served = {
  readonly authority: Authority
  readonly hubs: readonly Hub[]
  readonly neighbours: readonly Hub[]
}

/** What words about a place led to. */
export type PlaceFound = {
  /** Hubs of that name. */
  readonly hubs: readonly Hub[]
  /** Authorities of that name, or of the schools known at that place. */
  readonly served: readonly Served[]
  /** Schools of that name. */
  readonly schools: readonly Organisation[]
}

export const isNothing = ({ hubs, served, schools }: PlaceFound): boolean =>
  hubs.length === 0 && served.length === 0 && schools.length === 0

/** What names a school in an address: its URN; of a provider of teacher training, which may have none, its UKPRN or its id. */
export const schoolSign = ({ urn, ukprn, id }: Pick<Organisation, 'urn' | 'ukprn' | 'id'>): string =>
  String(urn ?? ukprn ?? id)

export const schoolPath = (school: Pick<Organisation, 'urn' | 'ukprn' | 'id'>): string =>
  `/schools/${schoolSign(school)}`
