import type { Reader } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { academicYearOf, previousYear } from '../../../vocabulary/academic-year.ts'
import { hubsListed, laidOut, tilesLaid } from '../../finding/index.ts'
import { groupsOfOffers } from '../../merging-groups/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { linesOf, mayStayShort, shortOnes } from '../lines.ts'
import { suggestedMerges } from '../merges.ts'
import { curvesOf, joinersOf, offersNeeding, unmetInterest } from '../queries.ts'
import { hubForecastView, networkForecastView } from './forecast.view.ts'

const everythingOf = async (db: Reader, today: Temporal.PlainDate, hubId: string | null) => {
  const year = academicYearOf(today)
  const [offers, curves, unmet] = await Promise.all([
    offersNeeding(db, { year, hubId: null }),
    curvesOf(db, previousYear(year)),
    unmetInterest(db, { year, hubId }),
  ])
  const lines = linesOf(offers, curves, today)
  const offerIds = lines.filter(mayStayShort).map(({ offer }) => offer.id)
  const merges = suggestedMerges(shortOnes(lines, await joinersOf(db, { offerIds, hubId })))
  const isOwn = (one: { readonly hubId: string }) => hubId === null || one.hubId === hubId
  return {
    year,
    lines: lines.filter(({ offer }) => isOwn(offer)),
    merges: merges.filter(({ from, into }) => isOwn(from) || isOwn(into)),
    unmet,
  }
}

/** What a hub may expect of its offers: the schools of no other hub are named (domain rule 9). */
export const showHubForecast: Page = async ({ context: { db, today }, params, frame }) => {
  const hub = found(await hubBySlug(db, params['hub'] ?? ''))
  const everything = await everythingOf(db, today, hub.id)
  const offers = everything.merges.flatMap(({ from, into }) => [from.offerId, into.offerId])
  return page(hubForecastView(frame, { hub, ...everything, groups: await groupsOfOffers(db, [...new Set(offers)]) }))
}

/** The same of all hubs, in numbers. */
export const showNetworkForecast: Page = async ({ context: { db, today }, frame }) => {
  const [everything, hubs, tiles] = await Promise.all([everythingOf(db, today, null), hubsListed(db), tilesLaid(db)])
  const laid = laidOut(hubs.map(({ hub }) => ({ slug: hub.slug, region: hub.region, tile: tiles.get(hub.id) ?? null })))
  const counts = Map.groupBy(everything.unmet, ({ hubId }) => hubId)
  const onMap = hubs.flatMap(({ hub }) => {
    const tile = laid.get(hub.slug)
    return tile ? [{ name: hub.name, slug: hub.slug, ...tile, value: counts.get(hub.id)?.length ?? 0 }] : []
  })
  return page(networkForecastView(frame, { ...everything, onMap }))
}
