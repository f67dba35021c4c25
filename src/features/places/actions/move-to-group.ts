import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  heldBackPeopleRefusal,
  type LockedGroup,
  lockGroup,
  roomRefusal,
  shareRefusal,
  takesPlaces,
} from '../../groups/index.ts'
import { mayGivePlace } from '../policy.ts'
import { groupOfPlace, hasMet, namedOfPlace } from '../queries.ts'
import {
  insertParticipants,
  insertPlace,
  type LockedPlace,
  lockPlace,
  setGroupOfPlace,
  setParticipantsOfPlace,
  setPlaceStatus,
} from '../store.ts'
import { orRefused, requireNotElsewhere } from './give-place.ts'

type Moving = { readonly from: LockedGroup; readonly to: LockedGroup; readonly place: LockedPlace }

// Two who move between the same groups at once wait for each other in one order.
const locked = async (
  tx: Transaction,
  { placeId, groupId }: { placeId: string; groupId: string },
  today: Temporal.PlainDate,
): Promise<Moving> => {
  const fromId = found(await groupOfPlace(tx, placeId))
  const groups = new Map<string, LockedGroup>()
  for (const id of [...new Set([fromId, groupId])].sort()) groups.set(id, await lockGroup(tx, id))
  const [from, to] = [found(groups.get(fromId)), found(groups.get(groupId))]
  return { from, to, place: found(await lockPlace(tx, placeId, today)) }
}

const hubIn = ({ from, to, place }: Moving): string => {
  const hubId = place.partnerHubId ?? from.hubId
  if (hubId === to.hubId || to.partnerHubIds.includes(hubId)) return hubId
  throw new Refused(`${to.name} is not shared with the hub whose place this is.`)
}

const requireFits = async (tx: Transaction, { from, to, place }: Moving, hubId: string): Promise<void> => {
  if (place.status !== 'offered' && place.status !== 'held') throw new Refused('This place is over.')
  if (from.id === to.id) throw new Refused('The place is in this group already.')
  if (from.projectId !== to.projectId) throw new Refused('A place goes on in a group of the same project.')
  if (!takesPlaces(to.status)) throw new Refused(`${to.name} is ${to.status}: no more places are given.`)
  const refusal =
    roomRefusal(to, to, place.peopleCount) ??
    shareRefusal(to.shared, to, hubId) ??
    heldBackPeopleRefusal(to.shared, place.peopleCount)
  if (refusal) throw new Refused(refusal)
  await requireNotElsewhere(tx, to.id, await namedOfPlace(tx, place.id), null)
}

/** What was held and met stays told of the group in which it was: the place goes on as another, with the same people, from today. */
const goOn = async (
  tx: Transaction,
  context: Context,
  { to, place }: Moving,
  how: { partnerHubId: string | null; reason: string },
): Promise<string> => {
  const people = await namedOfPlace(tx, place.id)
  await setPlaceStatus(tx, place.id, { status: 'left', reason: how.reason, endedAt: context.now })
  await setParticipantsOfPlace(tx, place.id, { status: 'left', until: context.today })
  const id = await insertPlace(tx, {
    groupId: to.id,
    projectId: to.projectId,
    organisationId: place.organisationId,
    personId: place.personId,
    peopleCount: place.peopleCount,
    partnerHubId: how.partnerHubId,
    status: 'held',
    respondBy: null,
    continuesId: place.id,
    now: context.now,
  })
  if (id === null) throw new Refused('They have a place in this project already.')
  await insertParticipants(tx, id, people, { status: 'taking_part', from: context.today })
  return id
}

/**
 * A place goes on in another group of its project, with its people and its deadline. Before its group has met it is the same
 * place; after that it is a new one that names it, so that sessions and marks stay where they were. Gives the id of the place.
 */
export const movePlace = (
  context: Context,
  input: { placeId: string; groupId: string; reason: string },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const moving = await locked(tx, input, context.today)
    const { from, to, place } = moving
    if (!mayGivePlace(context.actor, from) || !mayGivePlace(context.actor, to))
      throw new Forbidden('Only staff of the hubs of both groups move a place')
    const hubId = hubIn(moving)
    await requireFits(tx, moving, hubId)
    const partnerHubId = hubId === to.hubId ? null : hubId
    const goesOn = place.status === 'held' && (await hasMet(tx, from.id, context.now))
    const id = await orRefused(to, async () => {
      if (goesOn) return goOn(tx, context, moving, { partnerHubId, reason: input.reason })
      await setGroupOfPlace(tx, place.id, { groupId: to.id, partnerHubId })
      return place.id
    })
    await record(tx, context, {
      name: 'place.moved',
      subject: { type: 'place', id },
      also: [
        ...(id === place.id ? [] : [{ type: 'place', id: place.id }]),
        { type: 'group', id: from.id },
        { type: 'group', id: to.id },
        { type: 'organisation', id: place.organisationId },
      ],
      particulars: {
        fromGroupId: from.id,
        groupId: to.id,
        organisationId: place.organisationId,
        people: place.peopleCount,
      },
    })
    return id
  })
