import { type GridPoint, metresBetween, milesOf } from '../../vocabulary/grid.ts'

/** A school that asked for an offer, or has a place in it: where it lies, and how far its people would travel, as far as it said. */
export type Joiner = {
  readonly organisationId: string
  readonly name: string
  readonly point: GridPoint | null
  readonly limitMiles: number | null
}

/** An offer that may stay under its minimum, with where it meets. */
export type Short = {
  readonly offerId: string
  readonly hubId: string
  readonly hub: string
  readonly title: string
  readonly projectId: string
  readonly themeId: string | null
  readonly needs: number
  readonly room: number | null
  /** Its venue, or else the middle of those who joined; null where neither is known. */
  readonly meetsAt: GridPoint | null
  readonly joiners: readonly Joiner[]
}

/** What a merge would ask of one school: how far it would go instead, in metres; null where its place is not known. */
export type Cost = { readonly joiner: Joiner; readonly now: number | null; readonly later: number | null }

export type Merge = {
  readonly from: Short
  readonly into: Short
  readonly together: number
  readonly costs: readonly Cost[]
  readonly furthest: number | null
}

/** How far a school may be asked to travel where it said nothing itself. */
export const reachMiles = 30

const between = (one: GridPoint | null, other: GridPoint | null): number | null =>
  one && other && metresBetween(one, other)

const costOf = (joiner: Joiner, from: Short, into: Short): Cost => ({
  joiner,
  now: between(joiner.point, from.meetsAt),
  later: between(joiner.point, into.meetsAt),
})

const isWithinReach = ({ joiner, later }: Cost): boolean =>
  later !== null && milesOf(later) <= (joiner.limitMiles ?? reachMiles)

const mergeOf = (from: Short, into: Short): Merge | null => {
  const joined = new Set([...from.joiners, ...into.joiners].map(({ organisationId }) => organisationId))
  const costs = from.joiners.map((joiner) => costOf(joiner, from, into))
  const fits = joined.size >= into.needs && (into.room === null || joined.size <= into.room)
  if (!fits || from.joiners.length === 0 || !costs.every(isWithinReach)) return null
  return { from, into, together: joined.size, costs, furthest: Math.max(...costs.map(({ later }) => later ?? 0)) }
}

const more = ({ costs }: Merge): number =>
  costs.reduce((sum, { now, later }) => sum + Math.max(0, (later ?? 0) - (now ?? 0)), 0)

/** Pairs of one project and theme, each short by itself, that would have enough together within reach of every school that moves; the least travel first, each pair once. */
export const suggestedMerges = (all: readonly Short[]): readonly Merge[] =>
  all
    .flatMap((one, at) =>
      all.slice(at + 1).flatMap((other) => {
        if (one.projectId !== other.projectId || one.themeId !== other.themeId) return []
        const ways = [mergeOf(one, other), mergeOf(other, one)].filter((way) => way !== null)
        const [best] = ways.toSorted((a, b) => more(a) - more(b))
        return best ? [best] : []
      }),
    )
    .toSorted((one, other) => more(one) - more(other) || (one.from.offerId < other.from.offerId ? -1 : 1))
