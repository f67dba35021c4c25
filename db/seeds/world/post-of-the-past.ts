import { sql } from 'kysely'
import type { Transaction } from '../../../src/platform/database/index.ts'

/** Letters of the years that were played went out then: a mail server that is named later sends none of them. */
export const settlePost = async (tx: Transaction): Promise<void> => {
  await sql`select graphile_worker.remove_job('message:' || id) from messages`.execute(tx)
  await sql`update messages set sent_at = created_at, attempts = 1, held = false, letters = null`.execute(tx)
}
