import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { createGroup } from '../../groups/index.ts'
import type { GroupToFill, Instance } from '../../placement-solving/index.ts'
import { isOpening } from '../opening.ts'
import { type LockedRun, setOpened } from '../store.ts'

type Placed = { readonly interestId: string; readonly groupId: string }

const openOne = async (context: Context, { asked }: LockedRun, group: GroupToFill): Promise<string> =>
  createGroup(context, {
    offerId: group.offerId,
    name: group.name,
    organisationsRoom: group.organisationsLeft,
    peopleRoom: group.peopleLeft,
    organisationsMinimum: asked.opening?.from ?? group.minimum,
    venueId: group.venueId,
    leadPersonIds: [],
    partnerHubIds: [],
  })

/** Makes the groups that a placement opens, as they were proposed; who is placed in them is placed in what was made. */
export const openGroups = async (
  tx: Transaction,
  context: Context,
  { run, instance, placed }: { run: LockedRun; instance: Instance; placed: readonly Placed[] },
): Promise<readonly Placed[]> => {
  const made = new Map<string, string>()
  for (const opening of [...new Set(placed.map(({ groupId }) => groupId))].filter(isOpening).sort()) {
    const group = instance.groups.find(({ id }) => id === opening)
    if (!group) throw new Refused('A group of this proposal can be opened no more: work it out again.')
    const groupId = await openOne(context, run, group)
    await setOpened(tx, run.id, { opening, groupId })
    made.set(opening, groupId)
    await record(tx, context, {
      name: 'placement.group-opened',
      subject: { type: 'placement', id: run.id },
      also: [{ type: 'group', id: groupId }],
      particulars: { opening },
    })
  }
  return placed.map(({ interestId, groupId }) => ({ interestId, groupId: made.get(groupId) ?? groupId }))
}
