import type { Sweeps } from '../../platform/jobs.ts'
import { remindOfTasks } from './actions/remind-of-tasks.ts'
import { tellOfTasks } from './actions/tell-of-tasks.ts'

export const sweeps: Sweeps = {
  'remind-of-tasks': async (context) => {
    await remindOfTasks(context)
  },
  'tell-of-tasks': async (context) => {
    await tellOfTasks(context)
  },
}
