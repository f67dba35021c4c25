import type { Hub, Organisation } from '../organisations/index.ts'
import type { From } from './board.ts'

type Served = { readonly authority: { readonly region: string | null }; readonly hubs: readonly Hub[] }

/** Where an organisation asks from, as far as the register knows. */
export const fromOf = (
  { easting, northing, authorityCode }: Pick<Organisation, 'easting' | 'northing' | 'authorityCode'>,
  served: Served | null,
): From => ({
  point: easting === null || northing === null ? null : { easting, northing },
  authorities: authorityCode === null ? [] : [authorityCode],
  region: served?.authority.region ?? null,
})
