import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayAnswerDateAlert } from '../policy.ts'
import { deleteAlert, lockAlert, setConfirmed } from '../store.ts'

const requireHolder = ({ actor }: Context, id: string): void => {
  if (!mayAnswerDateAlert(actor, id)) throw new Forbidden('Only the holder of the mailed link answers it')
}

/** The holder of the link confirms the address: from now on they wait. Confirming again changes nothing. */
export const confirmDateAlert = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    requireHolder(context, id)
    const alert = await lockAlert(tx, id)
    if (!alert)
      throw new Refused('You have been told already, or it was too late to confirm. See the page of the offer.')
    if (alert.confirmed_at !== null) return
    await setConfirmed(tx, id, context.now)
    await record(tx, context, {
      name: 'date-alert.confirmed',
      subject: { type: 'date-alert', id },
      also: [{ type: 'offer', id: alert.offer_id }],
    })
  })

/** The holder of the link waits no longer: the address is deleted. */
export const stopDateAlert = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    requireHolder(context, id)
    const alert = await lockAlert(tx, id)
    if (!alert) return
    await deleteAlert(tx, id)
    await record(tx, context, {
      name: 'date-alert.stopped',
      subject: { type: 'date-alert', id },
      also: [{ type: 'offer', id: alert.offer_id }],
    })
  })
