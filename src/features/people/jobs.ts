import type { Sweeps } from '../../platform/jobs.ts'
import { lapseAddressChanges, letEarlierAddressGo } from './actions/let-addresses-go.ts'
import { letMoveHappen } from './actions/let-move-happen.ts'
import { daysToStop } from './address.ts'
import { comingMovesDue } from './coming-moves-queries.ts'
import { addressesToLetGo } from './details-queries.ts'

/** Changes of address fall due: those nobody confirmed lapse, and a week after the others the old address is let go. Moves told before come on their day. */
export const sweeps: Sweeps = {
  'lapse-address-changes': (context) => lapseAddressChanges(context),
  'let-addresses-go': async (context) => {
    const before = context.now.subtract({ hours: daysToStop * 24 })
    for (const id of await addressesToLetGo(context.db, before)) await letEarlierAddressGo(context, id)
  },
  'let-moves-happen': async (context) => {
    for (const id of await comingMovesDue(context.db, context.today)) await letMoveHappen(context, id)
  },
}
