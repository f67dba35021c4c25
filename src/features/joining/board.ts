import { type GridPoint, metresBetween, milesOf } from '../../vocabulary/grid.ts'

/** A hub as it stands on the board: the authorities it serves, and where the schools of its area lie on the whole. */
export type HubOnBoard = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly region: string | null
  readonly authorities: readonly string[]
  /** The middle of the schools of its area, with the mean of their squared distances from it; null where none is known. */
  readonly middle: (GridPoint & { readonly spread: number }) | null
}

export type ProjectOnBoard = {
  readonly id: string
  readonly year: number
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly unit: 'organisation' | 'person'
  readonly audiences: readonly string[]
  /** The hub that devised it for itself. */
  readonly hubId: string | null
  readonly stageId: string | null
  readonly stageKey: string | null
  readonly isNew: boolean
}

/** An offer that everybody may read, with what is needed to say when and where it is and whether there is room. */
export type OfferOnBoard = {
  readonly id: string
  readonly projectId: string
  readonly hubId: string
  readonly year: number
  readonly slug: string
  readonly theme: { readonly id: string; readonly title: string } | null
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly registering: 'form' | 'email' | 'outside'
  readonly modes: readonly string[]
  /** The days that are known, in their order. */
  readonly dates: readonly string[]
  readonly venues: readonly GridPoint[]
  readonly mostOrganisations: number | null
  /** Places left in its groups that nobody holds back and no partner has as its share; null while it has no group that takes any. */
  readonly free: number | null
  /** What is left of the shares of partner hubs, by hub. */
  readonly shares: Readonly<Record<string, number>>
  readonly hasWaiting: boolean
  /** Whether its hub has rules of its own for it, so that it is judged by itself. */
  readonly hasOwnRules: boolean
}

/** Everything that is offered from this academic year on: the same for whoever asks. */
export type Board = {
  readonly projects: readonly ProjectOnBoard[]
  readonly offers: readonly OfferOnBoard[]
  readonly hubs: readonly HubOnBoard[]
}

/** Where somebody asks from, as far as that is known. */
export type From = {
  readonly point: GridPoint | null
  readonly authorities: readonly string[]
  readonly region: string | null
}

export type Window = 'open' | 'opens' | 'closed'

/** Whether there are places: a number that is free, a waiting list, or nothing said yet because no group is formed. */
export type Places =
  | { readonly kind: 'free'; readonly count: number }
  | { readonly kind: 'waiting_list' }
  | { readonly kind: 'open'; readonly most: number | null }

/** An offer as it stands to somebody: how far away, whether by their own hub, whether one can ask today. */
export type Near = {
  readonly offer: OfferOnBoard
  readonly hub: HubOnBoard
  readonly serves: boolean
  /** To the nearest venue that is known; else how far the schools of the hub's area lie on the whole. */
  readonly away: number | null
  readonly isVenueKnown: boolean
  readonly inReach: boolean
  readonly window: Window
  readonly places: Places
  readonly isOnline: boolean
  readonly next: string | null
}

/** How far away an offer of another hub may be to be told of as one that can be joined. */
export const reachMiles = 30

const windowOf = ({ opensOn, closesOn }: OfferOnBoard, today: string): Window =>
  opensOn !== null && today < opensOn ? 'opens' : closesOn !== null && today > closesOn ? 'closed' : 'open'

const placesOf = (
  { free: rest, shares, hasWaiting, mostOrganisations }: OfferOnBoard,
  serving: readonly string[],
): Places => {
  const own = serving.flatMap((hubId) => shares[hubId] ?? [])
  const free = rest !== null && own.length > 0 ? Math.max(...own) : rest
  return free === null
    ? { kind: 'open', most: mostOrganisations }
    : free === 0 || hasWaiting
      ? { kind: 'waiting_list' }
      : { kind: 'free', count: free }
}

const usualDistance = ({ middle }: HubOnBoard, point: GridPoint): number | null =>
  middle && Math.sqrt(metresBetween(middle, point) ** 2 + middle.spread)

const isFromNowhere = ({ point, authorities }: From): boolean => point === null && authorities.length === 0

const isOfRegion = ({ region }: HubOnBoard, from: From): boolean =>
  from.region !== null && (region?.split(' / ').includes(from.region) ?? false)

const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values))

type Standing = { readonly offer: OfferOnBoard; readonly hub: HubOnBoard; readonly from: From; readonly today: string }

const nearOf = ({ offer, hub, from, today }: Standing, serving: readonly string[]): Near => {
  const { point } = from
  const venue = point && least(offer.venues.map((one) => metresBetween(one, point)))
  const away = venue ?? (point && usualDistance(hub, point))
  const serves = hub.authorities.some((code) => from.authorities.includes(code))
  const isOnline = offer.modes.length === 1 && offer.modes[0] === 'online'
  const isNearby = away === null ? serving.length === 0 && isOfRegion(hub, from) : milesOf(away) <= reachMiles
  return {
    offer,
    hub,
    serves,
    away,
    isVenueKnown: venue !== null,
    inReach: serves || isOnline || isNearby || isFromNowhere(from),
    window: windowOf(offer, today),
    places: placesOf(offer, serving),
    isOnline,
    next: offer.dates.find((date) => date >= today) ?? null,
  }
}

/** Every offer of the board as it stands to somebody. */
export const standingTo = (board: Board, from: From, today: string): readonly Near[] => {
  const hubs = new Map(board.hubs.map((hub) => [hub.id, hub]))
  const serving = board.hubs.flatMap(({ id, authorities }) =>
    authorities.some((code) => from.authorities.includes(code)) ? [id] : [],
  )
  return board.offers.flatMap((offer) => {
    const hub = hubs.get(offer.hubId)
    return hub ? [nearOf({ offer, hub, from, today }, serving)] : []
  })
}

const windows: Readonly<Record<Window, number>> = { open: 0, opens: 1, closed: 2 }

const rank = (one: Near): readonly (number | string)[] => [
  Number(!one.inReach),
  windows[one.window],
  one.window === 'opens' ? (one.offer.opensOn ?? '') : '',
  Number(one.places.kind === 'waiting_list'),
  Number(!one.serves),
  Math.round(one.away ?? Number.MAX_SAFE_INTEGER),
  one.next ?? '9999',
  one.hub.name,
  one.offer.slug,
]

const compared = (one: readonly (number | string)[], other: readonly (number | string)[]): number => {
  const at = one.findIndex((value, index) => value !== other[index])
  const [a, b] = [one[at], other[at]]
  return a === undefined || b === undefined ? 0 : a < b ? -1 : 1
}

/** Those that can be asked today before those that open later, free before full, one's own hub before others, then the nearest and the soonest. */
export const nearestFirst = (all: readonly Near[]): readonly Near[] =>
  all
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => compared(a.rank, b.rank))
    .map(({ one }) => one)
