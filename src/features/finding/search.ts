import { milesOf } from '../../vocabulary/grid.ts'
import type { ForPost } from '../criteria/index.ts'
import type { Asked, Narrowing, Order } from './asked.ts'
import { monthNumber } from './month.ts'

// What is held of the words asked for is a set of bits: one for each of them, in their order.

/** A project of the year, as it is looked through. */
export type SearchedProject = {
  readonly id: string
  readonly phases: readonly string[]
  readonly audiences: readonly string[]
  readonly isNew: boolean
  readonly held: number
  /** How well the words fit: the title before the summary before the text. */
  readonly rank: number
}

/** An offer of one of these projects by one of these hubs, each by where it stands in its list. */
export type SearchedOffer = {
  readonly id: string
  readonly project: number
  readonly hub: number
  readonly isOpen: boolean
  readonly modes: readonly string[]
  readonly months: readonly number[]
  readonly first: string | null
  /** The first date still to come. */
  readonly next: string | null
  readonly held: number
  /** From the place asked for to the nearest venue that is known. */
  readonly metres: number | null
}

export type SearchedHub = {
  readonly slug: string
  readonly name: string
  readonly held: number
  /** Whether it serves the place asked for; null where no place is asked for. */
  readonly serves: boolean | null
  /** To the nearest school of the area it serves, and on average to all of them. */
  readonly metres: number | null
  readonly usual: number | null
}

/** Everything of a year that can be shown, before anything is left out. */
export type Searched = {
  readonly projects: readonly SearchedProject[]
  readonly offers: readonly SearchedOffer[]
  readonly hubs: readonly SearchedHub[]
  /** The bits of all the words. */
  readonly all: number
  /** What each project is to the post asked for: it names it, is open to it, or excludes it. */
  readonly forRole: ReadonlyMap<string, ForPost>
}

/**
 * An offer that fits, with how far away it is: to its venue, or else to the area of its hub. `usual` puts it in order: where
 * nobody knows the venue, it is as far as the schools of the area are on average.
 */
export type FittingOffer = SearchedOffer & {
  readonly away: number | null
  readonly usual: number | null
  readonly isVenueKnown: boolean
}
export type Fitting = { readonly project: SearchedProject; readonly offers: readonly FittingOffer[] }

const isAskedOfOffers = (asked: Asked, but: Narrowing | null): boolean =>
  (asked.hub !== null && but !== 'hub') ||
  (asked.within !== null && but !== 'within') ||
  (asked.mode !== null && but !== 'mode') ||
  (asked.month !== null && but !== 'month') ||
  (asked.isOpen && but !== 'isOpen')

const fitsProject = (
  project: SearchedProject,
  asked: Asked,
  forRole: Searched['forRole'],
  but: Narrowing | null,
): boolean =>
  (but === 'phase' || asked.phase === null || project.phases.includes(asked.phase)) &&
  (but === 'audience' || asked.audience === null || project.audiences.includes(asked.audience)) &&
  (but === 'role' || asked.role === null || forRole.get(project.id) !== 'closed') &&
  (but === 'isNew' || !asked.isNew || project.isNew)

const fitsOffer = (offer: FittingOffer, hub: SearchedHub, asked: Asked, but: Narrowing | null): boolean =>
  (but === 'hub' || asked.hub === null || hub.slug === asked.hub) &&
  (but === 'mode' || asked.mode === null || offer.modes.includes(asked.mode)) &&
  (but === 'month' || asked.month === null || offer.months.includes(monthNumber(asked.month))) &&
  (but === 'isOpen' || !asked.isOpen || offer.isOpen) &&
  (but === 'within' || asked.within === null || (offer.away !== null && milesOf(offer.away) <= asked.within))

const measured = (offer: SearchedOffer, hub: SearchedHub): FittingOffer => ({
  ...offer,
  away: offer.metres ?? hub.metres,
  usual: offer.metres ?? hub.usual,
  isVenueKnown: offer.metres !== null,
})

/** The projects that fit, each with its offers that fit; `but` leaves one narrowing out, to see what it takes away. */
export const fitting = (searched: Searched, asked: Asked, but: Narrowing | null = null): readonly Fitting[] => {
  const all = but === 'words' ? 0 : searched.all
  const byProject = Map.groupBy(searched.offers, ({ project }) => project)
  const needsAnOffer = isAskedOfOffers(asked, but)
  return searched.projects.flatMap((project, at) => {
    if (!fitsProject(project, asked, searched.forRole, but)) return []
    const offers = (byProject.get(at) ?? []).flatMap((one) => {
      const hub = searched.hubs[one.hub]
      if (!hub || (all & (project.held | one.held | hub.held)) !== all) return []
      const offer = measured(one, hub)
      return fitsOffer(offer, hub, asked, but) ? [offer] : []
    })
    const isItself = !needsAnOffer && (all & project.held) === all
    return offers.length > 0 || isItself ? [{ project, offers }] : []
  })
}

