import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { callerOf, countTry } from '../tries.ts'
import type { Route } from './routes.ts'

const minutes = 10

/**
 * Slows down an address that sends forms without end: so many in ten minutes by those who are not signed in, over all
 * processes together. Limits on codes, passkeys and tokens are kept by the room for signing in.
 */
export const countForm = async (
  context: Context,
  request: Pick<FastifyRequest, 'method' | 'ip'>,
  route: Pick<Route, 'access'>,
): Promise<void> => {
  if (request.method !== 'POST' || context.actor.kind === 'person' || route.access.purpose) return
  await countTry(context, { kind: 'form', most: context.config.mostWrites, minutes }, callerOf(request.ip))
}
