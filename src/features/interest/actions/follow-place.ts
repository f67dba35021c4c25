import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { moveRequestsToOffer, setPlaceOfRequests } from '../following-store.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { interestById } from '../queries.ts'
import { takeBackMail } from './move-interest.ts'

/** The requests behind a place follow it when it goes on in another group; gives them. */
export const followPlace = (
  context: Context,
  input: { placeId: string; nowId: string; fromGroupId: string; groupId: string },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    const ids = await setPlaceOfRequests(tx, input.placeId, input.nowId)
    for (const id of ids) {
      // What still waits to be said of the place names the group that it was in.
      await takeBackMail(tx, context, id, (key) => key.startsWith('interest:'))
      await record(tx, context, {
        name: 'interest.place-moved',
        subject: { type: 'interest', id },
        also: [{ type: 'group', id: input.groupId }],
        particulars: { fromGroupId: input.fromGroupId, groupId: input.groupId, placeId: input.nowId },
      })
    }
    return ids
  })

/**
 * Whoever waits for an offer that has no group any more waits for another of the same hub and project, with the turn they had; not
 * those who ask for it already. Gives who was moved.
 */
export const moveToOffer = (
  context: Context,
  input: { hubId: string; fromOfferId: string; offerId: string },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    if (!mayDecideOnInterest(context.actor, input.hubId))
      throw new Forbidden('Only staff of the hub move requests between its offers')
    const ids = await moveRequestsToOffer(tx, input)
    for (const id of ids) {
      const interest = await interestById(tx, id)
      await record(tx, context, {
        name: 'interest.moved-to-offer',
        subject: { type: 'interest', id },
        also: [
          { type: 'offer', id: input.offerId },
          { type: 'offer', id: input.fromOfferId },
        ],
        particulars: { fromOfferId: input.fromOfferId, offerId: input.offerId, status: interest?.status ?? null },
      })
    }
    return ids
  })
