import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

/** One change to the texts of a hub after the other, so that the second of two sees the first. */
export const lockTexts = (tx: Transaction, hubId: string) =>
  tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${`message-texts:${hubId}`}, 11))`.as('locked')).execute()

export const insertTemplate = async (tx: Transaction, hubId: string, begunAs: string | null): Promise<string> => {
  const id = newId()
  await tx.insertInto('message_templates').values({ id, hub_id: hubId, begun_as: begunAs }).execute()
  return id
}

export const insertVersion = (
  tx: Transaction,
  version: {
    templateId: string
    number: number
    title: string
    subject: string
    body: string
    by: string | null
    now: Temporal.Instant
  },
) =>
  tx
    .insertInto('message_template_versions')
    .values({
      template_id: version.templateId,
      number: version.number,
      title: version.title,
      subject: version.subject,
      body: version.body,
      written_by_person_id: version.by,
      written_at: version.now,
    })
    .execute()

export const setRetired = (tx: Transaction, id: string, at: Temporal.Instant | null) =>
  tx.updateTable('message_templates').set({ retired_at: at }).where('id', '=', id).execute()
