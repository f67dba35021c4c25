import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { endPlace } from '../../places/index.ts'
import { hubToldOfEndLetter, withdrawnLetter } from '../emails/deciding.email.ts'
import { tellHub, tellSender } from '../emails/tell.ts'
import { requireBecomes } from '../expression-of-interest.ts'
import { maySpeakForSender } from '../policy.ts'
import { interestById } from '../queries.ts'
import { changeInterest } from '../store.ts'
import { offerFreedPlace } from './offer-freed-place.ts'
import { lockWithGroup } from './respond-to-place.ts'

/** Who asked no longer wants to join: a place they had goes to the next in line. */
export const withdrawInterest = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only who asked, or the hub, withdraws')
    if (interest.status === 'withdrawn') return
    requireBecomes(interest.status, 'withdrawn')
    const place = interest.status === 'offered' || interest.status === 'placed' ? interest.place : null
    if (place) await endPlace(context, place.id, 'The school withdrew.')
    await changeInterest(tx, interest.id, { status: 'withdrawn' })
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
    await offerFreedPlace(context, place.groupId)
  })
