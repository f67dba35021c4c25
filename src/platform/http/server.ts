import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Frame } from '../../vocabulary/frame.ts'
import { actingAs, type Context, createContext, type Installation } from '../context.ts'
import { TooMany } from '../errors.ts'
import { uploadsFolder } from '../uploads.ts'
import type { Admission } from './access.ts'
import { sessionTokenIn, setCookies } from './cookies.ts'
import { deviceName } from './device.ts'
import { addKeptPages, type KeptPages, keeper, keepNoPages } from './kept-pages.ts'
import { countForm } from './limits.ts'
import { frameByLink, linkActor } from './link-actor.ts'
import { answerAsRecordsStand } from './merged-records.ts'
import { type Problem, problemOf } from './problems.ts'
import { isReadable } from './readable.ts'
import type { Answer, Route } from './routes.ts'
import { isFromThisSite } from './same-origin.ts'
import { addUploads, sentWith, whileSentLies } from './upload.ts'

/** What the features give the machinery: who a session belongs to, what stands round a page, how a failure is drawn. */
export type Site = {
  readonly identify: (context: Context, sessionToken: string) => Promise<Actor>
  readonly frame: (context: Context, path: string) => Frame
  /** Whether an address is closed to whoever is as this actor, whatever their roles: to those who act for somebody else. */
  readonly isBarred?: (actor: Actor, route: Pick<Route, 'path' | 'access'>) => boolean
  /** Told of each page that was given, after it was sent. */
  readonly answered?: (context: Context, path: string, params: Readonly<Record<string, string>>) => void
  readonly drawProblem: (frame: Frame, problem: Problem, requestId: string) => { toString(): string }
  readonly asset: (name: string) => { body: Buffer | string; type: string } | null
}

export { sessionCookie, sessionCookieOf } from './cookies.ts'

const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** The web application of one installation. A route without declared access stops the start. */
export const createServer = async (
  installation: Installation,
  site: Site,
  routes: readonly Route[],
  kept: KeptPages = keepNoPages,
): Promise<FastifyInstance> => {
  const app = Fastify({
    genReqId: () => randomUUID().slice(-12),
    bodyLimit: 200_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    trustProxy: [...installation.config.trustedProxies],
    logger: false,
    forceCloseConnections: 'idle',
  })
  addKeptPages(app, installation, kept)
  const https = installation.config.baseUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  // Our forms send one kind of body; nothing else is read, so that a field is a text or a list of texts.
  app.removeAllContentTypeParsers()
  await app.register(cookie)
  await app.register(formbody)
  await addUploads(app)
  addAssets(app, site)
  const handle = handler(installation, site, kept)
  for (const route of routes) addRoute(app, route, handle)
  app.setNotFoundHandler((request, reply) => handle(request, reply, null))
  app.setErrorHandler((problem, request, reply) => drawFailure({ installation, site }, request, reply, problem))
  return app
}

const addRoute = (app: FastifyInstance, route: Route, handle: ReturnType<typeof handler>): void => {
  if (!route.access?.sentence) throw new Error(`${route.method} ${route.path} declares no access`)
  app.route({ method: route.method, url: route.path, handler: (request, reply) => handle(request, reply, route) })
}

const addAssets = (app: FastifyInstance, site: Site): void => {
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => {
    const found = site.asset(request.params['*'])
    if (!found) return reply.status(404).type('text/plain').send('Not found')
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(found.type).send(found.body)
  })
}

const handler = (installation: Installation, site: Site, kept: KeptPages) => {
  const { baseUrl } = installation.config
  return async (request: FastifyRequest, reply: FastifyReply, route: Route | null): Promise<FastifyReply> => {
    const keepAnswer = keeper({ installation, kept }, request, reply)
    const sessionToken = sessionTokenIn(request, baseUrl)
    const visitor = createContext(installation, { kind: 'visitor' }, request.id)
    let context = visitor
    try {
      context = await signedInAs(visitor, site, sessionToken)
      const frame = site.frame(context, pathOf(request))
      const refusal = refusalBeforeTheDoor(request, route, installation)
      if (refusal || route === null) return drawProblem(site, reply, { frame, kind: refusal ?? 'not-found' })
      await countForm(context, request, route)
      const params = request.params as Record<string, string>
      context = await throughLink(context, route, params)
      const admission = admissionTo(route, site, { actor: context.actor, params })
      if (admission !== 'admitted') return turnAway({ site, request, reply, frame }, admission)
      const sent = await sentWith(request, route, uploadsFolder(installation.config))
      const around = { ...given(request), frame: frameByLink(frame, route.access.purpose, params['token']) }
      const asked = { context, params, sessionToken, ...around, ...sent }
      const answer = await whileSentLies(sent, () => answerAsRecordsStand(route, asked))
      send(reply, answer, { baseUrl, keeping: keepingOf(route, context.actor) })
      if (route.isKept) keepAnswer(answer)
      if (isSeen(route, answer)) site.answered?.(context, route.path, params)
      return reply
    } catch (problem) {
      return drawFailure({ installation, site, context }, request, reply, problem)
    }
  }
}

