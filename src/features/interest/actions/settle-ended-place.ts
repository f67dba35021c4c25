import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup } from '../../groups/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { calledOffLetter, lapsedLetter, withdrawnLetter } from '../emails/deciding.email.ts'
import { tellSender } from '../emails/tell.ts'
import type { Interest } from '../expression-of-interest.ts'
import { interestById } from '../queries.ts'
import { moveInterest } from '../store.ts'
import { offerFreedPlace } from './offer-freed-place.ts'
import { lockWithGroup } from './respond-to-place.ts'

/** A place was answered, given back or called off elsewhere: the request behind it follows, and the next in line gets what is free. */
export const settleEndedPlace = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, interestId)
    if (!interest.place) return
    const { place } = interest
    const subject = { type: 'interest', id: interest.id }
    const particulars = { groupId: place.groupId, placeId: place.id, place: place.status }
    if (interest.status === 'offered' && place.status === 'held') {
      await moveInterest(tx, interest, { to: 'placed' })
      await record(tx, context, { name: 'interest.placed', subject, particulars: { ...particulars, by: 'acceptance' } })
      await tellPeopleOfPlace(context, { groupId: place.groupId, placeId: place.id })
    } else if (interest.status === 'offered' && place.status !== 'offered') {
      await moveInterest(tx, interest, { to: 'lapsed', reason: 'The offer of a place ended.' })
      await record(tx, context, { name: 'interest.lapsed', subject, particulars })
      await tell(tx, context, interest, lapsedLetter)
      await offerFreedPlace(context, place.groupId)
    } else if (interest.status === 'placed' && (place.status === 'released' || place.status === 'left'))
      await returned(tx, context, interest)
  })

// A group that was called off gives its schools back to the line; a place given back or left ends what was asked.
const returned = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  const { place } = interest
  if (!place) return
  const group = await lockGroup(tx, place.groupId)
  const isCalledOff = group.status === 'cancelled' || group.status === 'merged'
  await moveInterest(
    tx,
    interest,
    isCalledOff
      ? { to: 'waiting', waitingSince: context.now, reason: 'The group was called off.' }
      : {
          to: 'withdrawn',
          reason: place.status === 'left' ? 'The school left the group.' : 'The place was given back.',
        },
  )
  await record(tx, context, {
    name: 'interest.place-released',
    subject: { type: 'interest', id: interest.id },
    also: [{ type: 'group', id: place.groupId }],
    particulars: { groupId: place.groupId, placeId: place.id, waitsAgain: isCalledOff, at: context.now.toString() },
  })
  await tell(tx, context, interest, isCalledOff ? calledOffLetter : withdrawnLetter)
  if (!isCalledOff) await offerFreedPlace(context, place.groupId)
}

const tell = async (tx: Transaction, context: Context, interest: Interest, draw: typeof lapsedLetter): Promise<void> =>
  tellSender({ tx, context, interest: found(await interestById(tx, interest.id)) }, draw, `ended:${interest.place?.id}`)
