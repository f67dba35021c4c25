import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { lockGroup } from '../../groups/index.ts'
import { type Interest, interestById, lockWithGroup, moveInterest, tellSender } from '../../interest/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { calledOffLetter, offerEndedLetter, withdrawnLetter } from '../emails/deciding.email.ts'
import { groupsElsewhere, waitingSinceCalledOff, whyCalledOff } from '../line-queries.ts'
import { offerFreedPlace, roomOf } from './offer-freed-place.ts'

/** A place was answered, given back or called off elsewhere: the request behind it follows, and the next in line gets what is free. */
export const settleEndedPlace = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, interestId)
    const { place } = interest
    const waitsAgain = place !== null && isGone(interest) && (await isCalledOff(tx, place.groupId))
    const follows = waitsAgain ? backToTheHead : whatFollows(interest)
    await follows?.(tx, context, interest)
    if (waitsAgain)
      await enqueue(tx, 'offer-elsewhere', { groupId: place.groupId }, { key: `elsewhere:${place.groupId}` })
  })

type Follows = (tx: Transaction, context: Context, interest: Interest) => Promise<void>

/** What becomes of a request when its place has moved on without it. */
const whatFollows = (interest: Interest): Follows | null => {
  const { place, status } = interest
  if (status !== 'offered') return isGone(interest) ? givenBack : null
  if (place === null || place.status === 'offered') return null
  return place.status === 'held' ? accepted : lapsed
}

const factsOf = ({ place }: Interest) => ({
  groupId: place?.groupId ?? null,
  placeId: place?.id ?? null,
  place: place?.status ?? null,
})

const accepted = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  await moveInterest(tx, context, interest, { to: 'placed' })
  const particulars = { ...factsOf(interest), by: 'acceptance' }
  await record(tx, context, { name: 'interest.placed', subject: { type: 'interest', id: interest.id }, particulars })
  if (interest.place) await tellPeopleOfPlace(context, { groupId: interest.place.groupId, placeId: interest.place.id })
}

const lapsed = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  await moveInterest(tx, context, interest, {
    to: 'lapsed',
    reason: 'The offer of a place ended before its last day to answer.',
  })
  const subject = { type: 'interest', id: interest.id }
  await record(tx, context, { name: 'interest.lapsed', subject, particulars: factsOf(interest) })
  await tell(tx, context, interest, offerEndedLetter)
  if (interest.place) await offerFreedPlace(context, interest.place.groupId, { freed: roomOf(interest.place) })
}

const isGone = ({ status, place }: Interest): boolean =>
  (status === 'offered' && place?.status === 'lapsed') ||
  (status === 'placed' && (place?.status === 'released' || place?.status === 'left'))

const isCalledOff = async (tx: Transaction, groupId: string): Promise<boolean> => {
  const { status } = await lockGroup(tx, groupId)
  return status === 'cancelled' || status === 'merged'
}

// Whoever lost a place because its group was called off waits at the head of the line, with the time it had.
const backToTheHead = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  const waitingSince = interest.waitingSince ?? interest.receivedAt ?? context.now
  const reason = await whyCalledOff(tx, interest.place?.groupId ?? '')
  await moveInterest(tx, context, interest, { to: 'waiting', waitingSince, lostPlaceAt: context.now, reason })
  await recordReturn(tx, context, interest, { waitsAgain: true, waitingSince: waitingSince.toString() })
  await tell(tx, context, interest, calledOffLetter)
}

// A place given back or left ends what was asked; it goes to the next in line.
const givenBack = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  if (!interest.place) return
  const left = interest.place.status === 'left'
  await moveInterest(tx, context, interest, {
    to: 'withdrawn',
    reason: left ? 'They left the group.' : 'The place was given back.',
  })
  await recordReturn(tx, context, interest, { waitsAgain: false })
  await tell(tx, context, interest, withdrawnLetter)
  await offerFreedPlace(context, interest.place.groupId, { freed: roomOf(interest.place) })
}

const recordReturn = (
  tx: Transaction,
  context: Context,
  { id, place }: Interest,
  more: { waitsAgain: boolean; waitingSince?: string },
): Promise<void> =>
  record(tx, context, {
    name: more.waitsAgain ? 'interest.group-called-off' : 'interest.place-released',
    subject: { type: 'interest', id },
    also: place ? [{ type: 'group', id: place.groupId }] : [],
    particulars: { groupId: place?.groupId ?? null, placeId: place?.id ?? null, at: context.now.toString(), ...more },
  })

/**
 * Those who lost their places because a group was called off, and still wait, are offered another group of their offer when it is
 * their turn there: whoever has waited longest first; the groups it would rather join first, then the nearest within its limit.
 */
export const offerElsewhere = async (context: Context, groupId: string): Promise<void> => {
  for (const interestId of await waitingSinceCalledOff(context.db, groupId))
    for (const other of await groupsElsewhere(context.db, interestId))
      if ((await offerFreedPlace(context, other, { only: interestId })).offeredTo !== null) break
}

const tell = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  draw: typeof offerEndedLetter,
): Promise<void> =>
  tellSender({ tx, context, interest: found(await interestById(tx, interest.id)) }, draw, `ended:${interest.place?.id}`)
