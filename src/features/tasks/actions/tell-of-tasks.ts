import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { goingNowOf } from '../../mail-times/index.ts'
import { digestLetter } from '../emails/task.email.ts'
import { tasksToTell } from '../queries.ts'
import { takeDigest } from '../store.ts'

// Nobody waits for it, but over Christmas it is not put off for ever.
const hoursADigestServes = 24 * 14

/** Tells the leads of a group, once for each task, what came back and who is missing: when everybody has answered, or the day after it was due. */
export const tellOfTasks = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    let told = 0
    const waiting = (await tasksToTell(tx, context.today)).map((each) => ({
      ...each,
      authority: null,
      wanted: context.now,
      notAfter: context.now.add({ hours: hoursADigestServes }),
    }))
    for (const task of await goingNowOf(tx, waiting, context.now)) {
      if (!(await takeDigest(tx, task.id, context.now))) continue
      told += 1
      const url = `${context.config.baseUrl}/groups/${task.groupId}/tasks/${task.id}`
      for (const { id, name, address } of task.leads)
        if (address !== null)
          await post(
            tx,
            context,
            { address, personId: id },
            digestLetter({ ...task, name, url }),
            `task-told:${task.id}:${id}`,
          )
      await record(tx, context, {
        name: 'task.told-of',
        subject: { type: 'task', id: task.id },
        also: [{ type: 'group', id: task.groupId }],
        particulars: { asked: task.asked, returned: task.returned },
      })
    }
    return told
  })
