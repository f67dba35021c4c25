import { eachDue, type Sweeps } from '../../platform/jobs.ts'
import { carryOutMerger } from './actions/carry-out-merger.ts'
import { mergersDue } from './arranged-queries.ts'

/** What was arranged ten minutes ago and not taken back is done. */
export const sweeps: Sweeps = {
  'merge-groups': async (context) =>
    eachDue(context, await mergersDue(context.db, context.now), (id) => carryOutMerger(context, id)),
}
