import { machineClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Program } from '../../platform/http/api.ts'
import { hasTokenShape } from '../../platform/secrets.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { noteSeen } from './actions/begin-session.ts'
import { noteProgram } from './actions/make-token.ts'
import { actorOfSession, holderOfToken } from './queries.ts'
import { holdsTokens, narrowed } from './scopes.ts'

const isOlderThanAnHour = (at: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  at === null || Temporal.Instant.compare(at.add({ hours: 1 }), now) < 0

/** Who sends a request with this session, with the roles held now. */
export const identify = async (context: Context, sessionToken: string): Promise<Actor> => {
  const now = machineClock.now()
  const { actor, lastSeenAt } = await actorOfSession(context.db, sessionToken, now, context.today)
  if (actor.kind === 'person' && isOlderThanAnHour(lastSeenAt, now)) await noteSeen(context, sessionToken)
  return actor
}

/** Whose program sends a request with this token, with the roles that its scopes leave; null when the token is good for nothing. */
export const identifyProgram = async (context: Context, token: string): Promise<Program | null> => {
  if (!hasTokenShape(token)) return null
  const now = machineClock.now()
  const held = await holderOfToken(context.db, token, now, context.today)
  if (held?.actor.kind !== 'person' || !holdsTokens(held.actor)) return null
  if (isOlderThanAnHour(held.token.lastUsedAt, now)) await noteProgram(context, held.token.id)
  return {
    actor: { ...held.actor, roles: narrowed(held.actor.roles, held.token.scopes) },
    tokenId: held.token.id,
    name: held.token.name,
    scopes: held.token.scopes,
    expiresAt: held.token.expiresAt,
  }
}
