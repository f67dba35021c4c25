import { z } from 'zod'
import { type Jobs, keysGivenUp, type Sweeps } from '../../platform/jobs.ts'
import { failRun, runPlacement } from './actions/run-placement.ts'
import { jobKeyOf } from './run.ts'
import { runsUnderWay } from './run-queries.ts'

const payloadSchema = z.object({ runId: z.uuid() })

export const jobs: Jobs = {
  'run-placement': (context, payload) => runPlacement(context, payloadSchema.parse(payload).runId),
}

// The waits between them grow: the fifth comes within two minutes of the first.
const mostTries = 5

const sorry =
  'It could not be worked out, through a fault of the service. Ask for it again under Best placement; if it fails again, tell whoever runs the service.'

/** Says so of each placement that nothing works on any more: its job failed as often as it is tried, or is lost. */
export const sweeps: Sweeps = {
  'give-up-placements': async (context) => {
    const ids = await runsUnderWay(context.db)
    const lost = await keysGivenUp(context.db, ids.map(jobKeyOf), mostTries)
    for (const id of ids.filter((each) => lost.has(jobKeyOf(each)))) await failRun(context, id, sorry)
  },
}
