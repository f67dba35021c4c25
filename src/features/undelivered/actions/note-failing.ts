import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { sendElsewhere, setNoted } from '../../../platform/mail/index.ts'
import { failingToNote, reachedElsewhere } from '../queries.ts'

/** Tells the history of people at whose address mail has turned out not to arrive. */
export const noteFailing = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    for (const { address, status, personId } of await failingToNote(tx)) {
      await setNoted(tx, address, context.now)
      if (personId === null) continue
      await record(tx, context, {
        name: 'address.failing',
        subject: { type: 'person', id: personId },
        particulars: { status },
        personal: { address },
      })
    }
  })

/** Mail that was held back goes to the new address of whoever has one that works. */
export const sendWhereReached = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    for (const { personId, address } of await reachedElsewhere(tx)) {
      const mails = await sendElsewhere(tx, { personId, to: address }, context.now)
      await record(tx, context, {
        name: 'address.reached-elsewhere',
        subject: { type: 'person', id: personId },
        particulars: { mails },
      })
    }
  })
