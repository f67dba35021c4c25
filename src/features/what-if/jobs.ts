import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { explainOne } from './actions/explain-one.ts'
import { giveUpExplanations } from './actions/give-up-explanations.ts'

const payloadSchema = z.object({ runId: z.uuid(), interestId: z.uuid() })

export const jobs: Jobs = {
  'explain-unplaced': (context, payload) => explainOne(context, payloadSchema.parse(payload)),
}

export const sweeps: Sweeps = { 'give-up-explanations': giveUpExplanations }
