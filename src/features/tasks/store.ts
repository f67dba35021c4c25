import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { SharedWith } from './task.ts'

export type NewTask = {
  readonly id: string
  readonly groupId: string
  readonly sessionId: string | null
  readonly title: string
  readonly brief: string
  readonly dueOn: Temporal.PlainDate
  readonly sharedWith: SharedWith
  readonly setBy: string | null
  readonly now: Temporal.Instant
}

export const insertTask = (tx: Transaction, task: NewTask) =>
  tx
    .insertInto('tasks')
    .values({
      id: task.id,
      group_id: task.groupId,
      session_id: task.sessionId,
      title: task.title,
      brief: task.brief,
      due_on: task.dueOn,
      shared_with: task.sharedWith,
      set_by_person_id: task.setBy,
      set_at: task.now,
    })
    .execute()

/** The task of a group that says the very same, if it was set before. */
export const sameTask = async (tx: Transaction, task: Omit<NewTask, 'id' | 'setBy' | 'now'>): Promise<string | null> =>
  (
    await tx
      .selectFrom('tasks')
      .select('id')
      .where('group_id', '=', task.groupId)
      .where('session_id', 'is not distinct from', task.sessionId)
      .where('title', '=', task.title)
      .where('brief', '=', task.brief)
      .where('due_on', '=', task.dueOn)
      .where('shared_with', '=', task.sharedWith)
      .executeTakeFirst()
  )?.id ?? null

/** Asks a participant for a reflection; the id is what their personal link stands for. */
export const insertRequest = async (
  tx: Transaction,
  request: { taskId: string; participantId: string; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('task_requests')
    .values({ id, task_id: request.taskId, participant_id: request.participantId, asked_at: request.now })
    .execute()
  return id
}

/** Two who send the same reflection at once wait for each other at its request. */
export const lockRequest = (tx: Transaction, requestId: string) =>
  tx.selectFrom('task_requests').select(['id']).where('id', '=', requestId).forUpdate().executeTakeFirst()

/** Takes the reminder of a request upon itself; false when another sweep was quicker. */
export const takeReminder = async (tx: Transaction, requestId: string, now: Temporal.Instant): Promise<boolean> =>
  (await tx
    .updateTable('task_requests')
    .set({ reminded_at: now })
    .where('id', '=', requestId)
    .where('reminded_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const insertReflection = (
  tx: Transaction,
  reflection: { taskId: string; participantId: string; reflection: string; now: Temporal.Instant },
) =>
  tx
    .insertInto('reflections')
    .values({
      id: newId(),
      task_id: reflection.taskId,
      participant_id: reflection.participantId,
      reflection: reflection.reflection,
      returned_at: reflection.now,
    })
    .execute()

export const changeReflection = (
  tx: Transaction,
  reflection: { taskId: string; participantId: string; reflection: string; now: Temporal.Instant },
) =>
  tx
    .updateTable('reflections')
    .set({ reflection: reflection.reflection, changed_at: reflection.now })
    .where('task_id', '=', reflection.taskId)
    .where('participant_id', '=', reflection.participantId)
    .execute()
