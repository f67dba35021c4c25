import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { lockGroup, takesPlaces } from '../../groups/index.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { taskLetter } from '../emails/task.email.ts'
import type { NewMaterial } from '../material.ts'
import { datedSessions } from '../queries.ts'
import { insertRequest, insertTask, sameTask } from '../store.ts'
import type { SharedWith } from '../task.ts'
import { addMaterial } from './keep-materials.ts'

export type SetTask = {
  readonly groupId: string
  readonly sessionId: string | null
  readonly title: string
  readonly brief: string
  readonly dueOn: Temporal.PlainDate
  readonly sharedWith: SharedWith
  /** It is due before the session after its own, and moves with it. */
  readonly followsNext?: boolean
  readonly material?: NewMaterial | null
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
    const followsNext = input.followsNext === true && input.sessionId !== null
    await insertTask(tx, { ...input, followsNext, id, setBy: personIdOf(context.actor), now: context.now })
    if (input.material) await addMaterial(context, { groupId: group.id, taskId: id, material: input.material })
    const people = await takingPartIn(tx, group.id)
    for (const person of people) await ask(tx, context, { ...input, id, group: group.name }, person)
    await record(tx, context, {
      name: 'task.set',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'task', id }],
      particulars: { sessionId: input.sessionId, dueOn: input.dueOn.toString(), asked: people.length },
    })
    return { id, asked: people.length }
  })

type Person = Awaited<ReturnType<typeof takingPartIn>>[number]

const ask = async (
  tx: Transaction,
  context: Context,
  task: SetTask & { readonly id: string; readonly group: string },
  person: Person,
): Promise<void> => {
  const request = { taskId: task.id, participantId: person.participantId, now: context.now }
  const requestId = await insertRequest(tx, request)
  if (person.address === null) return
  const url = `${context.config.baseUrl}/reflect/${linkToken(context.config, 'reflect', requestId, daysALinkLasts)}`
  const letter = taskLetter({ ...task, name: person.name, shared: task.sharedWith === 'group', url })
  await post(tx, context, { address: person.address, personId: person.personId }, letter, `task:${requestId}`)
}
