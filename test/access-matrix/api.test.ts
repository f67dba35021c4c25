import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createApp, endpoints } from '../../src/app.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { makeToken, revokeToken } from '../../src/features/tokens/actions/make-token.ts'
import { type Scope, scopeNames } from '../../src/features/tokens/scopes.ts'
import { createContext } from '../../src/platform/context.ts'
import { sessionCookie } from '../../src/platform/http/server.ts'
import type { Actor } from '../../src/vocabulary/actor.ts'
import { oddQueries } from '../hostile/oddities.ts'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { castEmails, type castOrder } from './expected.ts'
import { otherHub, ownHub } from './records.ts'

// What programs are answered, said once by hand: one column for each kind of caller.
const callers = [
  'nobody',
  'cookie of a hub lead',
  'token of a hub lead without scope',
  'token of a hub lead',
  'token of the other hub',
  'token of the national team',
  'a token that is none',
] as const
type Caller = (typeof callers)[number]

const expected: Readonly<Record<string, readonly number[]>> = {
  '/api/v1/me': [401, 401, 200, 200, 200, 200, 401],
  '/api/v1/hubs': [200, 200, 200, 200, 200, 200, 401],
  '/api/v1/hubs/:hub': [200, 200, 200, 200, 200, 200, 401],
  '/api/v1/schools': [200, 200, 200, 200, 200, 200, 401],
  '/api/v1/schools/:urn': [200, 200, 200, 200, 200, 200, 401],
  '/api/v1/schools/:urn/joining': [200, 200, 200, 200, 200, 200, 401],
  '/api/v1/hub/:hub/schools/:urn/joining': [401, 401, 403, 200, 404, 404, 401],
  '/api/v1/hub/:hub/interest': [401, 401, 403, 200, 404, 404, 401],
  '/api/v1/groups/:group/attendance': [401, 401, 403, 200, 404, 404, 401],
  '/api/v1/hub/:hub/attendance': [401, 401, 403, 200, 404, 404, 401],
  '/api/v1/targets': [401, 401, 403, 404, 404, 200, 401],
  '/api/v1/hub/:hub/targets': [401, 401, 403, 200, 404, 404, 401],
}

let world: Demonstration
let app: FastifyInstance
let urn: string
let groupId: string
const headers = new Map<Caller, Record<string, string>>()
const people = new Map<string, Actor & { kind: 'person' }>()

/** A member of the cast as the site knows them. */
const actorOf = async (member: (typeof castOrder)[number]): Promise<Actor & { kind: 'person' }> => {
  const { rows } = await world.installation.connections.pool.query(
    `select p.id, p.name, r.role, r.hub_id, h.slug from people p join email_addresses e on e.person_id = p.id
      left join roles r on r.person_id = p.id and r.to_on is null left join hubs h on h.id = r.hub_id where e.address = $1`,
    [castEmails[member]],
  )
  const roles = rows.flatMap(({ role, hub_id: hubId, slug: hubSlug }) =>
    role ? [{ name: role, hubId, hubSlug, groupId: null, organisationId: null }] : [],
  )
  return { kind: 'person', personId: rows[0].id, name: rows[0].name, roles }
}

const context = (actor: Actor) => createContext(world.installation, actor, 'test')

const tokenOf = async (member: (typeof castOrder)[number], scopes: readonly Scope[]) => {
  const actor = people.get(member) ?? (await actorOf(member))
  people.set(member, actor)
  const token = await makeToken(context(actor), { name: 'a program', scopes, days: 30 })
  return { authorization: `Bearer ${token}` }
}

before(async () => {
  world = await startDemonstration(sweptOnce)
  app = await createApp({ ...world.installation, config: { ...world.installation.config, mostWrites: 1_000_000 } })
  const { rows } = await world.installation.connections.pool.query(
    "select urn from organisations where kind = 'school' and authority_code = '307' and status = 'open' order by urn limit 1",
  )
  urn = String(rows[0].urn)
  const groups = await world.installation.connections.pool.query(
    `select g.id from groups g join hubs h on h.id = g.hub_id
      where h.slug = $1 and g.status = 'running' and not exists (select from group_partner_hubs p where p.group_id = g.id) order by g.id limit 1`,
    [ownHub],
  )
  groupId = String(groups.rows[0].id)
  const session = await signInAsCast(context({ kind: 'visitor' }), {
    email: castEmails['hub lead'] ?? '',
    device: null,
  })
  headers.set('nobody', {})
  headers.set('cookie of a hub lead', { cookie: `${sessionCookie}=${session.token}` })
  headers.set('token of a hub lead without scope', await tokenOf('hub lead', []))
  headers.set('token of a hub lead', await tokenOf('hub lead', scopeNames))
  headers.set('token of the other hub', await tokenOf('administrator of another hub', scopeNames))
  headers.set('token of the national team', await tokenOf('national team', scopeNames))
  headers.set('a token that is none', { authorization: `Bearer tess_${'x'.repeat(32)}` })
})
after(async () => {
  await app?.close()
  await world?.stop()
})

