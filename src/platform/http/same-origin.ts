import type { FastifyRequest } from 'fastify'

/** Whether a write comes from one of our own pages, or from a program that carries no session. */
export const isFromThisSite = (
  request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>,
  baseUrl: string,
): boolean => {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin !== undefined)
    return (
      origin === new URL(baseUrl).origin || origin === `http://${request.host}` || origin === `https://${request.host}`
    )
  return !request.headers.cookie
}
