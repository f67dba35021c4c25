import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  interestById,
  lockWithGroup,
  mayDecideOnInterest,
  moveInterest,
  requireBecomes,
  tellSender,
} from '../../interest/index.ts'
import { endPlace } from '../../places/index.ts'
import { declinedLetter } from '../emails/deciding.email.ts'
import { offerFreedPlace, roomOf } from './offer-freed-place.ts'

/** The hub declines a request with a reason that is mailed to who asked; a place it had goes to the next in line. */
export const declineInterest = (context: Context, input: { interestId: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why: the reason is mailed to who asked.')
    requireBecomes(interest.status, 'declined')
    const place = interest.status === 'offered' || interest.status === 'placed' ? interest.place : null
    if (place) await endPlace(context, place.id, reason)
    await moveInterest(tx, context, interest, { to: 'declined', reason })
    await record(tx, context, {
      name: 'interest.declined',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { from: interest.status, placeId: place?.id ?? null },
      personal: { reason },
    })
    await tellSender({ tx, context, interest: found(await interestById(tx, interest.id)) }, declinedLetter, 'declined')
    if (place) await offerFreedPlace(context, place.groupId, { freed: roomOf(place) })
  })
