import type { Sweeps } from '../../platform/jobs.ts'
import { noteFailing, sendWhereReached } from './actions/note-failing.ts'

export const sweeps: Sweeps = {
  'note-failing-addresses': async (context) => {
    await noteFailing(context)
  },
  'send-where-people-are-reached': async (context) => {
    await sendWhereReached(context)
  },
}
