import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { confirmAddress } from '../store.ts'

/** Notes that somebody has shown to read the mail of an address: it is theirs. */
export const noteAddressConfirmed = (context: Context, address: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const confirmed = await confirmAddress(tx, address, context.now)
    if (confirmed)
      await record(tx, context, { name: 'address.confirmed', subject: { type: 'person', id: confirmed.person_id } })
  })
