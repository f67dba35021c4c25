import type { Sweeps } from '../../platform/jobs.ts'
import { sharesToRelease } from '../groups/index.ts'
import { releaseShares } from './actions/release-shares.ts'

/** What falls due by the clock: shares whose day has come. */
export const sweeps: Sweeps = {
  'release-shares': async (context) => {
    for (const groupId of await sharesToRelease(context.db, context.today))
      await releaseShares(context, groupId).catch((problem: unknown) =>
        context.log.error({ err: problem, groupId }, 'shares could not be released and will be tried again'),
      )
  },
}
