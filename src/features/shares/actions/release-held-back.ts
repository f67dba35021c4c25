import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { endHoldingBack } from '../../groups/index.ts'
import { offerFreedPlace } from '../../place-offers/index.ts'

/** A place that a hub held back is free again, for a reason, and goes to the next in line at once. */
export const releaseHeldBack = (
  context: Context,
  input: { readonly groupId: string; readonly id: string; readonly reason: string },
): Promise<{ offeredTo: string | null }> =>
  transaction(context, async (tx, context) => {
    const people = await endHoldingBack(context, input)
    if (people === null) return { offeredTo: null }
    const { offeredTo, offered } = await offerFreedPlace(context, input.groupId, {
      freed: { organisations: 1, people },
    })
    await record(tx, context, {
      name: 'group.released-place-passed-on',
      subject: { type: 'group', id: input.groupId },
      particulars: { heldBackId: input.id, offeredTo, offered: [...offered] },
    })
    return { offeredTo }
  })
