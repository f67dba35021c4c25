import { z } from 'zod'
import type { Jobs } from '../../platform/jobs.ts'
import { makeReport } from './actions/ask-for-report.ts'

const wanted = z.object({ requestId: z.uuid() })

export const jobs: Jobs = {
  'make-report': async (context, payload) => makeReport(context, wanted.parse(payload).requestId),
}
