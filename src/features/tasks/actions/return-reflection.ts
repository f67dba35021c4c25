import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { datedSessions, type RequestSeen, requestById } from '../queries.ts'
import { changeReflection, dropFile, insertReflection, lockRequest, putFile, type SentFile } from '../store.ts'
import { changeableUntil, isOpen } from '../task.ts'

/** What came of a task: the words, a file with them, or that the file sent before is to go. */
export type Returned = { readonly reflection: string; readonly file?: SentFile | null; readonly dropsFile?: boolean }

/** What is done with the file: another takes its place, it goes, or it stays as it is. */
const fileAfter = ({ file_id }: RequestSeen, { file, dropsFile }: Returned): 'sent' | 'dropped' | 'kept' | 'none' => {
  if (file) return 'sent'
  if (file_id === null) return 'none'
  return dropsFile ? 'dropped' : 'kept'
}

/** Returns what came of a task, by the personal link; returned again it is changed, until the session after next. */
export const returnReflection = (context: Context, input: Returned): Promise<void> =>
  transaction(context, async (tx, context) => {
    const request = await requestOfLink(tx, context)
    const until = changeableUntil(await datedSessions(tx, request.group_id), request.session_id)
    if (!isOpen(until, request.group_status, context.now)) {
      throw new Refused('The time for this task is over; what was returned stays as it is.')
    }
    const file = fileAfter(request, input)
    const isNew = request.reflection === null
    if (request.reflection === input.reflection && (file === 'kept' || file === 'none')) return
    await save(tx, context, request, { ...input, dropsFile: file === 'dropped' })
    await record(tx, context, {
      name: isNew ? 'reflection.returned' : 'reflection.changed',
      subject: { type: 'task', id: request.task_id },
      also: [{ type: 'participant', id: request.participant_id }],
      particulars: { file },
    })
  })

const save = async (tx: Transaction, { now }: Context, request: RequestSeen, input: Returned): Promise<void> => {
  const written = { taskId: request.task_id, participantId: request.participant_id, reflection: input.reflection, now }
  await (request.reflection === null ? insertReflection(tx, written) : changeReflection(tx, written))
  if (input.file) await putFile(tx, { ...written, file: input.file })
  if (input.dropsFile) await dropFile(tx, written)
}

const requestOfLink = async (tx: Transaction, { actor }: Context): Promise<RequestSeen> => {
  const requestId = actor.kind === 'link' && actor.purpose === 'reflect' ? actor.subjectId : null
  const locked = found(requestId === null ? null : await lockRequest(tx, requestId))
  return found(await requestById(tx, locked.id))
}
