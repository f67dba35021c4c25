import { type Curve, type Foreseen, fewestCurves, foreseen, outlooks } from './forecast.ts'
import type { Joiner, Short } from './merges.ts'

/** An offer that states how many it needs, with how many ask or have a place, and when asking begins and ends. */
export type OfferNeeding = {
  readonly id: string
  readonly hubId: string
  readonly hubSlug: string
  readonly hub: string
  readonly projectId: string
  readonly title: string
  readonly themeId: string | null
  readonly theme: string | null
  readonly needs: number
  readonly room: number | null
  readonly counted: number
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
  readonly venue: readonly [number, number] | null
}

/** An offer with what is foreseen of it. */
export type Line = { readonly offer: OfferNeeding; readonly foreseen: Foreseen }

/** How requests came in for an offer of the year before, with the projects that continue its own. */
export type CurveKnown = Curve & { readonly heirs: readonly string[] }

/** What is foreseen of each offer: from the offers of the project it continues, else from what its hub offered last year; the worst first. */
export const linesOf = (
  offers: readonly OfferNeeding[],
  curves: readonly CurveKnown[],
  today: Temporal.PlainDate,
): readonly Line[] =>
  offers
    .map((offer) => {
      const line = curves.filter(({ heirs }) => heirs.includes(offer.projectId))
      const own = curves.filter(({ hubId }) => hubId === offer.hubId)
      const basis = line.length < fewestCurves && own.length >= fewestCurves ? ('hub' as const) : ('line' as const)
      return { offer, foreseen: foreseen({ ...offer, basis, curves: basis === 'hub' ? own : line }, today) }
    })
    .toSorted((one, other) => outlooks.indexOf(one.foreseen.outlook) - outlooks.indexOf(other.foreseen.outlook))

export type JoinerKnown = {
  readonly offerId: string
  readonly organisationId: string
  /** null: of another hub than the one that looks. */
  readonly name: string | null
  readonly easting: number | null
  readonly northing: number | null
  readonly limitMiles: number | null
}

const pointOf = ({ easting, northing }: Pick<JoinerKnown, 'easting' | 'northing'>) =>
  easting === null || northing === null ? null : { easting, northing }

const joinerOf = (one: JoinerKnown): Joiner => ({
  organisationId: one.organisationId,
  name: one.name ?? 'A school of another hub',
  point: pointOf(one),
  limitMiles: one.limitMiles,
})

const middleOf = (joiners: readonly Joiner[]): Short['meetsAt'] => {
  const points = joiners.flatMap(({ point }) => point ?? [])
  const mean = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
  return points.length === 0
    ? null
    : { easting: mean(points.map(({ easting }) => easting)), northing: mean(points.map(({ northing }) => northing)) }
}

/** Whether an offer may stay short: then joining it with another is worth a thought. */
export const mayStayShort = ({ foreseen: { outlook } }: Line): boolean =>
  outlook === 'unlikely' || outlook === 'open' || outlook === 'unknown'

/** The offers that may stay short, with who joins them and where they meet. */
export const shortOnes = (lines: readonly Line[], joiners: readonly JoinerKnown[]): readonly Short[] => {
  const byOffer = Map.groupBy(joiners, ({ offerId }) => offerId)
  return lines.filter(mayStayShort).map(({ offer }) => {
    const own = (byOffer.get(offer.id) ?? []).map(joinerOf)
    const { id: offerId, hubId, hub, projectId, themeId, needs, room, venue } = offer
    const title = offer.theme ? `${offer.title}: ${offer.theme}` : offer.title
    const meetsAt = venue ? { easting: venue[0], northing: venue[1] } : middleOf(own)
    return { offerId, hubId, hub, title, projectId, themeId, needs, room, meetsAt, joiners: own }
  })
}
