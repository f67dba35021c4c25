import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { setDue } from '../materials-store.ts'
import { datedSessions, tasksThatFollow } from '../queries.ts'
import { dueBeforeNext } from '../task.ts'

/** Moves the day of each task that follows its session: due before the session after its own, wherever that was moved to. */
export const followSessions = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    let moved = 0
    for (const task of await tasksThatFollow(tx)) {
      const due = dueBeforeNext(await datedSessions(tx, task.groupId), task.sessionId, context.today)
      if (due === null || due.equals(task.dueOn) || !(await setDue(tx, task.id, due))) continue
      moved += 1
      await record(tx, context, {
        name: 'task.due-moved',
        subject: { type: 'task', id: task.id },
        also: [{ type: 'group', id: task.groupId }],
        particulars: { from: task.dueOn.toString(), to: due.toString() },
      })
    }
    return moved
  })
