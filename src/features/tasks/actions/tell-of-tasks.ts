import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { goingNowOf, type MailAsked } from '../../mail-times/index.ts'
import { digestLetter } from '../emails/task.email.ts'
import { type DigestToCome, digestsToCome } from '../mail-queries.ts'
import { takeDigest } from '../store.ts'

/** Tells the leads of a group, once for each task, what came back and who is missing: when everybody has answered, or the day after it was due. */
export const tellOfTasks = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const waiting = await digestsToCome(context, { hubId: null, subjectId: null, until: context.today })
    return tell(context, await goingNowOf(tx, waiting, context.now))
  })

/** Tells the leads of one task what came of it so far that is over or answered by all, whatever the hour. */
export const tellOfTaskNow = (context: Context, asked: Omit<MailAsked, 'until'>): Promise<number> =>
  transaction(context, async (_, context) =>
    tell(context, await digestsToCome(context, { ...asked, until: context.today })),
  )

const tell = (context: Context, going: readonly DigestToCome[]): Promise<number> =>
  transaction(context, async (tx, context) => {
    let told = 0
    for (const task of going) {
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
