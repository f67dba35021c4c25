import type { Reader } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { actorIn, peopleWithRoles } from '../people/index.ts'

export type OpenToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

/** Whose program holds a token, with all the roles they hold today; null when it is over, revoked or unknown. */
export const holderOfToken = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<{ readonly actor: Actor; readonly token: OpenToken } | null> => {
  const rows = await peopleWithRoles(db, today)
    .innerJoin('program_tokens as t', 't.person_id', 'p.id')
    .select(['t.id as token_id', 't.name as token_name', 't.scopes', 't.expires_at', 't.last_used_at'])
    .where('t.token_hash', '=', hashOf(token))
    .where('t.expires_at', '>', machineNow)
    .where('t.revoked_at', 'is', null)
    .execute()
  const [first] = rows
  const actor = actorIn(rows)
  if (!first || !actor) return null
  return {
    actor,
    token: {
      id: first.token_id,
      name: first.token_name,
      scopes: first.scopes,
      expiresAt: first.expires_at,
      lastUsedAt: first.last_used_at,
    },
  }
}

/** The tokens of a person's programs that are in use, the newest first. */
export const tokensOf = (db: Reader, personId: string, machineNow: Temporal.Instant) =>
  db
    .selectFrom('program_tokens')
    .select(['id', 'name', 'beginning', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .orderBy('created_at', 'desc')
    .execute()
