import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { freeRoom, type LockedGroup, lockGroup, takesPlaces } from '../../groups/index.ts'
import { requireInTime, requireOverdue, requirePlaceBecomes } from '../place.ts'
import { mayAnswerForPlace, mayCompletePlace, mayGivePlace } from '../policy.ts'
import { groupOfPlace, hasMet } from '../queries.ts'
import { type LockedPlace, lockPlace, type PlaceMove, setParticipantsOfPlace, setPlaceStatus } from '../store.ts'

type Locked = {
  readonly tx: Transaction
  readonly context: Context
  readonly group: LockedGroup
  readonly place: LockedPlace
}

/** Locks the group, then the place in it (parent before child). */
export const lockedWithGroup = async (
  tx: Transaction,
  placeId: string,
  today: Temporal.PlainDate,
): Promise<{ group: LockedGroup; place: LockedPlace }> => {
  const group = await lockGroup(tx, found(await groupOfPlace(tx, placeId)))
  const place = found(await lockPlace(tx, placeId, today))
  return { group, place }
}

const withPlace = (context: Context, placeId: string, work: (locked: Locked) => Promise<void>): Promise<void> =>
  transaction(context, async (tx, context) =>
    work({ tx, context, ...(await lockedWithGroup(tx, placeId, context.today)) }),
  )

const requireAnswering = ({ context, group, place }: Locked): void => {
  if (!mayAnswerForPlace(context.actor, group, place))
    throw new Forbidden('Only the school or its hub answers for this place')
}

const save = async ({ tx, context, group, place }: Locked, move: PlaceMove & { event: string }): Promise<void> => {
  requirePlaceBecomes(place.status, move.status)
  await setPlaceStatus(tx, place.id, move)
  const over = move.status === 'held' ? 'taking_part' : move.status === 'completed' ? 'completed' : 'left'
  await setParticipantsOfPlace(tx, place.id, { status: over, ...(over === 'left' ? { until: context.today } : {}) })
  await record(tx, context, {
    name: move.event,
    subject: { type: 'place', id: place.id },
    also: [
      { type: 'group', id: group.id },
      { type: 'organisation', id: place.organisationId },
    ],
    particulars: { groupId: group.id, organisationId: place.organisationId, people: place.peopleCount },
    ...(move.reason ? { personal: { reason: move.reason } } : {}),
  })
}

/** The school says yes, up to the very moment of the deadline. */
export const acceptPlace = (context: Context, placeId: string): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    requireAnswering(locked)
    requirePlaceBecomes(locked.place.status, 'held')
    requireInTime(locked.place.respondBy, locked.context.now)
    if (!takesPlaces(locked.group.status))
      throw new Refused(`${locked.group.name} is ${locked.group.status}: its places can no longer be accepted.`)
    await save(locked, { status: 'held', heldAt: locked.context.now, event: 'place.accepted' })
  })

/** The school says no, or the hub says it for them: the room is free at once. */
export const declinePlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    requireAnswering(locked)
    await save(locked, { status: 'declined', reason, endedAt: locked.context.now, event: 'place.declined' })
  })

/** Nobody answered in time, or the group was called off while the offer stood. */
export const lapsePlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    if (!mayGivePlace(locked.context.actor, locked.group))
      throw new Forbidden('An offer lapses by itself or by its hub')
    if (takesPlaces(locked.group.status)) requireOverdue(locked.place.respondBy, locked.context.now)
    await save(locked, { status: 'lapsed', reason, endedAt: locked.context.now, event: 'place.lapsed' })
  })

/** A held place is given back before the group has met. */
export const releasePlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    requireAnswering(locked)
    if (await hasMet(locked.tx, locked.group.id, locked.context.now))
      throw new Refused('The group has met: the place is left, not given back.')
    await save(locked, { status: 'released', reason, endedAt: locked.context.now, event: 'place.released' })
  })

/** A held place is left after the group has met. */
export const leavePlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    requireAnswering(locked)
    if (!(await hasMet(locked.tx, locked.group.id, locked.context.now)))
      throw new Refused('The group has not met yet: the place is given back, not left.')
    await save(locked, { status: 'left', reason, endedAt: locked.context.now, event: 'place.left' })
  })

/** Ends a place whatever it is by now: an offer is declined, a place given back before the first session or left after it. */
export const endPlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    requireAnswering(locked)
    const status =
      locked.place.status === 'offered'
        ? 'declined'
        : (await hasMet(locked.tx, locked.group.id, locked.context.now))
          ? 'left'
          : 'released'
    await save(locked, { status, reason, endedAt: locked.context.now, event: `place.${status}` })
    const { tx, group, place } = locked
    // Behind most places is a request, and whoever ends that passes its room on.
    if (place.interestIds.length === 0) await freeRoom(tx, group.id, { organisations: 1, people: place.peopleCount })
  })

/** The school took part to the end: decided when the group is completed, with the reason where it fell short of what is asked. */
export const completePlace = (context: Context, placeId: string, reason: string | null = null): Promise<void> =>
  withPlace(context, placeId, async (locked) => {
    if (!mayCompletePlace(locked.context.actor, locked.group))
      throw new Forbidden('Only the hub or the lead completes a place')
    await save(locked, { status: 'completed', reason, endedAt: locked.context.now, event: 'place.completed' })
  })
