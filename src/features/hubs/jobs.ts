import type { Sweeps } from '../../platform/jobs.ts'
import { doPlannedChange } from './actions/change-hub.ts'
import { changesDue } from './queries.ts'

/** What was decided about hubs for a day that has come. */
export const sweeps: Sweeps = {
  'change-hubs': async (context) => {
    for (const id of await changesDue(context.db, context.today))
      await doPlannedChange(context, id).catch((problem: unknown) =>
        context.log.error({ err: problem, id }, 'a planned change of a hub failed and will be tried again'),
      )
  },
}
