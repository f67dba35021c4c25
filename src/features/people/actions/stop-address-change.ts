import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { isPast, stoppableUntil } from '../address.ts'
import { type AddressChange, stopOpenChanges, takeBack } from '../address-store.ts'
import { mayStopAddressChange } from '../policy.ts'
import { lockedChange } from './confirm-address-change.ts'

/**
 * The holder of the old address stops a change: before it is confirmed it comes to nothing; for a week afterwards it is
 * taken back with whatever followed it. Whoever is signed in as this person is signed out.
 */
export const stopAddressChange = (context: Context, changeId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayStopAddressChange(context.actor, changeId))
      throw new Forbidden('Only the holder of the mailed link stops it')
    const { change } = await lockedChange(tx, changeId)
    if (change.status === 'stopped' || change.status === 'lapsed') return
    await undo(tx, change, context.now)
    await enqueue(tx, 'sign-out-everywhere', { personId: change.personId })
    await record(tx, context, {
      name: 'address-change.stopped',
      subject: { type: 'person', id: change.personId },
      particulars: { changeId: change.id, wasConfirmed: change.confirmedAt !== null },
    })
  })

const undo = async (tx: Transaction, change: AddressChange, now: Temporal.Instant): Promise<void> => {
  const { personId, formerAddress: former, confirmedAt, askedAt } = change
  if (!confirmedAt || !former) {
    await stopOpenChanges(tx, personId, now)
    return
  }
  if (isPast(stoppableUntil(confirmedAt), now))
    throw new Refused('This change was made more than a week ago. Write to your hub if it is wrong.')
  await takeBack(tx, { personId, former, since: askedAt, now })
}
