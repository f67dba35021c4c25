import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { forgetWhatIsOver, mailSignIn } from './actions/request-sign-in.ts'

const request = z.object({ id: z.uuid(), email: z.string(), to: z.string() })

export const jobs: Jobs = {
  'mail-sign-in': (context, payload) => mailSignIn(context, request.parse(payload)),
}

export const sweeps: Sweeps = { 'forget-tries-to-sign-in': forgetWhatIsOver }
