import type { FastifyRequest } from 'fastify'
import type { Route } from './routes.ts'

const windowMilliseconds = 10 * 60_000
const mostWrites = 120
const writes = new Map<string, { count: number; until: number }>()

/** Slows down an address that sends forms without end; limits on codes and links are kept with the codes themselves. */
export const limitTries = (
  request: Pick<FastifyRequest, 'method' | 'ip' | 'headers'>,
  route: Pick<Route, 'access'>,
): 'too-many' | null => {
  if (request.method !== 'POST' || request.headers.cookie || route.access.purpose) return null
  const now = Date.now()
  if (writes.size > 10_000) for (const [address, tries] of writes) if (tries.until < now) writes.delete(address)
  const tries = writes.get(request.ip)
  if (!tries || tries.until < now) {
    writes.set(request.ip, { count: 1, until: now + windowMilliseconds })
    return null
  }
  tries.count += 1
  return tries.count > mostWrites ? 'too-many' : null
}
