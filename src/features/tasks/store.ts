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
  readonly followsNext: boolean
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
      follows_next: task.followsNext,
      shared_with: task.sharedWith,
      set_by_person_id: task.setBy,
      set_at: task.now,
    })
    .execute()

/** The task of a group that says the very same, if it was set before. */
export const sameTask = async (
  tx: Transaction,
  task: Omit<NewTask, 'id' | 'setBy' | 'now' | 'followsNext'>,
): Promise<string | null> =>
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

/** A file that came with a reflection; one for each, the last that was sent. */
export type SentFile = { readonly name: string; readonly type: string; readonly content: Uint8Array }

type OfWhom = { readonly taskId: string; readonly participantId: string }

export const putFile = async (
  tx: Transaction,
  { taskId, participantId, file, now }: OfWhom & { file: SentFile; now: Temporal.Instant },
): Promise<void> => {
  await dropFile(tx, { taskId, participantId })
  await tx
    .insertInto('reflection_files')
    .values({
      id: newId(),
      task_id: taskId,
      participant_id: participantId,
      name: file.name,
      type: file.type,
      bytes: file.content.length,
      content: Buffer.from(file.content),
      sent_at: now,
    })
    .execute()
}

export const dropFile = async (tx: Transaction, { taskId, participantId }: OfWhom): Promise<void> => {
  await tx
    .deleteFrom('reflection_files')
    .where('task_id', '=', taskId)
    .where('participant_id', '=', participantId)
    .execute()
}

/** Takes upon itself to tell the leads what came of a task; false when another sweep was quicker. */
export const takeDigest = async (tx: Transaction, taskId: string, now: Temporal.Instant): Promise<boolean> =>
  (await tx
    .updateTable('tasks')
    .set({ digest_told_at: now })
    .where('id', '=', taskId)
    .where('digest_told_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
