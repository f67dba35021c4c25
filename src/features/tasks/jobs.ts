import type { Sweeps } from '../../platform/jobs.ts'
import { followSessions } from './actions/follow-sessions.ts'
import { remindOfTasks } from './actions/remind-of-tasks.ts'
import { tellOfTasks } from './actions/tell-of-tasks.ts'

export const sweeps: Sweeps = {
  // Before reminding: whose day has moved is reminded of the new one.
  'follow-sessions': async (context) => {
    await followSessions(context)
  },
  'remind-of-tasks': async (context) => {
    await remindOfTasks(context)
  },
  'tell-of-tasks': async (context) => {
    await tellOfTasks(context)
  },
}
