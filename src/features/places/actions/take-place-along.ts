import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayGivePlace } from '../policy.ts'
import { setOrganisationOfPlace } from '../store.ts'
import { lockedWithGroup } from './move-place.ts'

/** The place of one person goes along when that person changes school: it counts for the new one from now on. */
export const takePlaceAlong = (context: Context, input: { placeId: string; organisationId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { group, place } = await lockedWithGroup(tx, input.placeId, context.today)
    if (!mayGivePlace(context.actor, group)) throw new Forbidden('Only staff of the group’s hubs move a place')
    if (place.personId === null)
      throw new Refused('This place belongs to a school: it does not go along with a person.')
    if (place.status !== 'offered' && place.status !== 'held') throw new Refused('This place is over.')
    await setOrganisationOfPlace(tx, place.id, input.organisationId)
    await record(tx, context, {
      name: 'place.taken-along',
      subject: { type: 'place', id: place.id },
      also: [
        { type: 'group', id: group.id },
        { type: 'organisation', id: place.organisationId },
        { type: 'organisation', id: input.organisationId },
      ],
      particulars: { fromOrganisationId: place.organisationId, toOrganisationId: input.organisationId },
    })
  })
