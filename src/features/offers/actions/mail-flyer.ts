import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
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

/** Sends the flyer of a published offer to each of these addresses, in the hub's name. */
export const mailFlyer = (context: Context, { offerId, addresses, letter, form }: Mailing): Promise<void> =>
  transaction(context, async (tx, context) => {
    const offer = found(await lockPrintedOffer(tx, offerId))
    if (!mayMailFlyer(context.actor, offer.hub_id)) throw new NotFound('Only staff of its hub send a flyer')
    if (offer.status !== 'published') throw new Refused('Only the flyer of a published offer is sent.')
    await record(tx, context, {
      name: 'flyer.mailed',
      subject: { type: 'offer', id: offerId },
      also: [{ type: 'hub', id: offer.hub_id }],
      particulars: { addresses: addresses.length },
    })
    for (const address of addresses) await post(tx, context, { address }, letter, `flyer:${offerId}:${form}:${address}`)
  })
