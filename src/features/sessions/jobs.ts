import type { Sweeps } from '../../platform/jobs.ts'
import { callOffDates } from './actions/call-off-dates.ts'
import { leavers } from './telling-queries.ts'

/** Whoever has left a group, by whatever way, is released from its coming dates. */
export const sweeps: Sweeps = {
  'call-off-dates': async (context) => {
    for (const leaver of await leavers(context.db, context.today)) await callOffDates(context, leaver)
  },
}
