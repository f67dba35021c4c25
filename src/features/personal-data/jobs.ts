import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { makeReport } from './actions/ask-for-report.ts'
import { announceRetention, carryOutRetention } from './actions/keep-retention.ts'
import { sealHistory } from './actions/seal-history.ts'
import { isNightDone } from './night-queries.ts'

const wanted = z.object({ requestId: z.uuid() })

export const jobs: Jobs = {
  'make-report': async (context, payload) => makeReport(context, wanted.parse(payload).requestId),
}

/** Once a day: says what will no longer be kept in a week, clears what is due, and seals the history. */
export const sweeps: Sweeps = {
  'keep-retention': async (context) => {
    if (await isNightDone(context.db, context.today)) return
    await carryOutRetention(context)
    await announceRetention(context)
    await sealHistory(context)
  },
}