type AtTheDoor = {
  readonly site: Site
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly frame: Frame
}

const turnAway = ({ site, request, reply, frame }: AtTheDoor, kind: string): FastifyReply =>
  kind === 'sign-in'
    ? reply.headers(forOne).redirect(signInAddress(request), 302)
    : drawProblem(site, reply, { frame, kind })

const isSeen = (route: Route, answer: Answer): boolean => answer.status === 200 && route.method === 'GET'

type Comer = { readonly actor: Actor; readonly params: Record<string, string> }

const admissionTo = (route: Route, site: Site, { actor, params }: Comer): Admission | 'barred' => {
  const admission = route.access.admit(actor, params)
  return admission === 'admitted' && site.isBarred?.(actor, route) ? 'barred' : admission
}

// What comes before the path is ours whatever was asked for: `//elsewhere` is a path here, not another site.
const addressOf = (request: FastifyRequest): URL => new URL(`http://local/${request.url.replace(/^\//, '')}`)
const pathOf = (request: FastifyRequest): string => addressOf(request).pathname
const signInAddress = (request: FastifyRequest): string =>
  `/sign-in?to=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}`

const given = (request: FastifyRequest) => ({
  query: addressOf(request).searchParams,
  path: pathOf(request),
  from: request.ip,
  device: deviceName(request.headers['user-agent']),
  cookies: request.cookies,
})

const refusalBeforeTheDoor = (
  request: FastifyRequest,
  route: Route | null,
  { config }: Installation,
): string | null => {
  if (route === null) return 'not-found'
  if (!isReadable(request.params) || !isReadable(request.query) || !isReadable(request.body)) return 'bad-request'
  return isFromThisSite(request, config.baseUrl) ? null : 'other-site'
}

const signedInAs = async (visitor: Context, site: Site, token: string | null): Promise<Context> =>
  token === null ? visitor : actingAs(visitor, await site.identify(visitor, token))

const throughLink = async (context: Context, route: Route, params: Record<string, string>): Promise<Context> =>
  route.access.purpose
    ? actingAs(context, await linkActor(context, route.access.purpose, params['token'] ?? ''))
    : context

// What is somebody's, and whatever failed or was not found, is kept by nobody; a page for everybody is asked for again.
const forOne = { 'cache-control': 'private, no-store' }
const forEverybody = { 'cache-control': 'no-cache', vary: 'Cookie' }

const keepingOf = (route: Route, actor: Actor): Readonly<Record<string, string>> =>
  route.isKept && actor.kind === 'visitor' ? forEverybody : forOne

const send = (
  reply: FastifyReply,
  answer: Answer,
  { baseUrl, keeping }: { baseUrl: string; keeping: Readonly<Record<string, string>> },
): FastifyReply => {
  setCookies(reply, answer, baseUrl)
  // A page that says itself who may frame it is not held back by the older header for browsers that read it first.
  if ('content-security-policy' in answer.headers)
    reply.removeHeader('x-frame-options').raw.removeHeader('x-frame-options')
  return reply.status(answer.status).headers(keeping).headers(answer.headers).type(answer.type).send(answer.body)
}

const drawProblem = (
  site: Site,
  reply: FastifyReply,
  { frame, kind }: { frame: Frame; kind: string },
): FastifyReply => {
  const known = problemOf(kind)
  const drawn = site.drawProblem(frame, known, reply.request.id)
  return reply.status(known.status).headers(forOne).type('text/html; charset=utf-8').send(drawn.toString())
}

type Around = { installation: Installation; site: Site; context?: Context }

const drawFailure = (
  { installation, site, context }: Around,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: unknown,
): FastifyReply => {
  const known = problemOf(problem)
  if (known.status >= 500)
    installation.log.error(
      { err: problem, requestId: request.id, method: request.method, route: request.routeOptions.url },
      known.heading,
    )
  const around = context ?? createContext(installation, { kind: 'visitor' }, request.id)
  const frame = site.frame(around, pathOf(request))
  if (known.status === 503) reply.header('retry-after', '10')
  if (problem instanceof TooMany) reply.header('retry-after', String(problem.seconds))
  return reply
    .status(known.status)
    .headers(forOne)
    .type('text/html; charset=utf-8')
    .send(site.drawProblem(frame, known, request.id).toString())
}
