import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { historyOf, record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { mayMailFlyer } from '../policy.ts'
import { lockPrintedOffer } from '../print-store.ts'

type Mailing = {
  readonly offerId: string
  readonly addresses: readonly string[]
  readonly letter: Letter
  /** The form that was sent: sent twice, it writes to nobody twice. */
  readonly form: string
}

const wasSent = async (tx: Transaction, id: string, form: string): Promise<boolean> =>
  (await historyOf(tx, { type: 'offer', id })).some(
    ({ name, particulars }) => name === 'flyer.mailed' && particulars['form'] === form,
  )

/** Sends the flyer of a published offer to each of these addresses, in the hub's name. */
export const mailFlyer = (context: Context, { offerId, addresses, letter, form }: Mailing): Promise<void> =>
  transaction(context, async (tx, context) => {
    const offer = found(await lockPrintedOffer(tx, offerId))
    if (!mayMailFlyer(context.actor, offer.hub_id)) throw new NotFound('Only staff of its hub send a flyer')
    if (offer.status !== 'published') throw new Refused('Only the flyer of a published offer is sent.')
    if (await wasSent(tx, offerId, form)) return
    await record(tx, context, {
      name: 'flyer.mailed',
      subject: { type: 'offer', id: offerId },
      also: [{ type: 'hub', id: offer.hub_id }],
      particulars: { addresses: addresses.length, form },
    })
    for (const address of addresses) await post(tx, context, { address }, letter, `flyer:${offerId}:${form}:${address}`)
  })
