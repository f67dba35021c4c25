import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { signOutPerson } from './actions/begin-session.ts'
import { forgetWhatIsOver, mailSignIn } from './actions/request-sign-in.ts'

const request = z.object({ id: z.uuid(), email: z.string(), to: z.string() })

const somebody = z.object({ personId: z.uuid() })

export const jobs: Jobs = {
  'mail-sign-in': (context, payload) => mailSignIn(context, request.parse(payload)),
  'sign-out-everywhere': (context, payload) => signOutPerson(context, somebody.parse(payload).personId),
}

export const sweeps: Sweeps = { 'forget-tries-to-sign-in': forgetWhatIsOver }
