import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Print, PrintedFacts } from '../flyer-print.ts'
import { printWithFacts } from '../print-queries.ts'
import { insertPrint, lockPrintedOffer } from '../print-store.ts'

/** Keeps what a flyer says the first time that it is printed so, that its paper can be told what has changed since. Anybody may print. */
export const keepPrint = (context: Context, offerId: string, facts: PrintedFacts): Promise<Print> =>
  transaction(context, async (tx, context) => {
    const offer = found(await lockPrintedOffer(tx, offerId))
    if (offer.status === 'draft') throw new NotFound('A draft is not printed for others')
    const before = await printWithFacts(tx, offerId, facts)
    if (before) return before
    const print = await insertPrint(tx, { offerId, facts, madeOn: context.today })
    // Who happened to be the first to open it is nobody's business.
    await record(tx, actingAs(context, { kind: 'system', task: 'print a flyer' }), {
      name: 'flyer.printed',
      subject: { type: 'offer', id: offerId },
      also: [{ type: 'hub', id: offer.hub_id }],
      particulars: { number: print.number },
    })
    return print
  })
