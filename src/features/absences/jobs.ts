import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { closeRegisters, lookAtRegister } from './actions/look-at-register.ts'

const payload = z.object({ sessionId: z.string() })

export const jobs: Jobs = {
  'register-taken': async (context, given) => {
    await lookAtRegister(context, payload.parse(given).sessionId)
  },
}

export const sweeps: Sweeps = {
  'close-registers': async (context) => {
    await closeRegisters(context)
  },
}
