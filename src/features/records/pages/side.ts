import type { Context } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { kindOfRecord } from '../comparing-queries.ts'
import { acquaintanceOf } from '../knowing-queries.ts'
import type { MergeKind, Pair } from '../merge.ts'
import type { Side } from './duplicates.view.ts'

/** Whose pages these are: a hub's, whose staff have been admitted, or the network's. */
export const sideOf = async ({ context, params }: PageRequest): Promise<Side> => {
  const slug = params['hub']
  if (slug === undefined) return { base: '/network', hub: null }
  const { id, name } = found(await hubBySlug(context.db, slug))
  return { base: `/hub/${slug}/people`, hub: { id, name, slug } }
}

/** Whether a hub may know of two people: it knows both. The national team may know of everybody. */
const requireKnown = async ({ db, today }: Context, side: Side, pair: Pair): Promise<void> => {
  if (side.hub === null) return
  const { hubsOfBoth } = await acquaintanceOf(db, pair, today)
  if (!hubsOfBoth.includes(side.hub.id)) throw new NotFound('Not people of this hub')
}

export type PairHere = {
  readonly side: Side
  readonly kind: MergeKind
  readonly pair: Pair
  readonly isMerged: boolean
}

/** The two records that an address names, in the sight of whose pages these are. */
export const pairHere = async (request: PageRequest): Promise<PairHere> => {
  const { context, params } = request
  const pair = { keptId: params['first'] ?? '', mergedId: params['second'] ?? '' }
  if (!isId(pair.keptId) || !isId(pair.mergedId) || pair.keptId === pair.mergedId) throw new NotFound('No such pair')
  const [kept, merged] = [await kindOfRecord(context.db, pair.keptId), await kindOfRecord(context.db, pair.mergedId)]
  const side = await sideOf(request)
  if (!kept || !merged || kept.kind !== merged.kind) throw new NotFound('No such pair')
  if (side.hub !== null && kept.kind !== 'person') throw new NotFound('Organisations are merged by the national team')
  const isMerged = kept.mergedInto !== null || merged.mergedInto !== null
  if (!isMerged) await requireKnown(context, side, pair)
  return { side, kind: kept.kind, pair, isMerged }
}
