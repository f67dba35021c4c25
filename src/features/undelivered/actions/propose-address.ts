import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { askForAddress, hubsOfPerson } from '../../people/index.ts'
import { mayCorrectAddress } from '../policy.ts'
import { isStaffAnywhere, personNotReached } from '../queries.ts'

/**
 * Staff of a hub propose another address for somebody whom mail does not reach: it is asked whether it is theirs, and nothing changes
 * before it is confirmed from there.
 */
export const proposeAddress = (
  context: Context,
  input: { readonly personId: string; readonly address: string; readonly hub: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { personId, address } = input
    const concerned = {
      personId,
      hubIds: await hubsOfPerson(tx, personId),
      isStaff: await isStaffAnywhere(tx, personId, context.today),
    }
    if (!mayCorrectAddress(context.actor, concerned))
      throw new Forbidden('People with a part in a hub or the network change their own address')
    if (!(await personNotReached(tx, personId)))
      throw new Refused('Mail reaches this person: they change their own address.')
    await askForAddress(tx, context, { personId, address, askedBy: input.hub })
    await record(tx, context, {
      name: 'address.proposed',
      subject: { type: 'person', id: personId },
      personal: { address },
    })
  })
