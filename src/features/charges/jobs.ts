import { z } from 'zod'
import type { Jobs } from '../../platform/jobs.ts'
import { proposeChargesForAbsence } from './actions/propose-charge.ts'

const payload = z.object({ sessionId: z.string() })

export const jobs: Jobs = {
  'register-taken': async (context, given) => {
    await proposeChargesForAbsence(context, payload.parse(given).sessionId)
  },
}