type Tally = ReadonlyMap<string, number>

const tally = (all: readonly Fitting[], valuesOf: (one: Fitting) => Iterable<string>): Tally => {
  const counts = new Map<string, number>()
  for (const one of all) for (const value of new Set(valuesOf(one))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many projects each choice would show, everything else as it is asked for. */
export type Counts = Readonly<Record<'phase' | 'audience' | 'hub' | 'mode' | 'month' | 'isNew' | 'isOpen', Tally>> & {
  /** Without phase and audience. */
  readonly anybody: number
}

export const countsOf = (searched: Searched, asked: Asked): Counts => {
  const but = (each: Narrowing) => fitting(searched, asked, each)
  const anyone = { ...asked, phase: null, audience: null }
  const open = fitting(searched, anyone)
  return {
    // The links by phase and audience are one list: each stands for itself alone.
    phase: tally(open, ({ project }) => project.phases),
    audience: tally(open, ({ project }) => project.audiences),
    anybody: open.length,
    hub: tally(but('hub'), ({ offers }) => offers.flatMap(({ hub }) => searched.hubs[hub]?.slug ?? [])),
    mode: tally(but('mode'), ({ offers }) => offers.flatMap(({ modes }) => modes)),
    month: tally(but('month'), ({ offers }) => offers.flatMap(({ months }) => months.map(String))),
    isNew: tally(but('isNew'), ({ project }) => (project.isNew ? ['yes'] : [])),
    isOpen: tally(but('isOpen'), ({ offers }) => (offers.some(({ isOpen }) => isOpen) ? ['yes'] : [])),
  }
}

/** What leaving one narrowing out would show, most first: where nothing is found. */
export const loosened = (
  searched: Searched,
  asked: Asked,
  chosen: readonly Narrowing[],
): readonly { readonly without: Narrowing; readonly count: number }[] =>
  chosen
    .map((without) => ({ without, count: fitting(searched, asked, without).length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)

/** The order that is meant where none is asked for. */
export const orderOf = ({ order, near, words, role }: Pick<Asked, 'order' | 'near' | 'words' | 'role'>): Order =>
  order ?? (near !== '' && words === '' && role === null ? 'nearness' : 'relevance')

const least = (values: readonly (number | null)[]): number =>
  values.reduce<number>((so, value) => (value !== null && value < so ? value : so), Number.POSITIVE_INFINITY)

const soonest = (dates: readonly (string | null)[]): string => dates.filter((date) => date !== null).sort()[0] ?? '9999'

const byNumber = (of: (one: Fitting) => number) => (one: Fitting, other: Fitting) => {
  const [a, b] = [of(one), of(other)]
  return a === b ? 0 : a - b
}
const byText = (of: (one: Fitting) => string) => (one: Fitting, other: Fitting) =>
  of(one) < of(other) ? -1 : of(one) > of(other) ? 1 : 0

const nearer = byNumber(({ offers }) => least(offers.map(({ usual }) => usual)))
const better = byNumber(({ project }) => -project.rank)
const sooner = byText(({ offers }) => soonest(offers.map(({ next }) => next)))
const earlier = byText(({ offers }) => soonest(offers.map(({ first }) => first)))

/** In order; what is alike stays by title. Dates to come stand before those that are over, and those before none. */
export const ordered = (
  all: readonly Fitting[],
  order: Order,
  forRole: Searched['forRole'] = new Map(),
): readonly Fitting[] => {
  const meant = byNumber(({ project }) => (forRole.get(project.id) === 'named' ? 0 : 1))
  if (order === 'nearness')
    return all.toSorted((one, other) => nearer(one, other) || meant(one, other) || better(one, other))
  if (order === 'date') return all.toSorted((one, other) => sooner(one, other) || earlier(one, other))
  return all.toSorted((one, other) => better(one, other) || meant(one, other) || nearer(one, other))
}

/** The offers of a project as they are shown: those one can ask to join before others, then the nearest, then by hub. */
export const offersInOrder = (offers: readonly FittingOffer[]): readonly FittingOffer[] =>
  offers.toSorted(
    (one, other) =>
      Number(other.isOpen) - Number(one.isOpen) ||
      (one.usual ?? Number.MAX_VALUE) - (other.usual ?? Number.MAX_VALUE) ||
      one.hub - other.hub,
  )

/** Whether something was left out because nobody knows how far away it is. */
export const unknownDistances = (searched: Searched, asked: Asked): number =>
  asked.within === null
    ? 0
    : fitting(searched, asked, 'within').reduce(
        (count, { offers }) => count + offers.filter(({ away }) => away === null).length,
        0,
      )
