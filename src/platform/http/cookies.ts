import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './routes.ts'

export const sessionCookie = 'tessellate_session'

const isEncrypted = (baseUrl: string): boolean => baseUrl.startsWith('https:')

/**
 * What the cookie of a signed-in session is called. Behind https its name says that it was set by this very host for all
 * of it: a browser takes none of that name from a neighbouring one, which could else sign somebody in as another.
 */
export const sessionCookieOf = (baseUrl: string): string =>
  isEncrypted(baseUrl) ? `__Host-${sessionCookie}` : sessionCookie

export const sessionTokenIn = (request: Pick<FastifyRequest, 'cookies'>, baseUrl: string): string | null =>
  request.cookies[sessionCookieOf(baseUrl)] ?? null

/** Sets and lets go of what an answer says of cookies. */
export const setCookies = (reply: FastifyReply, answer: Answer, baseUrl: string): void => {
  const always = { httpOnly: true, sameSite: 'lax', secure: isEncrypted(baseUrl) } as const
  const session = { ...always, path: '/' }
  const name = sessionCookieOf(baseUrl)
  if (answer.sessionCookie === null) reply.clearCookie(name, session)
  if (answer.sessionCookie)
    reply.setCookie(name, answer.sessionCookie.token, { ...session, maxAge: answer.sessionCookie.seconds })
  for (const { name, value, path, seconds } of answer.cookies ?? []) {
    if (value === null) reply.clearCookie(name, { ...always, path })
    else reply.setCookie(name, value, { ...always, path, maxAge: seconds })
  }
}
