import { found } from '../../../platform/errors.ts'
import { type Answer, file, type Page } from '../../../platform/http/routes.ts'
import { filesTaken } from '../../../vocabulary/file-taken.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubIdsOf } from '../../people/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { answersSeen, fileOfTask, taskOfGroup } from '../queries.ts'
import type { FileShown } from './tasks.view.ts'

export const notTaken = `This file cannot be taken, and what you wrote is not saved yet. Send ${filesTaken}`

type WithFile = {
  readonly file_id: string | null
  readonly file_name: string | null
  readonly file_bytes: number | null
}

/** The file that came with a reflection, as a page names it and leads to it. */
export const fileIn = (
  { file_id: id, file_name: name, file_bytes: bytes }: WithFile,
  path: string,
): FileShown | null => (id === null ? null : { name: name ?? '', bytes: bytes ?? 0, href: `${path}/${id}` })

/** A file that somebody sent is handed over to be kept, never shown as a page of ours. */
export const attached = ({ name, type, content }: { name: string; type: string; content: Buffer }): Answer => {
  const answer = file({ body: content, type, name })
  const disposition = String(answer.headers['content-disposition']).replace('inline', 'attachment')
  return { ...answer, headers: { ...answer.headers, 'content-disposition': disposition } }
}

/** A file that came with a reflection, for the lead of the group. */
export const showFileToLead: Page = async ({ context, params }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const [taskId, id] = [params['task'] ?? '', params['file'] ?? '']
  const task = found(isId(taskId) ? await taskOfGroup(context.db, group.id, taskId) : null)
  const reader = { sight: group.sight, hubIds: hubIdsOf(context.actor), today: context.today }
  found((await answersSeen(context.db, task, reader)).find(({ file_id }) => file_id === id))
  return attached(found(isId(id) ? await fileOfTask(context.db, { id, taskId: task.id }) : null))
}
