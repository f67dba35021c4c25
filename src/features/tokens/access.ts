import { machineClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Program } from '../../platform/http/api.ts'
import { hasTokenShape } from '../../platform/secrets.ts'
import { isOlderThanAnHour } from '../sign-in/index.ts'
import { noteProgram } from './actions/make-token.ts'
import { mayMakeToken } from './policy.ts'
import { holderOfToken } from './queries.ts'
import { narrowed } from './scopes.ts'

/** Whose program sends a request with this token, with the roles that its scopes leave; null when the token is good for nothing. */
export const identifyProgram = async (context: Context, token: string): Promise<Program | null> => {
  if (!hasTokenShape(token)) return null
  const now = machineClock.now()
  const held = await holderOfToken(context.db, token, now, context.today)
  if (held?.actor.kind !== 'person' || !mayMakeToken(held.actor)) return null
  if (isOlderThanAnHour(held.token.lastUsedAt, now)) await noteProgram(context, held.token.id)
  return {
    actor: { ...held.actor, roles: narrowed(held.actor.roles, held.token.scopes) },
    tokenId: held.token.id,
    name: held.token.name,
    scopes: held.token.scopes,
    expiresAt: held.token.expiresAt,
  }
}
