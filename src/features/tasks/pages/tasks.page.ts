import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { fileRefused, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type GroupSeen, takesPlaces } from '../../groups/index.ts'
import { hubIdsOf } from '../../people/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { setTask } from '../actions/set-task.ts'
import { materialsOfTask } from '../materials-queries.ts'
import { answersSeen, datedSessions, taskOfGroup, tasksOfGroup } from '../queries.ts'
import { suggestedDue, type TaskReader } from '../task.ts'
import { fileIn } from './file.page.ts'
import { materialIn } from './materials.form.ts'
import { taskForm } from './tasks.form.ts'
import { newTaskView, tasksView, taskView } from './tasks.view.ts'

export const showTasks: Page = async ({ context, params, query, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const tasks = await tasksOfGroup(context.db, group.id)
  const notice = query.has('set') ? 'The task is set, and everyone who takes part has been told.' : frame.notice
  return page(tasksView({ ...frame, notice }, { group, tasks, isOver: !takesPlaces(group.status) }))
}

const drawNew = async (
  context: Context,
  frame: Frame,
  around: { group: GroupSeen; session: string | null; form: FormState },
) => {
  const { group, form } = around
  const [sessions, people] = await Promise.all([
    datedSessions(context.db, group.id),
    takingPartIn(context.db, group.id),
  ])
  const begun = sessions.filter(({ onDate }) => onDate && Temporal.PlainDate.compare(onDate, context.today) <= 0)
  const chosen = around.session ?? begun.at(-1)?.id ?? null
  const due = suggestedDue(sessions, chosen, context.today)
  const listed = sessions.filter(({ status }) => status !== 'cancelled')
  return newTaskView(frame, { group, sessions: listed, chosen, due, people: people.length, form })
}

export const askForTask: Page = async ({ context, params, query, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  return page(await drawNew(context, frame, { group, session: query.get('session'), form: emptyForm }))
}

export const saveTask: Page = async ({ context, params, body, frame, upload }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const parsed = parseForm(taskForm(context.today), body)
  const { material, errors, isWrongFile } = materialIn(body, upload)
  if (!parsed.ok || errors.length > 0) {
    const form = { typed: body, errors: [...(parsed.ok ? [] : parsed.errors), ...errors] }
    const drawn = await drawNew(context, frame, { group, session: null, form })
    return isWrongFile ? fileRefused(drawn, 415) : invalid(drawn)
  }
  await setTask(context, { groupId: group.id, ...parsed.value, material })
  return redirect(`/groups/${group.id}/tasks?set=1`)
}

/** Somebody who works on a group, as far as reading reflections goes. */
const readerOf = ({ actor, today }: Context, { sight }: GroupSeen): TaskReader => ({
  sight,
  hubIds: hubIdsOf(actor),
  today,
})

/** A task with what belongs to it and what came of it, for those who work on the group. */
export const drawTask = async ({ context, params, frame }: PageRequest, form: FormState) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const taskId = params['task'] ?? ''
  const task = found(isId(taskId) ? await taskOfGroup(context.db, group.id, taskId) : null)
  const path = `/groups/${group.id}/tasks/${task.id}/files`
  const answers = (await answersSeen(context.db, task, readerOf(context, group))).map((one) => ({
    ...one,
    file: fileIn(one, path),
  }))
  const materials = await materialsOfTask(context.db, task.id)
  return taskView(frame, { group, task, answers, materials, form, isOver: !takesPlaces(group.status) })
}

export const showTask: Page = async (request) => page(await drawTask(request, emptyForm))
