import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { actingAs, type Context, createContext, type Installation } from '../context.ts'
import { TooMany } from '../errors.ts'
import { callerOf, countTry, refuseAfterTooMany } from '../tries.ts'
import { type Endpoint, type Program, WrongQuery } from './api.ts'
import { openApi } from './open-api.ts'
import { problemOf } from './problems.ts'
import { isReadable } from './readable.ts'

/** What the features give: the addresses for programs, and whose program a token is. */
export type Api = {
  readonly endpoints: readonly Endpoint[]
  readonly identify: (context: Context, token: string) => Promise<Program | null>
}

type Told = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors?: WrongQuery['errors']
  readonly headers?: Readonly<Record<string, string>>
}

/** Not let in, as programs are told of it. */
class Turned extends Error {
  override readonly name = 'Turned'
  readonly told: Told
  constructor(told: Told) {
    super(told.title)
    this.told = told
  }
}

const unauthorized = (detail: string, challenge: string): Turned =>
  new Turned({ status: 401, title: 'A token is needed', detail, headers: { 'www-authenticate': challenge } })

const notThere = {
  status: 404,
  title: 'Not found',
  detail: 'There is nothing at this address, or it is not yours to see.',
}

const minutes = 10
const requestsPerForm = 5
const limitOn = ({ config }: Context, kind: string, times: number) => ({
  kind,
  most: Math.ceil(config.mostWrites * times),
  minutes,
  sentence: 'Too many requests. Wait as many seconds as Retry-After says.',
})

const bearer = (request: FastifyRequest): string | null => {
  const given = request.headers.authorization
  if (given === undefined) return null
  const token = /^Bearer +(\S+)$/i.exec(given)?.[1]
  if (!token) throw unauthorized('Send the token as "Authorization: Bearer tess_…".', 'Bearer')
  return token
}

/** Whose program it is. Only the header counts, never a cookie; tokens that are none are counted for where they come from. */
const programOf = async (context: Context, request: FastifyRequest, api: Api): Promise<Program | null> => {
  const token = bearer(request)
  if (token === null) return null
  const [limit, caller] = [limitOn(context, 'wrong-token-from', 0.5), callerOf(request.ip)]
  await refuseAfterTooMany(context, limit, caller)
  const program = await api.identify(context, token)
  if (program) {
    await countTry(context, limitOn(context, 'requests-of-token', requestsPerForm), program.tokenId)
    return program
  }
  await countTry(context, limit, caller)
  throw unauthorized('The token is not known, was revoked, or is over.', 'Bearer error="invalid_token"')
}

const letIn = (endpoint: Endpoint, program: Program | null, params: Record<string, string>): void => {
  const { access } = endpoint
  if (!program && access.needsToken) throw unauthorized('Make one at /account/tokens.', 'Bearer')
  if (access.scope !== null && !program?.scopes.includes(access.scope))
    throw new Turned({
      status: 403,
      title: 'Not within the token’s scopes',
      detail: `The token needs the scope ${access.scope}.`,
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${access.scope}"` },
    })
  if (!access.admits(program?.actor ?? { kind: 'visitor' }, params)) throw new Turned(notThere)
}

const parsed = (schema: z.ZodType, query: unknown): unknown => {
  const read = schema.safeParse(query)
  if (read.success) return read.data
  throw new WrongQuery(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
}

const answerTo = (installation: Installation, api: Api, endpoint: Endpoint) => async (request: FastifyRequest) => {
  const visitor = createContext(installation, { kind: 'visitor' }, request.id)
  await countTry(visitor, limitOn(visitor, 'requests-from', requestsPerForm), callerOf(request.ip))
  const program = await programOf(visitor, request, api)
  const params = request.params as Record<string, string>
  if (!isReadable(params) || !isReadable(request.query)) throw new Turned(notThere)
  letIn(endpoint, program, params)
  const query = parsed(endpoint.query, request.query) as never
  const context = program ? actingAs(visitor, program.actor) : visitor
  return endpoint.answer.parse(await endpoint.handle({ context, params, query, program }))
}

const toldOf = (problem: unknown): Told => {
  if (problem instanceof Turned) return problem.told
  if (problem instanceof WrongQuery)
    return { status: 422, title: problem.message, detail: 'Each fault stands with its field.', errors: problem.errors }
  const { status, heading, sentence } = problemOf(problem)
  const told = { status, title: heading, detail: sentence }
  if (problem instanceof TooMany) return { ...told, headers: { 'retry-after': String(problem.seconds) } }
  return status === 503 ? { ...told, headers: { 'retry-after': '10' } } : told
}

const tell = (reply: FastifyReply, { headers = {}, ...told }: Told): FastifyReply =>
  reply
    .status(told.status)
    .headers({ 'cache-control': 'private, no-store', ...headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', ...told }))

/** Adds the addresses for programs under /api: JSON, failures as problem documents (RFC 9457), and their own description. */
export const addApi = (app: FastifyInstance, installation: Installation, api: Api): void => {
  void app.register(
    async (scope) => {
      scope.setErrorHandler((problem, request, reply) => {
        const told = toldOf(problem)
        if (told.status >= 500)
          installation.log.error(
            { err: problem, requestId: request.id, method: request.method, route: request.routeOptions.url },
            told.title,
          )
        return tell(reply, told)
      })
      scope.setNotFoundHandler((_request, reply) => tell(reply, notThere))
      for (const endpoint of api.endpoints) {
        const answer = answerTo(installation, api, endpoint)
        scope.get(endpoint.path.replace(/^\/api/, ''), async (request, reply) => {
          const body = JSON.stringify(await answer(request))
          return reply
            .header('cache-control', endpoint.access.needsToken ? 'private, no-store' : 'no-cache')
            .type('application/json; charset=utf-8')
            .send(body)
        })
      }
      const description = JSON.stringify(openApi(api.endpoints, installation.config.baseUrl))
      scope.get('/openapi.json', (_request, reply) =>
        reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(description),
      )
    },
    { prefix: '/api' },
  )
}
