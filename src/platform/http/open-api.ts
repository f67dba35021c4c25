import { z } from 'zod'
import type { Endpoint } from './api.ts'

type Schema = Record<string, unknown>

const problem: Schema = {
  type: 'object',
  description: 'What went wrong (RFC 9457)',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** Names within one schema become names of the whole description. */
const withPlaces = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))

const described = (schema: z.ZodType, io: 'input' | 'output', components: Map<string, unknown>): Schema => {
  const { $defs = {}, $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Schema & { $defs?: Schema }
  for (const [name, definition] of Object.entries($defs)) components.set(name, withPlaces(definition))
  const { id, ...whole } = withPlaces(rest) as Schema
  if (typeof id !== 'string') return whole
  components.set(id, whole)
  return { $ref: `#/components/schemas/${id}` }
}

const parametersOf = ({ path, query }: Endpoint, components: Map<string, unknown>): readonly Schema[] => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = described(query, 'input', components) as {
    properties?: Record<string, Schema>
    required?: readonly string[]
  }
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }))
  return [...inPath, ...inQuery]
}

const refusals = ({ access, path, query }: Endpoint): readonly (readonly [number, string])[] => [
  [401, access.needsToken ? 'No token, or one that is good for nothing' : 'A token that is good for nothing'],
  ...(access.scope ? [[403, 'The token has not the scope'] as const] : []),
  ...(path.includes(':') ? [[404, 'Not there, or not yours to see'] as const] : []),
  ...(Object.keys(query.shape).length > 0
    ? [[422, 'The query cannot be answered; each fault with its field'] as const]
    : []),
  [429, 'Too many requests; Retry-After says for how long'],
]

const securityOf = ({ access }: Endpoint): readonly Schema[] =>
  access.needsToken ? [{ token: access.scope ? [access.scope] : [] }] : [{}, { token: [] }]

const operation = (endpoint: Endpoint, components: Map<string, unknown>): Schema => ({
  operationId: endpoint.id,
  summary: endpoint.summary,
  description: `For ${endpoint.access.sentence}.`,
  security: securityOf(endpoint),
  parameters: parametersOf(endpoint, components),
  responses: {
    200: {
      description: 'What was asked for',
      content: { 'application/json': { schema: described(endpoint.answer, 'output', components) } },
    },
    ...Object.fromEntries(
      refusals(endpoint).map(([status, description]) => [
        status,
        { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      ]),
    ),
  },
})

/** The interface for programs, described by its own schemas (OpenAPI 3.1). */
export const openApi = (endpoints: readonly Endpoint[], baseUrl: string): Schema => {
  const components = new Map<string, unknown>([['Problem', problem]])
  const paths = Object.fromEntries(
    endpoints.map((endpoint) => [
      endpoint.path.replaceAll(/:(\w+)/g, '{$1}'),
      { get: operation(endpoint, components) },
    ]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessellate',
      version: '1',
      description: 'Lists come in pages: ask for the next with `after`, the `next` of the page before.',
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token made at /account/tokens. A cookie opens nothing here.',
        },
      },
    },
  }
}
