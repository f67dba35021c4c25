import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { filesTaken, mostFileBytes, typeOfFile } from '../../../vocabulary/file-taken.ts'
import { webAddress } from '../../../vocabulary/web-address.ts'
import { takesPlaces } from '../../groups/index.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { mostMaterials, type NewMaterial } from '../material.ts'
import { materialsOfTask } from '../materials-queries.ts'
import { deleteMaterial, insertMaterial, lockTask } from '../materials-store.ts'

type OfTask = { readonly groupId: string; readonly taskId: string }

const taskToChange = async (tx: Transaction, context: Context, { groupId, taskId }: OfTask): Promise<void> => {
  const group = found(await groupWorkedOn(context, groupId))
  const task = found(await lockTask(tx, taskId))
  if (task.groupId !== group.id) throw new NotFound('A task of another group')
  if (!takesPlaces(group.status)) throw new Refused('This group is over: its tasks stay as they are.')
}

// What a file is, is told by what is in it, whoever asks.
const requireTaken = ({ link, file }: NewMaterial): void => {
  if (link !== null && webAddress(link) === null) throw new Refused('Enter a link that starts with https://')
  if (file && (typeOfFile(file.name, file.content) !== file.type || file.content.length > mostFileBytes))
    throw new Refused(`This file cannot be taken. Send ${filesTaken}`)
}

/** Adds a link or a file to a task: whoever has its personal link finds it there. The same again is one. */
export const addMaterial = (context: Context, input: OfTask & { readonly material: NewMaterial }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await taskToChange(tx, context, input)
    const { material, taskId } = input
    requireTaken(material)
    const before = await materialsOfTask(tx, taskId)
    const isSame = (one: (typeof before)[number]) =>
      one.title === material.title &&
      one.link === material.link &&
      one.name === (material.file?.name ?? null) &&
      one.bytes === (material.file?.content.length ?? null)
    if (before.some(isSame)) return
    if (before.length >= mostMaterials)
      throw new Refused(
        `A task has at most ${mostMaterials} materials. Remove one first, or put several into one file.`,
      )
    const by = personIdOf(context.actor)
    const id = await insertMaterial(tx, material, { taskId, by, now: context.now })
    await record(tx, context, {
      name: 'task.material-added',
      subject: { type: 'task', id: taskId },
      also: [{ type: 'group', id: input.groupId }],
      particulars: { materialId: id, kind: material.link === null ? 'file' : 'link' },
    })
  })

/** Takes a link or a file away from a task. */
export const removeMaterial = (context: Context, input: OfTask & { readonly id: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await taskToChange(tx, context, input)
    if (!(await deleteMaterial(tx, input))) return
    await record(tx, context, {
      name: 'task.material-removed',
      subject: { type: 'task', id: input.taskId },
      also: [{ type: 'group', id: input.groupId }],
      particulars: { materialId: input.id },
    })
  })
