import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { returnReflection } from '../actions/return-reflection.ts'
import { answersTo, datedSessions, requestById } from '../queries.ts'
import { changeableUntil, isOpen } from '../task.ts'
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
    returnedAt: request.returned_at,
    changedAt: request.changed_at,
    open: isOpen(until, request.group_status, context.now),
    until,
    others: answers.filter((one) => one.reflection !== null && one.participant_id !== request.participant_id),
  }
}

export const showReflect: Page = async ({ context, params, query, frame }) => {
  const task = await taskOfLink(context, params['token'] ?? '')
  const notice = query.has('returned') ? 'Thank you. Your reflection is with your group’s lead.' : frame.notice
  return page(reflectView({ ...frame, notice }, { task, form: emptyForm }))
}

export const saveReflection: Page = async ({ context, params, body, frame }) => {
  const parsed = parseForm(reflectionForm, body)
  if (!parsed.ok)
    return invalid(reflectView(frame, { task: await taskOfLink(context, params['token'] ?? ''), form: parsed }))
  await returnReflection(context, parsed.value)
  return redirect(`/reflect/${params['token'] ?? ''}?returned=1`)
}
