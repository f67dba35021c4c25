import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type Interest,
  interestById,
  lockWithGroup,
  maySpeakForSender,
  moveInterest,
  requireBecomes,
  tellHub,
  tellSender,
} from '../../interest/index.ts'
import { endPlace } from '../../places/index.ts'
import { hubToldOfEndLetter, withdrawnLetter } from '../emails/deciding.email.ts'
import { offerFreedPlace, roomOf } from './offer-freed-place.ts'

// The place that a request has or may take; an earlier one that was declined is not its place any more.
const placeOf = ({ status, place }: Interest) => (status === 'offered' || status === 'placed' ? place : null)

/** Who asked no longer wants to join, for a reason if they gave one: a place they had goes to the next in line. */
export const withdrawInterest = (
  context: Context,
  input: { interestId: string; reason?: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only who asked, or the hub, withdraws')
    if (interest.status === 'withdrawn') return
    requireBecomes(interest.status, 'withdrawn')
    const place = placeOf(interest)
    if (place) await endPlace(context, place.id, input.reason ?? 'They withdrew.')
    await moveInterest(tx, context, interest, { to: 'withdrawn', reason: input.reason ?? null })
    await record(tx, context, {
      name: 'interest.withdrawn',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { from: interest.status, placeId: place?.id ?? null },
    })
    await tellSender(
      { tx, context, interest: found(await interestById(tx, interest.id)) },
      withdrawnLetter,
      'withdrawn',
    )
    if (!place) return
    await tellHub({ tx, context, interest }, hubToldOfEndLetter, `withdrawn:${place.id}`)
    await offerFreedPlace(context, place.groupId, { freed: roomOf(place) })
  })
