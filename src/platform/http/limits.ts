import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Route } from './routes.ts'

const windowMilliseconds = 10 * 60_000

export type Tries = (
  request: Pick<FastifyRequest, 'method' | 'ip'>,
  route: Pick<Route, 'access'>,
  actor: Actor,
) => 'too-many' | null

type Counted = Map<string, { count: number; until: number }>

const forgetOld = (writes: Counted, now: number): void => {
  if (writes.size <= 10_000) return
  for (const [address, { until }] of writes) if (until < now) writes.delete(address)
}

const countAgain = (writes: Counted, address: string, now: number): number => {
  forgetOld(writes, now)
  const known = writes.get(address)
  const tries = known && known.until >= now ? known : { count: 0, until: now + windowMilliseconds }
  tries.count += 1
  writes.set(address, tries)
  return tries.count
}

/**
 * Slows down an address that sends forms without end: so many in ten minutes by those who are not signed in.
 * Limits on codes and links are kept with the codes themselves.
 */
export const limitTries = (mostWrites: number): Tries => {
  const writes: Counted = new Map()
  return (request, route, actor) => {
    if (request.method !== 'POST' || actor.kind === 'person' || route.access.purpose) return null
    return countAgain(writes, request.ip, Date.now()) > mostWrites ? 'too-many' : null
  }
}
