import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { personIdOf } from '../../people/index.ts'
import { mayRunPlacement } from '../policy.ts'
import { hubOfOffer, whatToPlace } from '../queries.ts'
import { runUnderWay } from '../run-queries.ts'
import { insertRun, lockOffer } from '../store.ts'

/** Asks for the best placement of everyone who waits for an offer: worked out in the background, one at a time. */
export const requestPlacement = (context: Context, offerId: string): Promise<string> =>
  transaction(context, async (tx, context) => {
    const offer = found(await hubOfOffer(tx, offerId))
    if (!mayRunPlacement(context.actor, offer.hubId)) throw new Forbidden('Only staff of the hub run placements')
    await lockOffer(tx, offerId)
    const underWay = await runUnderWay(tx, offerId)
    if (underWay) return underWay
    const { instance } = await whatToPlace(tx, offerId)
    if (instance.applicants.length === 0)
      throw new Refused('Nobody waits to be placed: confirmed and waiting expressions of interest are placed.')
    if (instance.groups.length === 0) throw new Refused('This offer has no group yet. Make one first.')
    const summary = { applicants: instance.applicants.length, groups: instance.groups.length }
    const id = await insertRun(tx, { offerId, personId: personIdOf(context.actor), now: context.now, summary })
    await record(tx, context, {
      name: 'placement.requested',
      subject: { type: 'placement', id },
      also: [{ type: 'offer', id: offerId }],
      particulars: summary,
    })
    await enqueue(tx, 'run-placement', { runId: id }, { key: `placement:${id}` })
    return id
  })
