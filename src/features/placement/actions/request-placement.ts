import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { personIdOf } from '../../people/index.ts'
import { tableInForce } from '../../travel-times/index.ts'
import { type Asked, usuallyAsked } from '../asked.ts'
import { pinsOf } from '../kept-queries.ts'
import { mayRunPlacement } from '../policy.ts'
import { type OfferOfHub, offersById, whatToPlace } from '../queries.ts'
import { jobKeyOf } from '../run.ts'
import { placedIn, runUnderWay } from '../run-queries.ts'
import { insertPins, insertRun, lockOffers, lockRun } from '../store.ts'

export type PlacementAsked = {
  readonly offerIds: readonly string[]
  readonly asked?: Asked
  /** The placement it follows: what was settled by hand there stays settled, and as few as can be are moved. */
  readonly basedOn?: string | null
}

const offersOf = async (
  tx: Transaction,
  { actor }: Context,
  ids: readonly string[],
): Promise<readonly OfferOfHub[]> => {
  const offers = await offersById(tx, ids)
  const [first] = offers
  if (!first || offers.length < new Set(ids).size) return found<readonly OfferOfHub[]>(null)
  if (!offers.every((offer) => mayRunPlacement(actor, offer.hubId)))
    throw new Forbidden('Only staff of the hub run placements')
  if (offers.some((offer) => offer.projectId !== first.projectId || offer.hubId !== first.hubId))
    throw new Refused('Choose offers of one project: other projects are placed one after the other.')
  return offers
}

const requireSomething = ({
  applicants,
  groups,
  opening,
}: {
  applicants: number
  groups: number
  opening: number
}): void => {
  if (applicants === 0)
    throw new Refused('Nobody waits to be placed: confirmed and waiting expressions of interest are placed.')
  if (groups === 0 && opening === 0) throw new Refused('This offer has no group yet. Make one first.')
}

const requireTable = async (tx: Transaction, offer: OfferOfHub | undefined): Promise<void> => {
  if (offer && !(await tableInForce(tx, offer)))
    throw new Refused('The hub has no table of minutes for this year: bring one first, or measure ways in miles.')
}

const basis = async (tx: Transaction, runId: string | null, hubId: string) => {
  if (runId === null) return { id: null, pins: [], before: null }
  const run = found(await lockRun(tx, runId))
  if (run.hubId !== hubId) return found<never>(null)
  return { id: run.id, pins: await pinsOf(tx, run.id), before: await placedIn(tx, run.id) }
}

/** Asks for the best placement of everyone who waits for offers of one project: worked out in the background, one at a time. */
export const requestPlacement = (context: Context, input: PlacementAsked): Promise<string> =>
  transaction(context, async (tx, context) => {
    const offers = await offersOf(tx, context, input.offerIds)
    const offerIds = offers.map(({ id }) => id)
    await lockOffers(tx, offerIds)
    const underWay = await runUnderWay(tx, offerIds)
    if (underWay) return underWay
    const asked = input.asked ?? usuallyAsked
    if (asked.measure === 'minutes') await requireTable(tx, offers[0])
    const { id: basedOn, pins, before } = await basis(tx, input.basedOn ?? null, offers[0]?.hubId ?? '')
    const { instance } = await whatToPlace(tx, { offerIds, asked, pins, before })
    const summary = { applicants: instance.applicants.length, groups: instance.groups.length }
    requireSomething({ ...summary, opening: asked.opening?.most ?? 0 })
    const id = await insertRun(tx, {
      offerIds,
      personId: personIdOf(context.actor),
      now: context.now,
      asked,
      basedOn,
      summary,
    })
    await insertPins(tx, id, pins)
    await record(tx, context, {
      name: 'placement.requested',
      subject: { type: 'placement', id },
      also: offerIds.map((offerId) => ({ type: 'offer', id: offerId })),
      particulars: { ...summary, basedOn },
    })
    await enqueue(tx, 'run-placement', { runId: id }, { key: jobKeyOf(id) })
    return id
  })
