import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { deleteForgotten } from '../store.ts'

const hoursKept = 24

/** What was chosen and never carried out is forgotten after a day. */
export const forgetActs = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    for (const { id } of await deleteForgotten(tx, context.now.subtract({ hours: hoursKept })))
      await record(tx, context, { name: 'bulk-act.forgotten', subject: { type: 'bulk-act', id } })
  })
