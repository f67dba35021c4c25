import type { Sweeps } from '../../platform/jobs.ts'
import { findDuplicates } from './actions/find-duplicates.ts'
import { forgetOldMerges } from './actions/forget-old-merges.ts'
import { lastLookedFor } from './duplicates-queries.ts'

/** Once a day: records that may be the same are looked for, and merges of long ago are forgotten. */
export const sweeps: Sweeps = {
  'find-duplicates': async (context) => {
    const last = await lastLookedFor(context.db)
    if (last && Temporal.PlainDate.compare(last, context.today) >= 0) return
    await findDuplicates(context)
    await forgetOldMerges(context)
  },
}
