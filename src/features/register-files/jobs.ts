import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { forgetLeft, readRegisterFile } from './actions/read-register-file.ts'

const oneFile = z.object({ fileId: z.uuid() })

export const jobs: Jobs = {
  'read-register-file': (context, payload) => readRegisterFile(context, oneFile.parse(payload).fileId),
}

export const sweeps: Sweeps = {
  'forget-left-files': forgetLeft,
}
