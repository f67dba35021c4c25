import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { lockGroup, takesPlaces } from '../../groups/index.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { taskLetter } from '../emails/task.email.ts'
import { datedSessions } from '../queries.ts'
import { insertRequest, insertTask, sameTask } from '../store.ts'
import type { SharedWith } from '../task.ts'

export type SetTask = {
  readonly groupId: string
  readonly sessionId: string | null
  readonly title: string
  readonly brief: string
  readonly dueOn: Temporal.PlainDate
  readonly sharedWith: SharedWith
}

/** Days for which a personal link to a task works: past the end of the academic year. */
const daysALinkLasts = 400

/** Sets a school-based task for a group; everybody who takes part gets one mail with a personal link. The same task sent twice is one task. */
export const setTask = (context: Context, input: SetTask): Promise<{ id: string; asked: number }> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!takesPlaces(group.status)) throw new Refused('This group is over: no task can be set for it.')
    if (input.sessionId !== null) found((await datedSessions(tx, group.id)).find(({ id }) => id === input.sessionId))
    await lockGroup(tx, group.id)
    const before = await sameTask(tx, input)
    if (before) return { id: before, asked: 0 }
    const id = newId()
    await insertTask(tx, { ...input, id, setBy: personIdOf(context.actor), now: context.now })
    const people = await takingPartIn(tx, group.id)
    for (const person of people) {
      const requestId = await insertRequest(tx, { taskId: id, participantId: person.participantId, now: context.now })
      if (person.address === null) continue
      const url = `${context.config.baseUrl}/reflect/${linkToken(context.config, 'reflect', requestId, daysALinkLasts)}`
      const letter = taskLetter({
        ...input,
        name: person.name,
        group: group.name,
        shared: input.sharedWith === 'group',
        url,
      })
      await post(tx, context, { address: person.address, personId: person.personId }, letter, `task:${requestId}`)
    }
    await record(tx, context, {
      name: 'task.set',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'task', id }],
      particulars: { sessionId: input.sessionId, dueOn: input.dueOn.toString(), asked: people.length },
    })
    return { id, asked: people.length }
  })