const addressOf = (path: string): string =>
  `${path.replace(':hub', ownHub).replace(':urn', urn).replace(':group', groupId)}${path === '/api/v1/schools' ? '?q=park' : ''}`

const ask = (url: string, caller: Caller) => app.inject({ method: 'GET', url, headers: headers.get(caller) ?? {} })

const oddNames = ['__proto__', '%E0%A4%A', '-1', '9'.repeat(40), '%2e%2e%2f', "';--", 'a'.repeat(5000)]

describe('what programs are answered', () => {
  test('every address has its row, and every row its address', () => {
    assert.deepEqual(endpoints.map(({ path }) => path).sort(), Object.keys(expected).sort())
  })

  for (const [path, row] of Object.entries(expected))
    test(`${path} opens to those whose it is`, async () => {
      const statuses: number[] = []
      for (const caller of callers) statuses.push((await ask(addressOf(path), caller)).statusCode)
      assert.deepEqual(statuses, row)
    })

  test('every scope that an endpoint asks for can be given, and every scope that can be given opens something', () => {
    const asked = [...new Set(endpoints.flatMap(({ access }) => access.scope ?? []))].sort()
    assert.deepEqual(asked, [...scopeNames].sort())
  })

  test('targets come in pages that lose none, of one’s own hub the same as of all', async () => {
    type Page = {
      items: { hub: { slug: string }; project: { title: string }; planned: unknown }[]
      next: string | null
    }
    const all: Page['items'] = []
    for (let after = ''; ; ) {
      const page: Page = (
        await ask(`/api/v1/targets?year=2021-22&limit=20${after}`, 'token of the national team')
      ).json()
      all.push(...page.items)
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    const keys = all.map(({ hub, project }) => `${hub.slug} ${project.title}`)
    assert.ok(all.length > 20)
    assert.equal(new Set(keys).size, keys.length)
    const own: Page = (await ask(`/api/v1/hub/${ownHub}/targets?year=2021/22`, 'token of a hub lead')).json()
    assert.deepEqual(
      own.items,
      all.filter(({ hub }) => hub.slug === ownHub),
    )
    assert.ok(own.items.some(({ planned }) => planned !== null))
    assert.equal((await ask('/api/v1/targets?year=soon', 'token of the national team')).statusCode, 422)
  })

  test('what is refused is told as a problem document, and how to be let in', async () => {
    const none = await ask(`/api/v1/hub/${ownHub}/interest`, 'nobody')
    assert.match(String(none.headers['content-type']), /^application\/problem\+json/)
    assert.equal(none.headers['www-authenticate'], 'Bearer')
    assert.equal(none.json().status, 401)
    const narrow = await ask(`/api/v1/hub/${ownHub}/interest`, 'token of a hub lead without scope')
    assert.match(String(narrow.headers['www-authenticate']), /scope="interest:read"/)
    const unknown = await ask('/api/v1/nothing', 'token of a hub lead')
    assert.equal(unknown.statusCode, 404)
    assert.match(String(unknown.headers['content-type']), /problem/)
  })

  test('a token opens no page, and no form is taken with it', async () => {
    const token = headers.get('token of a hub lead') ?? {}
    const page = await app.inject({ method: 'GET', url: `/hub/${ownHub}`, headers: token })
    assert.equal(page.statusCode, 302)
    const form = await app.inject({ method: 'POST', url: '/account/sessions/end-all', headers: token })
    assert.equal(form.statusCode, 302)
    const asCookie = { cookie: `${sessionCookie}=${token['authorization']?.replace('Bearer ', '')}` }
    assert.equal((await app.inject({ method: 'GET', url: `/hub/${ownHub}`, headers: asCookie })).statusCode, 302)
  })

  test('a foreign hub’s requests are not there, with whatever query', async () => {
    for (const query of ['', '?limit=1', '?after=x']) {
      const answer = await ask(`/api/v1/hub/${otherHub}/interest${query}`, 'token of a hub lead')
      assert.equal(answer.statusCode, 404, query)
    }
  })

  test('page after page gives every request of the hub once, in order, and nobody’s name or address', async () => {
    const seen: string[] = []
    let next: string | null = ''
    let words = ''
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`
      const answer = await ask(`/api/v1/hub/${ownHub}/interest?limit=3${after}`, 'token of a hub lead')
      assert.equal(answer.statusCode, 200, answer.body)
      const page = answer.json<{ items: { id: string }[]; next: string | null }>()
      seen.push(...page.items.map(({ id }) => id))
      words += answer.body
      next = page.next
    }
    const { rows } = await world.installation.connections.pool.query(
      `select i.id, i.sender_name, i.sender_email, i.headteacher_name from expressions_of_interest i
        join offers f on f.id = i.offer_id join hubs h on h.id = f.hub_id
        where h.slug = $1 and i.received_at is not null order by i.received_at, i.id`,
      [ownHub],
    )
    assert.ok(rows.length > 6)
    assert.deepEqual(
      seen,
      rows.map(({ id }) => id),
    )
    for (const { sender_name: name, sender_email: email, headteacher_name: head } of rows)
      for (const personal of [name, email, head]) assert.ok(!personal || !words.includes(personal), personal)
  })

  test('a query that cannot be answered is told fault by fault', async () => {
    const wrong = async (query: string) => {
      const answer = await ask(`/api/v1/hub/${ownHub}/interest?${query}`, 'token of a hub lead')
      assert.equal(answer.statusCode, 422, query)
      return answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)
    }
    assert.deepEqual(await wrong('limit=0'), ['limit'])
    assert.deepEqual(await wrong('limit=1000&after=x'), ['limit'])
    for (const after of ['x', 'bnVsbA', Buffer.from('["a","b"]').toString('base64url'), 'eyJhIjoxfQ'])
      assert.deepEqual(await wrong(`after=${after}`), ['after'])
    assert.equal((await ask('/api/v1/schools', 'nobody')).statusCode, 422)
    assert.equal((await ask('/api/v1/schools/99999999999', 'nobody')).statusCode, 404)
    assert.equal((await ask('/api/v1/hubs/none%00', 'nobody')).statusCode, 404)
  })

  test('whatever is asked, the fault is never ours', async () => {
    const queried = Object.keys(expected).flatMap((path) =>
      oddQueries.map((query) => `${path.replace(':hub', ownHub).replace(':urn', urn)}?${query}`),
    )
    const named = oddNames.flatMap((name) => [
      `/api/v1/hubs/${name}`,
      `/api/v1/schools/${name}`,
      `/api/v1/schools/${name}/joining`,
      `/api/v1/hub/${ownHub}/schools/${name}/joining`,
      `/api/v1/hub/${name}/interest`,
    ])
    const broken: string[] = []
    for (const url of [...queried, ...named]) {
      const { statusCode } = await ask(url, 'token of a hub lead')
      if (statusCode >= 500) broken.push(`${statusCode} ${url.slice(0, 100)}`)
    }
    assert.deepEqual(broken, [])
  })

  test('when a role ends its tokens are good for nothing, and a revoked token too', async () => {
    const lead = people.get('hub lead')
    assert.ok(lead)
    const spare = await tokenOf('hub lead', scopeNames)
    const { pool } = world.installation.connections
    const status = async () => (await app.inject({ method: 'GET', url: '/api/v1/me', headers: spare })).statusCode
    assert.equal(await status(), 200)
    await pool.query(`update roles set from_on = '2020-09-01', to_on = '2021-01-01' where person_id = $1`, [
      lead.personId,
    ])
    assert.equal(await status(), 401)
    await pool.query('update roles set to_on = null where person_id = $1', [lead.personId])
    assert.equal(await status(), 200)
    const { rows } = await pool.query('select id from program_tokens where token_hash = sha256($1)', [
      Buffer.from(spare.authorization.replace('Bearer ', '')),
    ])
    await revokeToken(context(people.get('administrator of another hub') ?? lead), rows[0].id)
    assert.equal(await status(), 200)
    await revokeToken(context(lead), rows[0].id)
    assert.equal(await status(), 401)
  })
})
