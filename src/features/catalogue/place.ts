import type { Authority, Hub, Organisation } from '../organisations/index.ts'

/** An authority with the hubs that serve it, and its neighbours where none does. */
export type Served = {
  readonly authority: Authority
  readonly hubs: readonly Hub[]
  readonly neighbours: readonly Hub[]
}

/** What names a school in an address: its URN; of a provider of teacher training, which may have none, its UKPRN or its id. */
export const schoolSign = ({ urn, ukprn, id }: Pick<Organisation, 'urn' | 'ukprn' | 'id'>): string =>
  String(urn ?? ukprn ?? id)

export const schoolPath = (school: Pick<Organisation, 'urn' | 'ukprn' | 'id'>): string =>
  `/schools/${schoolSign(school)}`
