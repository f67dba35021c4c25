import { found, Refused } from '../../../platform/errors.ts'
import { fileRefused, invalid, type Page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { addMaterial, removeMaterial } from '../actions/keep-materials.ts'
import { fileOfMaterial } from '../materials-queries.ts'
import { requestById, taskOfGroup } from '../queries.ts'
import { attached } from './file.page.ts'
import { materialIn } from './materials.form.ts'
import { drawTask } from './tasks.page.ts'

/** Adds a link or a file to a task. */
export const saveMaterial: Page = async (request) => {
  const { context, params, body, upload } = request
  const [groupId, taskId] = [params['id'] ?? '', params['task'] ?? '']
  const { material, errors, isWrongFile } = materialIn(body, upload)
  const again = (message?: string) =>
    drawTask(request, {
      typed: body,
      errors: message
        ? [{ field: 'link', message }]
        : errors.length > 0
          ? errors
          : [{ field: 'link', message: 'Enter a link or choose a file' }],
    })
  if (isWrongFile) return fileRefused(await again(), 415)
  if (!material) return invalid(await again())
  found(isId(taskId) ? taskId : null)
  try {
    await addMaterial(context, { groupId, taskId, material })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await again(problem.message))
  }
  return redirect(`/groups/${groupId}/tasks/${taskId}`)
}

export const dropMaterial: Page = async ({ context, params }) => {
  const [groupId, taskId, id] = [params['id'] ?? '', params['task'] ?? '', params['belonging'] ?? '']
  found(isId(taskId) && isId(id) ? id : null)
  await removeMaterial(context, { groupId, taskId, id })
  return redirect(`/groups/${groupId}/tasks/${taskId}`)
}

/** A file of a task, for those who work on the group. */
export const showMaterialToLead: Page = async ({ context, params }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const [taskId, id] = [params['task'] ?? '', params['belonging'] ?? '']
  const task = found(isId(taskId) ? await taskOfGroup(context.db, group.id, taskId) : null)
  return attached(found(isId(id) ? await fileOfMaterial(context.db, { id, taskId: task.id }) : null))
}

/** The same for whoever has the task, by their personal link. */
export const showMaterial: Page = async ({ context, params }) => {
  const request = found(context.actor.kind === 'link' ? await requestById(context.db, context.actor.subjectId) : null)
  const id = params['belonging'] ?? ''
  return attached(found(isId(id) ? await fileOfMaterial(context.db, { id, taskId: request.task_id }) : null))
}
