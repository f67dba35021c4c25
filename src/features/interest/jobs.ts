import type { Context } from '../../platform/context.ts'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { placesPastDeadline } from '../places/index.ts'
import { noteSilentHeadteacher, remindHeadteacher } from './actions/chase-headteacher.ts'
import { lapseForgottenDrafts, lapseOverduePlace, remindOfPlace } from './actions/lapse-interest.ts'
import { reachVerdictsAgain } from './actions/reach-verdicts.ts'
import { settleEndedPlace } from './actions/settle-ended-place.ts'
import { headteachersSilent, headteachersToRemind } from './agreement-queries.ts'
import { interestBehindItsPlace, interestToRemind } from './deciding-queries.ts'
import { verdictsOvertaken } from './stated-queries.ts'

// One that fails is tried again at the next sweep and does not keep the others from their turn.
const each = async (
  context: Context,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<void> => {
  for (const id of ids)
    await work(id).catch((problem: unknown) =>
      context.log.error({ err: problem, id }, 'what fell due failed and will be tried again'),
    )
}

export const jobs: Jobs = {}

/** What falls due by the clock: offers without an answer, drafts nobody confirmed, requests whose place has moved on. */
export const sweeps: Sweeps = {
  'lapse-places': async (context) =>
    each(context, await placesPastDeadline(context.db, context.now), (id) => lapseOverduePlace(context, id)),
  'remind-of-places': async (context) =>
    each(context, await interestToRemind(context.db, context.now), (id) => remindOfPlace(context, id)),
  'settle-places': async (context) =>
    each(context, await interestBehindItsPlace(context.db), (id) => settleEndedPlace(context, id)),
  'reach-verdicts-again': async (context) =>
    each(context, await verdictsOvertaken(context.db), (id) => reachVerdictsAgain(context, id)),
  'chase-headteachers': async (context) => {
    await each(context, await headteachersToRemind(context.db, context.now), (id) => remindHeadteacher(context, id))
    await each(context, await headteachersSilent(context.db, context.now), (id) => noteSilentHeadteacher(context, id))
  },
  'lapse-drafts': async (context) => {
    await lapseForgottenDrafts(context)
  },
}
