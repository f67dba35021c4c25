import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { datedSessions, type RequestSeen, requestById } from '../queries.ts'
import { changeReflection, insertReflection, lockRequest } from '../store.ts'
import { changeableUntil, isOpen } from '../task.ts'

/** Returns what came of a task, by the personal link; returned again it is changed, until the session after next. */
export const returnReflection = (context: Context, input: { reflection: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const request = await requestOfLink(tx, context)
    const until = changeableUntil(await datedSessions(tx, request.group_id), request.session_id)
    if (!isOpen(until, request.group_status, context.now)) {
      throw new Refused('The time for this task is over; what was returned stays as it is.')
    }
    if (request.reflection === input.reflection) return
    const written = {
      taskId: request.task_id,
      participantId: request.participant_id,
      reflection: input.reflection,
      now: context.now,
    }
    await (request.reflection === null ? insertReflection(tx, written) : changeReflection(tx, written))
    await record(tx, context, {
      name: request.reflection === null ? 'reflection.returned' : 'reflection.changed',
      subject: { type: 'task', id: request.task_id },
      also: [{ type: 'participant', id: request.participant_id }],
    })
  })

const requestOfLink = async (tx: Transaction, { actor }: Context): Promise<RequestSeen> => {
  const requestId = actor.kind === 'link' && actor.purpose === 'reflect' ? actor.subjectId : null
  const locked = found(requestId === null ? null : await lockRequest(tx, requestId))
  return found(await requestById(tx, locked.id))
}
