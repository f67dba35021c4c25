import type { Sweeps } from '../../platform/jobs.ts'
import { announceRetention, carryOutRetention } from './actions/keep-retention.ts'
import { sealHistory } from './actions/seal-history.ts'
import { isNightDone } from './night-queries.ts'

/** Once a day: says what will no longer be kept in a week, clears what is due, and seals the history. */
export const sweeps: Sweeps = {
  'keep-retention': async (context) => {
    if (await isNightDone(context.db, context.today)) return
    await carryOutRetention(context)
    await announceRetention(context)
    await sealHistory(context)
  },
}
