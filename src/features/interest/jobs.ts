import { z } from 'zod'
import { eachDue, type Jobs, type Sweeps } from '../../platform/jobs.ts'
import { noteSilentHeadteacher, remindHeadteacher } from './actions/chase-headteacher.ts'
import { lapseForgottenDrafts } from './actions/move-interest.ts'
import { lookAtVerdicts, reachVerdictsAgain } from './actions/reach-verdicts.ts'
import { headteachersSilent, headteachersToRemind } from './agreement-queries.ts'
import { askedOfArea, verdictsOvertaken } from './overtaken-queries.ts'

const ofHub = z.object({ hubId: z.uuid() })

export const jobs: Jobs = {
  'reach-verdicts-of-area': async (context, payload) =>
    eachDue(context, await askedOfArea(context.db, ofHub.parse(payload).hubId), (id) =>
      reachVerdictsAgain(context, id),
    ),
}

/** What falls due by the clock: verdicts that were overtaken, headteachers without an answer, drafts that nobody confirmed. */
export const sweeps: Sweeps = {
  'reach-verdicts-again': async (context) =>
    eachDue(context, await verdictsOvertaken(context.db), (id) => reachVerdictsAgain(context, id)),
  'look-at-verdicts': lookAtVerdicts,
  'chase-headteachers': async (context) => {
    await eachDue(context, await headteachersToRemind(context.db, context.now), (id) => remindHeadteacher(context, id))
    await eachDue(context, await headteachersSilent(context.db, context.now), (id) =>
      noteSilentHeadteacher(context, id),
    )
  },
  'lapse-drafts': async (context) => {
    await lapseForgottenDrafts(context)
  },
}
