import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { NotFound } from '../errors.ts'
import { anyProgram, endpoint, pageFrom, pageSchema, paging, startOf, withScope } from './api.ts'
import { addApi } from './api-server.ts'
import { openApi } from './open-api.ts'

const tile = z.object({ name: z.string() }).meta({ id: 'Tile' })
const tiles = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, secret: 'not for programs' }))
const good = `Bearer tess_${'g'.repeat(32)}`

const endpoints = [
  endpoint({
    path: '/api/v1/tiles',
    id: 'tiles',
    summary: 'Every tile',
    access: anyProgram,
    query: z.object(paging),
    answer: pageSchema(tile),
    handle: async ({ query: { limit, after } }) => {
      const [last = ''] = startOf(after, 1) ?? []
      const { items, next } = pageFrom(
        tiles.filter(({ name }) => name > last),
        limit,
        ({ name }) => [name],
      )
      return { items: [...items], next }
    },
  }),
  endpoint({
    path: '/api/v1/tiles/:name',
    id: 'tile',
    summary: 'One tile',
    access: withScope('tiles:read', 'those whose it is', (_actor, params) => params['name'] !== 'foreign'),
    answer: tile,
    handle: async ({ params }) => {
      if (params['name'] === 'broken') throw new Error('a secret of ours')
      if (params['name'] === 'none') throw new NotFound('none')
      return { name: params['name'] ?? '' }
    },
  }),
]

let here: TestInstallation
let app: FastifyInstance
before(async () => {
  here = await testInstallation({ mostWrites: 4 })
  app = Fastify({ trustProxy: 'loopback' })
  addApi(app, here.installation, {
    endpoints,
    identify: async (_context, token) =>
      `Bearer ${token}` === good
        ? {
            actor: { kind: 'visitor' },
            tokenId: 'g',
            name: 'good',
            scopes: ['tiles:read'],
            expiresAt: Temporal.Now.instant(),
          }
        : null,
  })
})
beforeEach(async () => {
  await here.installation.connections.kysely.deleteFrom('tries').execute()
})
after(async () => {
  await app.close()
  await here.release()
})

const ask = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

describe('the interface for programs', () => {
  test('gives a list page by page, and nothing that its schema does not name', async () => {
    const first = (await ask('/api/v1/tiles?limit=2')).json()
    assert.deepEqual(first.items, [{ name: 'a' }, { name: 'b' }])
    const second = (await ask(`/api/v1/tiles?limit=3&after=${first.next}`)).json()
    assert.deepEqual(second, { items: [{ name: 'c' }, { name: 'd' }, { name: 'e' }], next: null })
  })

  test('tells a failure of ours without its words', async () => {
    const answer = await ask('/api/v1/tiles/broken', { authorization: good })
    assert.equal(answer.statusCode, 500)
    assert.doesNotMatch(answer.body, /secret/)
  })

  test('does not tell what is another’s from what is not there', async () => {
    const [foreign, none] = [
      await ask('/api/v1/tiles/foreign', { authorization: good }),
      await ask('/api/v1/tiles/none', { authorization: good }),
    ]
    assert.equal(foreign.statusCode, 404)
    assert.equal(none.statusCode, 404)
  })

  test('takes a token only as a bearer’s', async () => {
    for (const authorization of ['Basic abc', 'Bearer', `Token ${good}`, ''])
      assert.equal((await ask('/api/v1/tiles/a', { authorization })).statusCode, 401, authorization)
    assert.equal((await ask('/api/v1/tiles/a', { authorization: good.replace('Bearer', 'bearer') })).statusCode, 200)
  })

  test('turns away whoever tries tokens, before they are looked at, and from elsewhere goes on', async () => {
    const wrong = { authorization: `Bearer tess_${'w'.repeat(32)}`, 'x-forwarded-for': '192.0.2.1' }
    assert.equal((await ask('/api/v1/tiles', wrong)).statusCode, 401)
    assert.equal((await ask('/api/v1/tiles', wrong)).statusCode, 401)
    const after = await ask('/api/v1/tiles', { ...wrong, authorization: good })
    assert.equal(after.statusCode, 429)
    assert.ok(Number(after.headers['retry-after']) > 500)
    assert.equal((await ask('/api/v1/tiles', { authorization: good, 'x-forwarded-for': '192.0.2.2' })).statusCode, 200)
  })

  test('slows down a token from wherever it is used, and a place whatever it asks', async () => {
    const statuses = async (headers: (time: number) => Record<string, string>) => {
      const all: number[] = []
      for (let time = 0; time < 21; time += 1) all.push((await ask('/api/v1/tiles', headers(time))).statusCode)
      return all
    }
    const expected = [...Array<number>(20).fill(200), 429]
    assert.deepEqual(
      await statuses((time) => ({ authorization: good, 'x-forwarded-for': `192.0.2.${time}` })),
      expected,
    )
    assert.deepEqual(await statuses(() => ({ 'x-forwarded-for': '192.0.2.200' })), expected)
  })
})

type Described = { paths: Record<string, { get: { operationId: string; responses: Record<string, unknown> } }> }

describe('the description of the interface', () => {
  test('names every address once, and everything it speaks of is there', () => {
    const document = openApi(endpoints, 'https://hubs.example') as unknown as Described & { components: unknown }
    assert.deepEqual(Object.keys(document.paths), ['/api/v1/tiles', '/api/v1/tiles/{name}'])
    const text = JSON.stringify(document)
    const { schemas } = document.components as { schemas: Record<string, unknown> }
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      assert.ok(Object.hasOwn(schemas, name), name)
    assert.doesNotMatch(text, /\$defs/)
    assert.deepEqual(Object.keys(document.paths['/api/v1/tiles/{name}']?.get.responses ?? {}), [
      '200',
      '401',
      '403',
      '404',
      '429',
    ])
  })

  test('is served to everybody', async () => {
    const answer = await ask('/api/openapi.json')
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.json().openapi, '3.1.0')
  })
})
