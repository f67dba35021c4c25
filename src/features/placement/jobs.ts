import { z } from 'zod'
import type { Jobs } from '../../platform/jobs.ts'
import { runPlacement } from './actions/run-placement.ts'

const payloadSchema = z.object({ runId: z.uuid() })

export const jobs: Jobs = {
  'run-placement': (context, payload) => runPlacement(context, payloadSchema.parse(payload).runId),
}
