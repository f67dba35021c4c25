import { machineClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { noteSeen } from './actions/begin-session.ts'
import { actorOfSession } from './queries.ts'

/** When something was last used is noted to the hour, so that a page need not write. */
export const isOlderThanAnHour = (at: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  at === null || Temporal.Instant.compare(at.add({ hours: 1 }), now) < 0

/** Who sends a request with this session, with the roles held now. */
export const identify = async (context: Context, sessionToken: string): Promise<Actor> => {
  const now = machineClock.now()
  const { actor, lastSeenAt } = await actorOfSession(context.db, sessionToken, now, context.today)
  if (actor.kind === 'person' && isOlderThanAnHour(lastSeenAt, now)) await noteSeen(context, sessionToken)
  return actor
}
