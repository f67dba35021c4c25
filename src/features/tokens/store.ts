import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewToken = {
  readonly personId: string
  readonly name: string
  readonly token: string
  readonly beginning: string
  readonly scopes: readonly string[]
  readonly now: Temporal.Instant
  readonly until: Temporal.Instant
}

/** Somebody's tokens are made one after another, so that no two go past how many they may keep. */
export const lockHolder = (tx: Transaction, personId: string) =>
  tx.selectFrom('people').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow()

export const insertToken = async (tx: Transaction, token: NewToken): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('program_tokens')
    .values({
      id,
      person_id: token.personId,
      name: token.name,
      token_hash: hashOf(token.token),
      beginning: token.beginning,
      scopes: [...token.scopes],
      created_at: token.now,
      expires_at: token.until,
    })
    .execute()
  return id
}

export const revokeTokens = (
  tx: Transaction,
  { id, personId, machineNow }: { id: string; personId: string; machineNow: Temporal.Instant },
) =>
  tx
    .updateTable('program_tokens')
    .set({ revoked_at: machineNow })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .execute()

/** Notes in which hour a token was last used. */
export const touchToken = (tx: Transaction, id: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('program_tokens')
    .set({ last_used_at: sql<Temporal.Instant>`date_trunc('hour', ${machineNow}::timestamptz)` })
    .where('id', '=', id)
    .execute()
