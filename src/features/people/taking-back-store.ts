import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'

/** Takes away a post as it was stated at that moment; false when it was stated again, ended or is gone. */
export const removePostStatedAt = async (
  tx: Transaction,
  post: { personId: string; organisationId: string; statedAt: Temporal.Instant },
): Promise<boolean> => {
  const removed = await tx
    .deleteFrom('posts')
    .where('person_id', '=', post.personId)
    .where('organisation_id', '=', post.organisationId)
    .where('stated_at', '=', post.statedAt)
    .where('to_on', 'is', null)
    .returning('id')
    .execute()
  return removed.length > 0
}

/** Takes away a person whom nothing refers to: where something does, the database refuses, and they stay. */
export const removePersonNobodyNeeds = async (tx: Transaction, personId: string): Promise<boolean> => {
  const other = await tx.selectFrom('posts').select('id').where('person_id', '=', personId).executeTakeFirst()
  if (other) return false
  await sql`savepoint person_taken_back`.execute(tx)
  try {
    await tx.deleteFrom('email_addresses').where('person_id', '=', personId).execute()
    await tx.deleteFrom('people').where('id', '=', personId).execute()
  } catch (problem) {
    if ((problem as { code?: string }).code !== '23503') throw problem
    await sql`rollback to savepoint person_taken_back`.execute(tx)
    return false
  }
  // What the history keeps of them is that somebody was known for a while.
  await sql`delete from event_personal_values v using events e
    where v.event_id = e.id and e.subject_type = 'person' and e.subject_id = ${personId}`.execute(tx)
  return true
}
