import type { Transaction } from '../../platform/database/index.ts'

export type MaterialToKeep = {
  readonly id: string
  readonly groupId: string
  readonly sessionId: string | null
  readonly title: string
  readonly url: string | null
  readonly file: { readonly name: string; readonly type: string; readonly content: Uint8Array } | null
  readonly by: string | null
  readonly now: Temporal.Instant
}

/** Puts a link or a file on a group's page; false when it stands there already under its id. */
export const insertMaterial = async (tx: Transaction, material: MaterialToKeep): Promise<boolean> =>
  (await tx
    .insertInto('group_materials')
    .values({
      id: material.id,
      group_id: material.groupId,
      session_id: material.sessionId,
      title: material.title,
      url: material.url,
      file_name: material.file?.name ?? null,
      file_type: material.file?.type ?? null,
      bytes: material.file?.content.length ?? null,
      content: material.file ? Buffer.from(material.file.content) : null,
      added_at: material.now,
      added_by_person_id: material.by,
    })
    .onConflict((there) => there.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const lockMaterial = (tx: Transaction, material: { readonly id: string; readonly groupId: string }) =>
  tx
    .selectFrom('group_materials')
    .select(['id', 'taken_back_at as takenBackAt'])
    .where('id', '=', material.id)
    .where('group_id', '=', material.groupId)
    .forUpdate()
    .executeTakeFirst()

/** Takes something off a group's page: what was in a file goes at once. */
export const setTakenBack = (
  tx: Transaction,
  id: string,
  { by, now }: { readonly by: string | null; readonly now: Temporal.Instant },
) =>
  tx
    .updateTable('group_materials')
    .set({ taken_back_at: now, taken_back_by_person_id: by, content: null })
    .where('id', '=', id)
    .execute()

export type MessageToKeep = {
  readonly id: string
  readonly groupId: string
  readonly subject: string
  readonly body: string
  readonly people: number
  readonly by: string | null
  readonly now: Temporal.Instant
  readonly sentAt: Temporal.Instant
}

/** Keeps a message to a group; false when it is kept already under its id. */
export const insertMessage = async (tx: Transaction, message: MessageToKeep): Promise<boolean> =>
  (await tx
    .insertInto('group_messages')
    .values({
      id: message.id,
      group_id: message.groupId,
      subject: message.subject,
      body: message.body,
      people: message.people,
      written_at: message.now,
      written_by_person_id: message.by,
      sent_at: message.sentAt,
    })
    .onConflict((there) => there.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const lockMessage = (tx: Transaction, message: { readonly id: string; readonly groupId: string }) =>
  tx
    .selectFrom('group_messages')
    .select(['id', 'sent_at as sentAt', 'taken_back_at as takenBackAt'])
    .where('id', '=', message.id)
    .where('group_id', '=', message.groupId)
    .forUpdate()
    .executeTakeFirst()

export const setMessageTakenBack = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('group_messages').set({ taken_back_at: now }).where('id', '=', id).execute()
