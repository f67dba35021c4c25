import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayPublishOffer } from '../../offers/index.ts'
import { lockOfferRow, setStatus } from '../store.ts'
import { keepFirstVersion, keepVersion } from '../version-store.ts'

export type EndOfferInput = { readonly id: string; readonly reason: string }

const toEnd = async (tx: Parameters<typeof lockOfferRow>[0], context: Context, { id, reason }: EndOfferInput) => {
  const row = found(await lockOfferRow(tx, id))
  if (!mayPublishOffer(context.actor, row.hub_id)) throw new NotFound('Only staff of its hub end an offer')
  if (reason.trim() === '') throw new Refused('Say why: the reason stands on the offer’s page.')
  await keepFirstVersion(tx, row)
  return { ...row, reason: reason.trim() }
}

/** Closes a published offer: its page stays, nobody can ask to join any more, and what was asked is still decided. */
export const closeOffer = (context: Context, input: EndOfferInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { hub_id, status, reason } = await toEnd(tx, context, input)
    if (status !== 'published') throw new Refused('Only an offer that is published can be closed.')
    await setStatus(tx, input.id, { status: 'closed', reason, updatedAt: context.now })
    await keepVersion(tx, context, input.id, 'closed')
    await record(tx, context, {
      name: 'offer.closed',
      subject: { type: 'offer', id: input.id },
      also: [{ type: 'hub', id: hub_id }],
    })
  })

/** Withdraws an offer with a reason; the requests to join that it has stay, for the hub to answer. */
export const withdrawOffer = (context: Context, input: EndOfferInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { hub_id, status, reason } = await toEnd(tx, context, input)
    if (status === 'withdrawn') throw new Refused('This offer has been withdrawn already.')
    await setStatus(tx, input.id, { status: 'withdrawn', reason, updatedAt: context.now })
    await keepVersion(tx, context, input.id, 'withdrawn')
    await record(tx, context, {
      name: 'offer.withdrawn',
      subject: { type: 'offer', id: input.id },
      also: [{ type: 'hub', id: hub_id }],
      particulars: { from: status },
    })
  })
