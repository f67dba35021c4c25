import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { actorIn, peopleWithRoles } from '../people/index.ts'

export type Signed = { readonly actor: Actor; readonly lastSeenAt: Temporal.Instant | null }

/** Who a signed-in session belongs to, with the roles held today; a visitor when it is over, revoked or unknown. */
export const actorOfSession = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Signed> => {
  const rows = await peopleWithRoles(db, today)
    .innerJoin('signed_in_sessions as s', 's.person_id', 'p.id')
    .select('s.last_seen_at')
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', machineNow)
    .where('s.revoked_at', 'is', null)
    .execute()
  return { actor: actorIn(rows) ?? { kind: 'visitor' }, lastSeenAt: rows[0]?.last_seen_at ?? null }
}

/** Where a person is signed in at this moment, the newest first. */
export const openSessions = (db: Reader, personId: string, machineNow: Temporal.Instant) =>
  db
    .selectFrom('signed_in_sessions')
    .select(['id', 'created_at', 'expires_at', 'last_seen_at', 'device', 'token_hash'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .orderBy('created_at', 'desc')
    .execute()

export type CastMember = {
  readonly name: string
  readonly email: string
  readonly part: string
  readonly organisation: string
}

const cast: z.ZodType<readonly CastMember[]> = z.array(
  z.object({ name: z.string(), email: z.string(), part: z.string(), organisation: z.string() }),
)

/** The demonstration's named cast, empty elsewhere. */
export const demonstrationCast = async (db: Reader): Promise<readonly CastMember[]> => {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'demonstration-cast')
    .executeTakeFirst()
  return row ? stored(cast, row.value, 'the cast of the demonstration') : []
}

/** Whether a request to sign in has been mailed already. */
export const hasRequest = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('sign_in_requests').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
