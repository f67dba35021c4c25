import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { NewMaterial } from './material.ts'

/** Two who add to one task, or take away from it, wait for each other. */
export const lockTask = (tx: Transaction, taskId: string) =>
  tx.selectFrom('tasks').select(['id', 'group_id as groupId']).where('id', '=', taskId).forUpdate().executeTakeFirst()

type Added = { readonly taskId: string; readonly by: string | null; readonly now: Temporal.Instant }

export const insertMaterial = async (
  tx: Transaction,
  { title, link, file }: NewMaterial,
  { taskId, by, now }: Added,
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('task_materials')
    .values({
      ...{ id, task_id: taskId, title, link, added_by_person_id: by, added_at: now },
      ...(file
        ? { name: file.name, type: file.type, bytes: file.content.length, content: Buffer.from(file.content) }
        : {}),
    })
    .execute()
  return id
}

export const deleteMaterial = async (tx: Transaction, which: { id: string; taskId: string }): Promise<boolean> =>
  (await tx
    .deleteFrom('task_materials')
    .where('id', '=', which.id)
    .where('task_id', '=', which.taskId)
    .returning('id')
    .executeTakeFirst()) !== undefined

/** Sets the day of a task that follows its session; false where it was that day already. */
export const setDue = async (tx: Transaction, taskId: string, dueOn: Temporal.PlainDate): Promise<boolean> =>
  (await tx
    .updateTable('tasks')
    .set({ due_on: dueOn })
    .where('id', '=', taskId)
    .where('due_on', '<>', dueOn)
    .where('digest_told_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
