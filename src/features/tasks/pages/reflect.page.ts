import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { fileRefused, invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { typeOfFile } from '../../../vocabulary/file-taken.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { returnReflection } from '../actions/return-reflection.ts'
import { materialsOfTask } from '../materials-queries.ts'
import { answersTo, datedSessions, fileOfTask, requestById } from '../queries.ts'
import { changeableUntil, isOpen } from '../task.ts'
import { attached, fileIn, notTaken } from './file.page.ts'
import { type Reflecting, reflectView } from './reflect.view.ts'
import { reflectionForm } from './tasks.form.ts'

const taskOfLink = async (context: Context, token: string): Promise<Reflecting> => {
  const request = found(context.actor.kind === 'link' ? await requestById(context.db, context.actor.subjectId) : null)
  const until = changeableUntil(await datedSessions(context.db, request.group_id), request.session_id)
  const shared = request.shared_with === 'group'
  // Whoever has left the group keeps their own reflection, not what the others write.
  const answers =
    shared && request.reflection !== null && request.left_on === null
      ? await answersTo(context.db, request.task_id)
      : []
  return {
    address: `/reflect/${token}`,
    group: request.group,
    project: request.project,
    title: request.title,
    brief: request.brief,
    dueOn: request.due_on,
    shared,
    reflection: request.reflection,
    file: fileIn(request, `/reflect/${token}/files`),
    returnedAt: request.returned_at,
    changedAt: request.changed_at,
    open: isOpen(until, request.group_status, context.now),
    until,
    materials: await materialsOfTask(context.db, request.task_id),
    others: answers
      .filter((one) => one.reflection !== null && one.participant_id !== request.participant_id)
      .map((one) => ({ ...one, file: fileIn(one, `/reflect/${token}/files`) })),
  }
}

export const showReflect: Page = async ({ context, params, query, frame }) => {
  const task = await taskOfLink(context, params['token'] ?? '')
  const notice = query.has('returned') ? 'Thank you. Your reflection is with your group’s lead.' : frame.notice
  return page(reflectView({ ...frame, notice }, { task, form: emptyForm }))
}

export const saveReflection: Page = async ({ context, params, body, frame, upload }) => {
  const token = params['token'] ?? ''
  const again = async (form: FormState) => reflectView(frame, { task: await taskOfLink(context, token), form })
  const parsed = parseForm(reflectionForm, body)
  if (!parsed.ok) return invalid(await again(parsed))
  const type = upload ? typeOfFile(upload.name, upload.bytes) : null
  if (upload && type === null)
    return fileRefused(await again({ typed: body, errors: [{ field: 'file', message: notTaken }] }), 415)
  const file = upload && type !== null ? { name: upload.name, type, content: upload.bytes } : null
  const dropsFile = parsed.value.drop_file !== undefined
  await returnReflection(context, { reflection: parsed.value.reflection, file, dropsFile })
  return redirect(`/reflect/${token}?returned=1`)
}

/** A file that came with a reflection: one's own, or another's who shares with the group, once one has returned one's own. */
export const showFile: Page = async ({ context, params }) => {
  const request = found(context.actor.kind === 'link' ? await requestById(context.db, context.actor.subjectId) : null)
  const id = params['file'] ?? ''
  const sent = found(isId(id) ? await fileOfTask(context.db, { id, taskId: request.task_id }) : null)
  const reads = request.shared_with === 'group' && request.reflection !== null && request.left_on === null
  return attached(found(sent.participant_id === request.participant_id || reads ? sent : null))
}
