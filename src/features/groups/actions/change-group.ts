import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { shrinkRefusal, takesPlaces } from '../group.ts'
import { mayRunGroup } from '../policy.ts'
import { whoHasPlaces } from '../room-queries.ts'
import { promisedRefusal } from '../shares.ts'
import { type GroupDetails, setGroupDetails } from '../store.ts'
import { type LockedGroup, lockGroup } from './move-group.ts'

/** Room of a group that has become free, or was added: so many who join, and so many people. */
export type FreedRoom = { readonly organisations: number; readonly people: number }

/** Tells, once this is done, the room that knows who waits: what became free goes to whoever is next and fits. */
export const freeRoom = (tx: Transaction, groupId: string, { organisations, people }: FreedRoom): Promise<void> =>
  enqueue(tx, 'offer-freed-room', { groupId, organisations, people, mark: newId() })

/** Changes a group's name, room, minimum, venue and link; its room is never less than what is taken, promised to a partner hub or held back. */
export const changeGroup = (
  context: Context,
  input: GroupDetails & {
    readonly id: string
    /** Room that is added is for somebody already, and not for whoever is next in line. */
    readonly isSpokenFor?: boolean
  },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { id, isSpokenFor = false, ...details } = input
    const group = await lockGroup(tx, id)
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub change a group')
    if (!takesPlaces(group.status)) throw new Refused('A group that is over is not changed.')
    const refusal = shrinkRefusal(group, details, await whoHasPlaces(tx, id)) ?? promisedRefusal(group.shared, details)
    if (refusal) throw new Refused(refusal)
    await setGroupDetails(tx, id, { ...details, name: details.name.trim() })
    if (!isSpokenFor) await passOnAdded(tx, group, details)
    await record(tx, context, {
      name: 'group.changed',
      subject: { type: 'group', id },
      particulars: {
        organisationsRoom: details.organisationsRoom,
        peopleRoom: details.peopleRoom,
        organisationsMinimum: details.organisationsMinimum,
        venueId: details.venueId,
      },
    })
  })

// What a hub adds is for those who wait; what it wants to keep it holds back.
const passOnAdded = async (tx: Transaction, group: LockedGroup, details: GroupDetails): Promise<void> => {
  const organisations = Math.max(0, details.organisationsRoom - group.organisationsRoom)
  const people = Math.max(0, details.peopleRoom - group.peopleRoom)
  if (organisations + people > 0) await freeRoom(tx, group.id, { organisations, people })
}
