import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { goingNowOf, type MailAsked } from '../../mail-times/index.ts'
import { reminderLetter } from '../emails/task.email.ts'
import { type ReminderToCome, remindersToCome } from '../mail-queries.ts'
import { takeReminder } from '../store.ts'

const daysALinkLasts = 400

/** Reminds, once, everybody who has not returned a reflection three days before its task is due. */
export const remindOfTasks = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const waiting = await remindersToCome(context, { hubId: null, subjectId: null, until: context.today })
    return remind(context, await goingNowOf(tx, waiting, context.now))
  })

/** Reminds those of a task whom the staff of its hub have chosen, whatever the hour; whoever has been reminded is not again. */
export const remindNow = (context: Context, asked: MailAsked, requestIds: readonly string[]): Promise<number> =>
  transaction(context, async (_, context) => {
    const waiting = await remindersToCome(context, asked)
    return remind(
      context,
      waiting.filter(({ id }) => requestIds.includes(id)),
    )
  })

const remind = (context: Context, going: readonly ReminderToCome[]): Promise<number> =>
  transaction(context, async (tx, context) => {
    const reminded: ReminderToCome[] = []
    for (const request of going) {
      if (!(await takeReminder(tx, request.id, context.now)) || request.address === null) continue
      const url = `${context.config.baseUrl}/reflect/${linkToken(context.config, 'reflect', request.id, daysALinkLasts)}`
      const to = { address: request.address, personId: request.personId }
      await post(tx, context, to, reminderLetter({ ...request, url }), `task-reminder:${request.id}`)
      reminded.push(request)
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
