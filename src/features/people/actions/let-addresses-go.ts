import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { daysToConfirm, isPast, stoppableUntil } from '../address.ts'
import { lapseChanges, letAddressGo } from '../address-store.ts'
import { lockedChange } from './confirm-address-change.ts'

/** A week after a new address was confirmed the one before it is let go: it can become somebody else's. */
export const letEarlierAddressGo = (context: Context, changeId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { change } = await lockedChange(tx, changeId)
    if (change.status !== 'confirmed' || !change.confirmedAt) return
    if (!isPast(stoppableUntil(change.confirmedAt), context.now)) return
    await letAddressGo(tx, change, context.now)
    await record(tx, context, {
      name: 'address.let-go',
      subject: { type: 'person', id: change.personId },
      particulars: { changeId: change.id },
    })
  })

/** New addresses that nobody confirmed in time come to nothing. */
export const lapseAddressChanges = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const lapsed = await lapseChanges(tx, context.now.subtract({ hours: daysToConfirm * 24 }))
    for (const { id, personId } of lapsed)
      await record(tx, context, {
        name: 'address-change.lapsed',
        subject: { type: 'person', id: personId },
        particulars: { changeId: id },
      })
  })
