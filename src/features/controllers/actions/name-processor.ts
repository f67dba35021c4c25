import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { holdingOn } from '../controller.ts'
import { statementsOf } from '../queries.ts'
import { exchangeProcessor, lockStatements } from '../store.ts'

/**
 * From a day the new lead organisation is the processor where a hub's own statement named the old one; who answers stays. Says whether
 * anything was to be changed: otherwise the processor is whoever leads the hub, as the network states. The hand-over permits it.
 */
export const nameProcessor = (
  context: Context,
  { hubId, processor, from }: { hubId: string; processor: string; from: Temporal.PlainDate },
): Promise<boolean> =>
  transaction(context, async (tx, context) => {
    await lockStatements(tx, hubId)
    const holding = holdingOn(await statementsOf(tx, hubId), from)
    if (!holding?.processor) return false
    await exchangeProcessor(tx, hubId, { holding, processor, from })
    await record(tx, context, {
      name: 'controller.stated',
      subject: { type: 'hub', id: hubId },
      particulars: { from: from.toString(), controller: holding.controller, processor },
    })
    return true
  })
