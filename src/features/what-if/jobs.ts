import { z } from 'zod'
import type { Jobs } from '../../platform/jobs.ts'
import { explainOne } from './actions/explain-one.ts'

const payloadSchema = z.object({ runId: z.uuid(), interestId: z.uuid() })

export const jobs: Jobs = {
  'explain-unplaced': (context, payload) => explainOne(context, payloadSchema.parse(payload)),
}
