import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { changeGroup, endHoldingBack, heldBackIn, lockGroup, mayRunGroup, mergeInto } from '../../groups/index.ts'
import { followPlace, moveToOffer } from '../../interest/index.ts'
import { grantRole } from '../../people/index.ts'
import { movePlace } from '../../places/index.ts'
import { leaveDates, tellOfJoining } from '../../sessions/index.ts'
import { type Moved, tellOthers } from '../emails/tell-others.ts'
import { type Merger, markOf, mergeRefusal, roomMissing } from '../merger.ts'
import { asideOf, mergerInSight } from '../queries.ts'

export type MergeGroups = {
  readonly fromId: string
  readonly intoId: string
  readonly reason: string
  /** Who leads the one leads the other too from now on. */
  readonly leadsJoin: boolean
  /** The other is given the room that it lacks. */
  readonly addsRoom: boolean
  /** What the page showed: where it no longer holds nothing is done. */
  readonly mark?: string
}
export type Merged = { readonly places: number; readonly told: number }

/** Two groups that are to be one, as they are, locked. */
export const lockedMerger = async (tx: Transaction, context: Context, input: MergeGroups): Promise<Merger> => {
  // Both in one order, so that two who merge the same groups into each other wait for one another.
  for (const id of [...new Set([input.fromId, input.intoId])].sort()) await lockGroup(tx, id)
  return found(await mergerInSight({ ...context, db: tx }, input))
}

/** Refused where they cannot be one, or are not as they were seen. */
export const requirePossible = ({ actor }: Context, merger: Merger, input: MergeGroups): void => {
  if (input.mark !== undefined && input.mark !== markOf(merger))
    throw new Conflict('Something about these groups has changed since you looked. Look again, then confirm.')
  const refusal = mergeRefusal(merger, input.addsRoom)
  if (refusal) throw new Refused(refusal)
  const missing = roomMissing(merger)
  if (missing.organisations + missing.people > 0 && !mayRunGroup(actor, merger.into))
    throw new Refused('Only the lead hub of the other group gives it more room. Ask it first.')
  if (input.leadsJoin && !mayRunGroup(actor, merger.into))
    throw new Refused('Only the lead hub of the other group gives it more leads.')
}

const addRoom = async (context: Context, merger: Merger): Promise<void> => {
  const { into } = merger
  const missing = roomMissing(merger)
  if (missing.organisations + missing.people === 0) return
  await changeGroup(context, {
    id: into.id,
    name: into.name,
    organisationsRoom: into.organisationsRoom + missing.organisations,
    peopleRoom: into.peopleRoom + missing.people,
    organisationsMinimum: into.organisationsMinimum,
    venueId: into.venueId,
    onlineLink: into.onlineLink,
    // It is for those who come along, and not for who waits.
    isSpokenFor: true,
  })
}

const movePlaces = async (
  context: Context,
  { from, into, places }: Merger,
  reason: string,
): Promise<readonly Moved[]> => {
  const moved: Moved[] = []
  for (const { placeId, organisation } of places) {
    const nowId = await movePlace(context, { placeId, groupId: into.id, reason })
    const interestIds = await followPlace(context, { placeId, nowId, fromGroupId: from.id, groupId: into.id })
    moved.push({ organisation, interestIds })
  }
  return moved
}

/**
 * One group becomes part of another, in one go: places with their people and deadlines, the requests behind them and those that wait
 * for an offer that is left without a group, leads where that is wanted, and the dates to come; everybody hears of it once. What has
 * been held, and its marks, stay where they were.
 */
export const mergeGroups = (context: Context, input: MergeGroups): Promise<Merged> =>
  transaction(context, async (tx, context) => {
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the groups become one.')
    const merger = await lockedMerger(tx, context, input)
    requirePossible(context, merger, input)
    const { from, into } = merger
    const aside = await asideOf(tx, merger, context)
    for (const held of await heldBackIn(tx, from.id))
      await endHoldingBack(actingAs(context, { kind: 'system', task: 'merge-groups' }), {
        groupId: from.id,
        id: held.id,
        reason: `The group is part of ${into.name} now.`,
      })
    await addRoom(context, merger)
    const recipients = await leaveDates(context, { groupId: from.id, reason: `The group is part of ${into.name} now.` })
    const moved = await movePlaces(context, merger, `The group is part of ${into.name} now.`)
    const waiting =
      aside.waitingElsewhere > 0 && from.offerId && into.offerId
        ? await moveToOffer(context, { hubId: from.hubId, fromOfferId: from.offerId, offerId: into.offerId })
        : []
    const joining = input.leadsJoin ? aside.leads.filter(({ personId }) => !leads(into, personId)) : []
    for (const { personId } of joining) await grantRole(context, { personId, role: 'group_lead', groupId: into.id })
    await mergeInto(context, { id: from.id, intoId: into.id, reason })
    const told = await tellOfJoining(context, { fromId: from.id, intoId: into.id, recipients, reason })
    const others = await tellOthers(tx, context, { merger, moved, waiting, reason, told })
    await record(tx, context, {
      name: 'group.joining-told',
      subject: { type: 'group', id: into.id },
      also: [{ type: 'group', id: from.id }],
      particulars: { people: others, places: moved.length, requests: waiting.length },
    })
    return { places: moved.length, told: told.length + others }
  })

const leads = (group: Merger['into'], personId: string): boolean =>
  group.leads.some((lead) => lead.personId === personId)
