import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isAtHub } from '../../people/index.ts'
import { peopleRefusal, takesPlaces } from '../group.ts'
import { mayPlaceInGroup } from '../policy.ts'
import { heldBackIn, wasHeldBackIn } from '../room-queries.ts'
import { endHeldBack, insertHeldBack } from '../room-store.ts'
import { heldBackPeopleRefusal, roomLeftFor, shareRefusal } from '../shares.ts'
import { lockGroup } from './move-group.ts'

/**
 * A hub keeps room for one more in a group free, for a reason: until it is released nothing passes on to it by itself.
 * The reason is the hub's own (domain rule 10), so it stands beside the place and not in the history of the group.
 */
export const holdBack = (
  context: Context,
  input: { readonly groupId: string; readonly hubId: string; readonly people: number; readonly reason: string },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    requireHub(context, group, input.hubId)
    if (!takesPlaces(group.status)) throw new Refused('A group that is over gives no more places.')
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the place is held back.')
    const left = roomLeftFor(group.shared, input.hubId)
    const refusal =
      (left.organisations < 1 ? (shareRefusal(group.shared, group, input.hubId) ?? 'No room is left.') : null) ??
      peopleRefusal(group, input.people) ??
      heldBackPeopleRefusal(group.shared, input.people)
    if (refusal) throw new Refused(refusal)
    const id = await insertHeldBack(tx, { ...input, reason, now: context.now })
    await record(tx, context, {
      name: 'group.place-held-back',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { heldBackId: id, hubId: input.hubId, people: input.people },
    })
    return id
  })

/** What was held back is free again, for a reason: for how many people that is. Released twice it is released once, and null the second time. */
export const endHoldingBack = (
  context: Context,
  input: { readonly groupId: string; readonly id: string; readonly reason: string },
): Promise<number | null> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    const held = (await heldBackIn(tx, group.id)).find(({ id }) => id === input.id)
    if (!held) {
      found(mayPlaceInGroup(context.actor, group) && (await wasHeldBackIn(tx, group.id, input.id)) ? group : null)
      return null
    }
    requireHub(context, group, held.hubId)
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the place is released.')
    await endHeldBack(tx, { id: held.id, groupId: group.id, because: reason, now: context.now })
    await record(tx, context, {
      name: 'group.held-back-place-released',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'hub', id: held.hubId }],
      particulars: { heldBackId: held.id, hubId: held.hubId, people: held.people },
    })
    return held.people
  })

// A hub holds back, and releases, only in its own name; to others there is no such group (domain rule 9).
const requireHub = (
  { actor }: Context,
  group: { readonly id: string; readonly hubId: string; readonly partnerHubIds: readonly string[] },
  hubId: string,
): void => {
  found(mayPlaceInGroup(actor, group) ? group : null)
  const isOfGroup = hubId === group.hubId || group.partnerHubIds.includes(hubId)
  if (!isOfGroup || (actor.kind !== 'system' && !isAtHub(actor, hubId)))
    throw new Forbidden('Staff of a hub hold places back for their own hub')
}
