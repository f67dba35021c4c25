import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type AcademicYear, nextYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { changingOffer, draftOffer } from '../../offer-writing/index.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { carryKey, type OfferFate, type OfferToCarry, offerFateOf, offerNamed, suffixOf } from '../offer-over.ts'
import { offersToCarry } from '../offer-queries.ts'
import { carryInto, lockOffers } from '../offer-store.ts'

export type CarryInput = {
  readonly hubId: string
  readonly from: AcademicYear
  /** Offers with the project of the new year that each follows into, by their keys. */
  readonly keys: readonly string[]
}

const refusals: Readonly<Record<Exclude<OfferFate, 'ready' | 'carried'>, string>> = {
  made_already: 'your hub has made an offer of it for the new year already',
  waits: 'the project of the new year is not published yet',
  ends: 'no project of the new year follows its own',
}

// What was taken along already is done; what cannot be is refused with the reason.
const readyOf = (offer: OfferToCarry, from: AcademicYear): readonly OfferToCarry[] => {
  const fate = offerFateOf(offer)
  if (fate === 'ready') return [offer]
  if (fate === 'carried') return []
  throw new Refused(`${offerNamed(offer)} cannot be taken along to ${yearLabel(nextYear(from))}: ${refusals[fate]}.`)
}

const carry = (context: Context, { hubId }: CarryInput, offer: OfferToCarry): Promise<void> =>
  transaction(context, async (_tx, context) => {
    const { id: projectId } = found(offer.successor)
    const suffix = suffixOf(offer)
    const to = await draftOffer(context, { hubId, projectId, ...(suffix === '' ? {} : { suffix }) })
    await changingOffer(context, to, async (tx, context) => {
      await carryInto(tx, { from: offer.offerId, to, projectId, now: context.now })
      await record(tx, context, {
        name: 'offer.rolled-over',
        subject: { type: 'offer', id: to },
        also: [
          { type: 'offer', id: offer.offerId },
          { type: 'hub', id: hubId },
        ],
        particulars: { from: offer.offerId },
      })
    })
  })

/**
 * Takes offers of a hub along into the next year as drafts: own texts, contact, places, how one asks, venue, today's version of the policy and practical
 * notes; dates, window and partner hubs stay behind. What was taken along already stays as it is. Gives how many were.
 */
export const carryOffers = (context: Context, input: CarryInput): Promise<number> =>
  transaction(context, async (tx, context) => {
    const { hubId, from, keys } = input
    if (!mayEditOffer(context.actor, hubId)) throw new NotFound('Only staff of a hub take its offers along')
    if (keys.length === 0) throw new Refused('Choose the offers to take along.')
    await lockOffers(tx, [...new Set(keys.map((key) => key.split('/')[0] ?? ''))])
    const all = await offersToCarry(tx, hubId, from)
    const ready = keys.flatMap((key) => readyOf(found(all.find((offer) => carryKey(offer) === key) ?? null), from))
    for (const offer of ready) await carry(context, input, offer)
    return ready.length
  })
