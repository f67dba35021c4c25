import type { Reader } from '../../platform/database/index.ts'

/** What belongs to a task: links and files, in the order they were added. */
export const materialsOfTask = (db: Reader, taskId: string) =>
  db
    .selectFrom('task_materials')
    .select(['id', 'title', 'link', 'name', 'bytes'])
    .where('task_id', '=', taskId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** A file that belongs to a task, with what is in it. */
export const fileOfMaterial = async (db: Reader, which: { id: string; taskId: string }) => {
  const row = await db
    .selectFrom('task_materials')
    .select(['name', 'type', 'content'])
    .where('id', '=', which.id)
    .where('task_id', '=', which.taskId)
    .executeTakeFirst()
  return row?.content && row.name && row.type ? { name: row.name, type: row.type, content: row.content } : null
}
