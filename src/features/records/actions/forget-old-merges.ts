import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { daysToUndo } from '../merge.ts'
import { forgetChanges, networkId } from '../merge-store.ts'

/** What a merge changed is kept only for as long as it can be undone: it holds names and addresses as they were. */
export const forgetOldMerges = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { numAffectedRows } = await forgetChanges(tx, context.now.subtract({ hours: 24 * (daysToUndo + 2) }))
    const network = await networkId(tx)
    const rows = Number(numAffectedRows ?? 0n)
    if (rows > 0 && network)
      await record(tx, context, {
        name: 'merge-changes.forgotten',
        subject: { type: 'network', id: network },
        particulars: { rows },
      })
  })
