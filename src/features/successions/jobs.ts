import { z } from 'zod'
import type { Jobs } from '../../platform/jobs.ts'
import { followSuccessor } from './actions/follow-successor.ts'

const succession = z.object({ predecessorId: z.uuid(), successorId: z.uuid() })

export const jobs: Jobs = {
  'school-succeeded': async (context, payload) => {
    await followSuccessor(context, succession.parse(payload))
  },
}
