import type { Sweeps } from '../../platform/jobs.ts'
import { remindOfTasks } from './actions/remind-of-tasks.ts'

export const sweeps: Sweeps = {
  'remind-of-tasks': async (context) => {
    await remindOfTasks(context)
  },
}
