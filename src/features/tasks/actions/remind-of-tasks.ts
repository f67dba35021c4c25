import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { goingNowOf } from '../../mail-times/index.ts'
import { reminderLetter } from '../emails/task.email.ts'
import { requestsToRemindOf } from '../queries.ts'
import { takeReminder } from '../store.ts'
import { reminderFor } from '../task.ts'

/** Reminds, once, everybody who has not returned a reflection three days before its task is due. */
export const remindOfTasks = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const reminded: { taskId: string }[] = []
    const waiting = (await requestsToRemindOf(tx, context.today)).map((each) => ({
      ...each,
      ...reminderFor(each.due_on),
    }))
    for (const request of await goingNowOf(tx, waiting, context.now)) {
      if (!(await takeReminder(tx, request.id, context.now)) || request.address === null) continue
      const url = `${context.config.baseUrl}/reflect/${linkToken(context.config, 'reflect', request.id, 400)}`
      const letter = reminderLetter({
        name: request.name,
        group: request.group,
        title: request.title,
        dueOn: request.due_on,
        url,
      })
      await post(
        tx,
        context,
        { address: request.address, personId: request.person_id },
        letter,
        `task-reminder:${request.id}`,
      )
      reminded.push({ taskId: request.task_id })
    }
    for (const [taskId, all] of Map.groupBy(reminded, (one) => one.taskId)) {
      await record(tx, context, {
        name: 'task.reminded-of',
        subject: { type: 'task', id: taskId },
        particulars: { reminded: all.length },
      })
    }
    return reminded.length
  })
