import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { shrinkRefusal, takesPlaces } from '../group.ts'
import { mayRunGroup } from '../policy.ts'
import { whoHasPlaces } from '../room-queries.ts'
import { promisedRefusal } from '../shares.ts'
import { type GroupDetails, setGroupDetails } from '../store.ts'
import { lockGroup } from './move-group.ts'

/** Changes a group's name, room, minimum, venue and link; its room is never less than what is taken, promised to a partner hub or held back. */
export const changeGroup = (context: Context, input: GroupDetails & { id: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { id, ...details } = input
    const group = await lockGroup(tx, id)
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub change a group')
    if (!takesPlaces(group.status)) throw new Refused('A group that is over is not changed.')
    const refusal = shrinkRefusal(group, details, await whoHasPlaces(tx, id)) ?? promisedRefusal(group.shared, details)
    if (refusal) throw new Refused(refusal)
    await setGroupDetails(tx, id, { ...details, name: details.name.trim() })
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
