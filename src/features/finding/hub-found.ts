import type { Authority, Hub, HubArea } from '../organisations/index.ts'
import type { Led } from './place.ts'

/** A hub with where it works, as far as that is known authority by authority. */
export type HubListed = { readonly hub: Hub; readonly areas: readonly HubArea[] }

/** A hub as it stands to a place: whether it serves it, and how near the nearest school is that it serves. */
export type HubNear = HubListed & {
  readonly serves: boolean
  readonly metres: number | null
}

export type HubsFound = {
  readonly words: string
  readonly led: Led
  /** Hubs of that name. */
  readonly named: readonly Hub[]
  /** The authorities of the place. */
  readonly authorities: readonly Authority[]
  /** Every hub, the nearest first, those that nobody knows last. */
  readonly near: readonly HubNear[]
}

/** An authority with the hubs that serve it. */
export type AuthorityListed = { readonly authority: Authority; readonly hubs: readonly Hub[] }

const mostNeighbours = 4

export const servingOf = ({ near }: HubsFound, code: string): readonly HubNear[] =>
  near.filter(({ areas }) => areas.some(({ authorityCode }) => authorityCode === code))

/** Whether a hub serves only a part of an authority, as far as it says. */
export const isInPart = ({ areas }: HubListed, code: string): boolean => {
  const here = areas.filter(({ authorityCode }) => authorityCode === code)
  return here.length > 0 && here.every(({ part }) => part)
}

const isOfRegion = ({ hub }: HubListed, region: string | null): boolean =>
  region !== null && (hub.region?.split(' / ').includes(region) ?? false)

/** The nearest hubs that do not serve the place, by the schools they serve; where nothing is known of distances, those of its region. */
export const neighboursOf = ({ near }: HubsFound, region: string | null): readonly HubNear[] => {
  const others = near.filter(({ serves }) => !serves)
  const known = others.filter(({ metres }) => metres !== null)
  return known.length > 0
    ? known.slice(0, mostNeighbours)
    : others.filter((one) => isOfRegion(one, region) && one.areas.length > 0)
}

/** Hubs of the region whose areas nobody knows one by one: the place may be theirs. */
export const maybeOf = ({ near }: HubsFound, region: string | null): readonly HubNear[] =>
  near.filter((one) => one.areas.length === 0 && isOfRegion(one, region))
