import type { Sweeps } from '../../platform/jobs.ts'
import { sendMailToCome } from './actions/send-mail-to-come.ts'

export const sweeps: Sweeps = {
  'send-mail-to-come': async (context) => {
    await sendMailToCome(context)
  },
}
