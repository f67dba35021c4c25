import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { newId } from '../../vocabulary/ids.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../errors.ts'
import { linkToken } from '../links.ts'
import { byLink, everyone, signedIn } from './access.ts'
import { get, page, post, type Route, redirect } from './routes.ts'
import { createServer, type Site } from './server.ts'

let here: TestInstallation
let app: FastifyInstance

const throwing = (path: string, problem: () => unknown): Route =>
  get(path, everyone, () => Promise.reject(problem() as Error))

const routes: Route[] = [
  get('/open', everyone, async ({ query }) => page(`open ${query.get('q') ?? ''}`)),
  get('/closed', signedIn, async () => page('closed')),
  get('/by/:token', byLink('status'), async ({ context }) =>
    page(context.actor.kind === 'link' ? context.actor.subjectId : 'nobody'),
  ),
  post('/sent', everyone, async () => redirect('/open')),
  throwing('/missing', () => new NotFound('x')),
  throwing('/forbidden', () => new Forbidden('x')),
  throwing('/refused', () => new Refused('The group is full.')),
  throwing('/conflict', () => new Conflict('Somebody else changed the date.')),
  throwing('/broken', () => new Error('secret detail')),
  throwing('/away', () => Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })),
]

const site: Site = {
  identify: async () => ({ kind: 'visitor' }),
  frame: (_context, path) => ({
    serviceName: 'T',
    networkName: 'N',
    path,
    signedInAs: null,
    navigation: [],
    demonstration: null,
    notice: null,
  }),
  drawProblem: (_frame, problem, requestId) => `${problem.status} ${problem.sentence} ${requestId}`,
  asset: () => null,
}

before(async () => {
  here = await testInstallation()
  app = await createServer(here.installation, site, routes)
})
after(async () => {
  await app.close()
  await here.release()
})

const status = async (url: string): Promise<number> => (await app.inject({ url })).statusCode

test('each failure has its own number, and an unknown one says nothing of its inside', async () => {
  assert.equal(await status('/open?q=1'), 200)
  assert.equal(await status('/nowhere'), 404)
  assert.equal(await status('/missing'), 404)
  assert.equal(await status('/forbidden'), 403)
  assert.equal(await status('/refused'), 409)
  assert.equal(await status('/conflict'), 409)
  assert.equal(await status('/away'), 503)
  const broken = await app.inject({ url: '/broken' })
  assert.equal(broken.statusCode, 500)
  assert.doesNotMatch(broken.body, /secret detail/)
})

test('what the rules refuse is told in their sentence', async () => {
  assert.match((await app.inject({ url: '/refused' })).body, /The group is full\./)
})

test('a visitor is sent to sign in and comes back to where they were going', async () => {
  const answer = await app.inject({ url: '/closed?x=1' })
  assert.equal(answer.statusCode, 302)
  assert.equal(answer.headers.location, `/sign-in?to=${encodeURIComponent('/closed?x=1')}`)
})

test('a signed link opens its own record and nothing else', async () => {
  const id = newId()
  const { config } = here.installation
  assert.equal((await app.inject({ url: `/by/${linkToken(config, 'status', id, 1)}` })).body, id)
  assert.equal(await status(`/by/${linkToken(config, 'reflect', id, 1)}`), 404)
  assert.equal(await status(`/by/${linkToken({ ...config, secretKey: 'another' }, 'status', id, 1)}`), 404)
  assert.equal(await status('/by/nonsense'), 404)
})

test('a link whose days are over says so', async () => {
  const answer = await app.inject({ url: `/by/${linkToken(here.installation.config, 'status', newId(), -3)}` })
  assert.equal(answer.statusCode, 404)
  assert.match(answer.body, /limited time/)
})

test('a form is taken only from our own pages', async () => {
  const send = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/sent', headers })).statusCode
  assert.equal(await send({ 'sec-fetch-site': 'same-origin' }), 303)
  assert.equal(await send({ 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await send({ 'sec-fetch-site': 'same-site' }), 403)
  assert.equal(await send({ origin: 'http://hubs.example' }), 303)
  assert.equal(await send({ origin: 'http://elsewhere.example' }), 403)
  assert.equal(await send({ cookie: 'tessellate_session=x' }), 403)
  assert.equal(await send({}), 303)
})

test('what no text can hold is not read, wherever it stands', async () => {
  const sent = (payload: string, type = 'application/x-www-form-urlencoded') =>
    app.inject({ method: 'POST', url: '/sent', payload, headers: { 'content-type': type } })
  assert.equal(await status('/open?q=a%00b'), 400)
  assert.equal(await status('/by/a%00b'), 400)
  assert.equal((await sent('name=a%00b')).statusCode, 400)
  assert.equal((await sent('na%00me=b')).statusCode, 400)
  assert.equal((await sent('name=a&name=b%00')).statusCode, 400)
  assert.equal((await sent('name=%EF%BF%BD%F0%9F%91%A9')).statusCode, 303)
})

test('a body that is no form is not read', async () => {
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/sent',
      payload: '{"a":[1]}',
      headers: { 'content-type': type },
    })
    assert.equal(answer.statusCode, 415)
    assert.match(answer.body, /of a kind that this page does not take/)
  }
})

test('an address that begins like another site is a page that is not there', async () => {
  assert.equal(await status('//'), 404)
  assert.equal(await status('//elsewhere.example/open'), 404)
  assert.equal(await status('/%E0%A4%A'), 400)
})

test('every page forbids what it does not need', async () => {
  const { headers } = await app.inject({ url: '/open' })
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
})

test('a route without declared access stops the start', async () => {
  const undeclared = { method: 'GET', path: '/x', page: async () => page('') } as unknown as Route
  await assert.rejects(createServer(here.installation, site, [undeclared]), /GET \/x declares no access/)
})
