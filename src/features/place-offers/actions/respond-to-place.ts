import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type Interest,
  interestById,
  lockWithGroup,
  maySpeakForSender,
  moveInterest,
  tellHub,
} from '../../interest/index.ts'
import { acceptPlace, declinePlace } from '../../places/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { hubToldOfEndLetter } from '../emails/deciding.email.ts'
import { offerFreedPlace, roomOf } from './offer-freed-place.ts'
import { tellPlaced } from './place-interest.ts'

const requireOffered = (interest: Interest) => {
  if (interest.status === 'offered' && interest.place) return interest.place
  throw new Refused(
    interest.status === 'lapsed'
      ? 'The time to answer has ended and the place has gone to the next in line.'
      : 'No place is offered at the moment.',
  )
}

/** The school takes the place it is offered, up to the very moment of the deadline; saying so twice changes nothing. */
export const acceptPlaceOf = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only who asked, or the hub, answers')
    if (interest.status === 'placed') return
    const place = requireOffered(interest)
    await acceptPlace(context, place.id)
    await moveInterest(tx, context, interest, { to: 'placed' })
    await record(tx, context, {
      name: 'interest.placed',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'group', id: place.groupId }],
      particulars: { groupId: place.groupId, placeId: place.id, by: 'acceptance' },
    })
    const told = found(await interestById(tx, interest.id))
    await tellPlaced(tx, context, told, place.id)
    await tellPeopleOfPlace(context, { groupId: place.groupId, placeId: place.id })
  })

/** The school does not want the place it is offered; it can stay in line, at its end. The place goes to the next at once. */
export const declinePlaceOf = (context: Context, input: { interestId: string; staysInLine: boolean }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only who asked, or the hub, answers')
    const place = requireOffered(interest)
    await declinePlace(context, place.id)
    const { staysInLine } = input
    await moveInterest(
      tx,
      context,
      interest,
      staysInLine ? { to: 'waiting', waitingSince: context.now } : { to: 'withdrawn' },
    )
    await record(tx, context, {
      name: 'interest.place-declined',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'group', id: place.groupId }],
      particulars: {
        groupId: place.groupId,
        placeId: place.id,
        staysInLine,
        ...(staysInLine ? { waitingSince: context.now.toString() } : {}),
      },
    })
    await tellHub({ tx, context, interest }, hubToldOfEndLetter, `declined:${place.id}`)
    // Whoever has just said no is at the end of the line, and not in this turn.
    await offerFreedPlace(context, place.groupId, { notTo: interest.id, freed: roomOf(place) })
  })
