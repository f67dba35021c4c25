// What is tried on the doors: methods, headers, cookies, paths and links that no page of ours sends. docs/security.md lists it.
import assert from 'node:assert/strict'
import { connect as connectSocket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createApp, routes } from '../../src/app.ts'
import { mailSignIn } from '../../src/features/sign-in/actions/request-sign-in.ts'
import { makeToken } from '../../src/features/tokens/actions/make-token.ts'
import type { Installation } from '../../src/platform/context.ts'
import { connect } from '../../src/platform/database/index.ts'
import { keepPages } from '../../src/platform/http/kept-pages.ts'
import { sessionCookie, sessionCookieOf } from '../../src/platform/http/server.ts'
import { linkToken } from '../../src/platform/links.ts'
import type { Log } from '../../src/platform/log.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { addressWith } from '../access-matrix/addresses.ts'
import { actorWith, type TestInstallation, testInstallation } from '../support/installation.ts'
import { makeHub, makeOffer, makePerson, makeProject } from '../support/records.ts'
import { visitor } from '../support/visitor.ts'
import { grant, signedInAs } from '../walls/shared-group.ts'

let here: TestInstallation
let app: FastifyInstance
let hub: { id: string; slug: string }
let staff: { id: string; name: string; address: string }
let staffToken: string
let outsideToken: string
const db = () => here.installation.connections.kysely

const baseUrl = 'https://hubs.example'
const forged = 'evil.example'
const cookieOf = (token: string) => ({ cookie: `${sessionCookieOf(baseUrl)}=${token}` })
const ask = (options: InjectOptions) =>
  app.inject({ ...options, headers: { 'sec-fetch-site': 'same-origin', ...options.headers } })

before(async () => {
  here = await testInstallation({ baseUrl, mostWrites: 1_000_000 })
  app = await createApp(here.installation, keepPages(here.installation.ownerUrl))
  hub = await makeHub(db(), 'london-west')
  const projectId = await makeProject(db(), { title: 'Secondary Subject Leadership', slug: 'leadership' })
  await makeOffer(db(), hub.id, projectId, { slug: 'leadership' })
  staff = await makePerson(db(), 'Stella Staff')
  await grant(db(), staff.id, 'hub_administrator', { hub_id: hub.id })
  staffToken = await signedInAs(db(), staff.id)
  const outside = await makePerson(db(), 'Otto Outside')
  await grant(db(), outside.id, 'hub_lead', { hub_id: (await makeHub(db())).id })
  outsideToken = await signedInAs(db(), outside.id)
})
after(async () => {
  await app.close()
  await here.release()
})

const guarded = routes.filter(({ access }) => access.sentence !== 'everyone' && !access.purpose)
const urlOf = (path: string) => addressWith(path, { hub: 'london-west' }).url

describe('methods', () => {
  test('HEAD opens no door that is closed to GET', async () => {
    for (const { path } of guarded.filter(({ method }) => method === 'GET')) {
      const { statusCode, body } = await ask({ method: 'HEAD', url: urlOf(path) })
      assert.ok(statusCode === 302 || statusCode === 404, `${path} ${statusCode}`)
      assert.equal(body, '')
    }
  })

  test('no other method is known anywhere, and no other site is let in by an answer', async () => {
    for (const { path } of guarded)
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const) {
        const headers = {
          ...cookieOf(staffToken),
          origin: `https://${forged}`,
          'access-control-request-method': 'POST',
        }
        const answer = await ask({ method, url: urlOf(path), headers })
        assert.ok([403, 404].includes(answer.statusCode), `${method} ${path} ${answer.statusCode}`)
        assert.deepEqual(
          Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
          [],
        )
      }
  })

  test('a POST is not made of a GET by a header or a field that says so', async () => {
    const { rows } = await here.installation.connections.pool.query(
      'select count(*)::int as n from signed_in_sessions where revoked_at is null',
    )
    for (const headers of [{ 'x-http-method-override': 'POST' }, { 'x-method-override': 'POST' }])
      await ask({ url: '/sign-out?_method=POST', headers: { ...headers, ...cookieOf(staffToken) } })
    const after = await here.installation.connections.pool.query(
      'select count(*)::int as n from signed_in_sessions where revoked_at is null',
    )
    assert.deepEqual(after.rows, rows)
  })
})

describe('names that a request gives our site', () => {
  const names = {
    host: forged,
    'x-forwarded-host': forged,
    'x-original-host': forged,
    forwarded: `host=${forged}`,
    'x-forwarded-proto': 'http',
  }

  test('stand in no mail', async () => {
    await ask({
      method: 'POST',
      url: '/sign-in',
      headers: { ...names, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `email=${staff.address}`,
    })
    await mailSignIn(here.system(), { id: newId(), email: staff.address, to: '/' })
    const mails = await db().selectFrom('messages').selectAll().execute()
    assert.ok(mails.length > 0)
    assert.ok(!JSON.stringify(mails).includes(forged))
    assert.match(mails[0]?.body_text ?? '', /https:\/\/hubs\.example\/sign-in\/link\//)
  })

  test('stand in no page, no redirect, and not in what is kept for the next', async () => {
    for (const url of [
      '/',
      '/hubs',
      '/hubs/london-west/offers/2021-22/leadership',
      '/hub/london-west',
      '/account',
      '/api/openapi.json',
      '/nowhere',
    ]) {
      const answer = await ask({ url, headers: names })
      assert.ok(!answer.body.includes(forged), url)
      assert.ok(!JSON.stringify(answer.headers).includes(forged), url)
      assert.ok(!(await ask({ url })).body.includes(forged), url)
    }
  })

  test('open no form to a site of that name', async () => {
    const send = (headers: Record<string, string>) =>
      app
        .inject({ method: 'POST', url: '/sign-out', headers: { ...cookieOf(staffToken), ...headers } })
        .then(({ statusCode }) => statusCode)
    assert.equal(await send({ origin: 'null' }), 403)
    assert.equal(await send({ origin: '' }), 403)
    assert.equal(await send({}), 403)
    assert.equal(await send({ origin: `https://${forged}` }), 403)
    assert.equal(await send({ origin: `https://hubs.example.${forged}` }), 403)
    assert.equal(await send({ origin: baseUrl, 'sec-fetch-site': 'cross-site' }), 403)
    assert.equal(await send({ origin: baseUrl, 'sec-fetch-site': 'same-site' }), 403)
    assert.equal(await send({ origin: baseUrl, 'sec-fetch-site': 'nonsense' }), 403)
  })
})

describe('cookies', () => {
  const isIn = async (cookie: string) => (await ask({ url: '/account', headers: { cookie } })).statusCode === 200
  const name = sessionCookieOf(baseUrl)

  test('one set by a neighbouring site is not looked at', async () => {
    assert.equal(name, `__Host-${sessionCookie}`)
    assert.ok(await isIn(`${name}=${staffToken}`))
    assert.ok(!(await isIn(`${sessionCookie}=${staffToken}`)))
    const both = await ask({
      url: '/account',
      headers: { cookie: `${sessionCookie}=${outsideToken}; ${name}=${staffToken}` },
    })
    assert.match(both.body, /Stella Staff/)
  })

  test('signing in gives a new one, whatever the browser came with', async () => {
    const fixed = newId()
    const at = visitor(app, new Map([[name, fixed]]))
    await mailSignIn(here.system(), { id: newId(), email: staff.address, to: '/' })
    const mail = await db()
      .selectFrom('messages')
      .select('body_text')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await at.post(new URL(/https:\S+\/sign-in\/link\/\S+/.exec(mail.body_text)?.[0] ?? '').pathname)
    const given = at.cookies.get(name) ?? ''
    assert.notEqual(given, fixed)
    assert.ok(await isIn(`${name}=${given}`))
    assert.ok(!(await isIn(`${name}=${fixed}`)))
    await at.post('/sign-out')
    assert.ok(!(await isIn(`${name}=${given}`)), 'what was signed out opens nothing')
  })

  test('of another installation, empty, endless or of another kind opens nothing', async () => {
    for (const token of [
      '',
      'x'.repeat(5000),
      newId(),
      '%00',
      "' or 1=1 --",
      '__proto__',
      `${staffToken}x`,
      staffToken.slice(1),
    ])
      assert.ok(!(await isIn(`${name}=${encodeURIComponent(token)}`)), token.slice(0, 20))
  })
})

describe('what is kept', () => {
  const page = '/hubs/london-west/offers/2021-22/leadership'

  test('a page of somebody signed in is kept for nobody, and none kept is shown to them', async () => {
    const mine = await ask({ url: page, headers: cookieOf(staffToken) })
    assert.match(mine.body, /Stella Staff/)
    assert.equal(mine.headers['cache-control'], 'private, no-store')
    const everybodys = await ask({ url: page })
    assert.doesNotMatch(everybodys.body, /Stella Staff/)
    assert.equal(everybodys.headers['cache-control'], 'no-cache')
    assert.equal(everybodys.headers['vary'], 'Cookie')
    assert.match((await ask({ url: page, headers: cookieOf(staffToken) })).body, /Stella Staff/)
  })

  test('no header, cookie or query of one visitor changes the page of the next', async () => {
    const plain = (await ask({ url: page })).body
    const mark = 'poison-7f3a'
    const odd = {
      'x-original-url': `/${mark}`,
      'x-rewrite-url': `/${mark}`,
      'accept-language': mark,
      'user-agent': mark,
      referer: `https://${mark}`,
      'x-forwarded-prefix': `/${mark}`,
      cookie: `${sessionCookie}=${mark}; theme=${mark}`,
    }
    await ask({ url: page, headers: odd })
    await ask({ url: `${page}?${mark}=${mark}`, headers: odd })
    assert.equal((await ask({ url: page })).body, plain)
  })

  test('what is not found, refused or led on says that nobody keeps it', async () => {
    for (const [url, headers] of [
      ['/nowhere', {}],
      ['/account', {}],
      ['/hub/london-west', cookieOf(outsideToken)],
      ['/hub/london-west/access', cookieOf(staffToken)],
      ['/status/none', {}],
      ['/api/v1/me', {}],
      ['/sign-in', {}],
    ] as const)
      assert.equal((await ask({ url, headers })).headers['cache-control'], 'private, no-store', url)
  })
})

describe('links', () => {
  test('send their address to no other site, and no frame holds a page of ours', async () => {
    const token = linkToken(here.installation.config, 'details', staff.id, 3)
    for (const url of [`/details/${token}`, '/', '/nowhere', '/hub/london-west', '/api/v1/hubs', '/assets/none']) {
      const { headers } = await ask({ url })
      assert.equal(headers['referrer-policy'], 'same-origin', url)
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, url)
      assert.equal(headers['x-frame-options'], 'SAMEORIGIN', url)
      assert.match(String(headers['strict-transport-security']), /max-age=31536000/, url)
    }
  })

  test('are never written into a log, whatever fails behind them', async () => {
    const lines: string[] = []
    const write = (details: object, message: string) => {
      const { err } = details as { err?: Error }
      lines.push(JSON.stringify(details), err?.message ?? '', err?.stack ?? '', message)
    }
    const log: Log = { info: write, warn: write, error: write }
    const gone = connect('postgres://127.0.0.1:1/none')
    const broken: Installation = { ...here.installation, log, connections: gone, reports: gone }
    const away = await createApp(broken)
    for (const { path, access } of routes.filter((route) => route.access.purpose && route.method === 'GET')) {
      const token = linkToken(here.installation.config, access.purpose ?? 'status', newId(), 3)
      const { statusCode } = await away.inject({ url: addressWith(path, { token }).url })
      assert.equal(statusCode, 503, path)
      assert.ok(!lines.join('\n').includes(token), path)
    }
    assert.ok(lines.length > 10)
    await away.inject({ url: '/account', headers: cookieOf(staffToken) })
    assert.ok(!lines.join('\n').includes(staffToken))
    await away.close()
    await gone.end()
  })
})

describe('paths', () => {
  const ways = [
    '/hub/london-west/groups/',
    '//hub/london-west/groups',
    '/HUB/london-west/groups',
    '/hub/LONDON-WEST/groups',
    '/hub%2Flondon-west/groups',
    '/hub/london-west%2Fgroups',
    '/hub/./london-west/groups',
    '/hub/x/../london-west/groups',
    '/hub/x/%2e%2e/london-west/groups',
    '/hub/london-west/groups;x=1',
    '/hub/london-west/groups%00',
    '/hub/london-west/groups%20',
    '/%68ub/london-west/groups',
    '/hub/london%2Dwest/groups',
    '/hub/london-west\\groups',
    '/hub/london-west/groups.json',
    '/hub/london-west/groups/%2e',
    '/api/../hub/london-west/groups',
    '/assets/../hub/london-west/groups',
    '/hubs/../hub/london-west/groups',
  ]

  test('another way of writing an address opens it to nobody else', async () => {
    for (const url of ways) {
      for (const headers of [{}, cookieOf(outsideToken)]) {
        const { statusCode } = await ask({ url, headers })
        assert.ok([301, 302, 303, 400, 404].includes(statusCode), `${url} ${statusCode}`)
      }
      assert.ok((await ask({ url, headers: cookieOf(staffToken) })).statusCode < 500, url)
    }
  })
})

describe('forms', () => {
  test('a field that the form does not have says nothing, whatever it is called', async () => {
    const { rows: before } = await here.installation.connections.pool.query(
      'select person_id, role, hub_id from roles order by id',
    )
    const other = await makePerson(db(), 'Ursula Untouched')
    const more = {
      id: other.id,
      person: other.id,
      personId: other.id,
      person_id: other.id,
      role: 'national_team',
      roles: 'national_team',
      'roles[]': 'national_team',
      hub: 'elsewhere',
      hubId: newId(),
      status: 'erased',
      erased_at: '2021-01-01',
      confirmed_at: '2021-01-01',
      __proto__: 'x',
    }
    for (const [url, fields] of [
      ['/account/details/name', { name: 'Stella Renamed' }],
      ['/account/details/telephone', { telephone: '01206 489933' }],
      ['/account/details/needs', { needs: 'A ramp' }],
    ] as const) {
      const payload = new URLSearchParams({ ...fields, ...more }).toString()
      const headers = { ...cookieOf(staffToken), 'content-type': 'application/x-www-form-urlencoded' }
      const { statusCode } = await ask({ method: 'POST', url, headers, payload })
      assert.ok(statusCode === 303 || statusCode === 422, `${url} ${statusCode}`)
    }
    const people = await db()
      .selectFrom('people')
      .select(['id', 'name', 'telephone', 'erased_at'])
      .where('id', 'in', [staff.id, other.id])
      .execute()
    const untouched = people.find(({ id }) => id === other.id)
    assert.deepEqual([untouched?.name, untouched?.telephone, untouched?.erased_at], ['Ursula Untouched', null, null])
    const own = people.find(({ id }) => id === staff.id)
    assert.deepEqual([own?.name, own?.telephone, own?.erased_at], ['Stella Renamed', '01206 489933', null])
    const { rows: after } = await here.installation.connections.pool.query(
      'select person_id, role, hub_id from roles order by id',
    )
    assert.deepEqual(after, before)
  })
})

describe('programs', () => {
  test('a token is worth no more than its holder, and nothing when the part it was made for has ended', async () => {
    const person = await makePerson(db())
    await grant(db(), person.id, 'hub_administrator', { hub_id: hub.id })
    const maker = { ...actorWith(person.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }) }
    const token = await makeToken(here.as(maker), { name: 'a program', scopes: ['interest:read'], days: 5 })
    const read = async (url: string) =>
      (await app.inject({ url, headers: { authorization: `Bearer ${token}` } })).statusCode
    const own = '/api/v1/hub/london-west/interest'
    assert.equal(await read(own), 200)
    assert.equal(await read('/hub/london-west'), 302, 'it opens no page')
    await db()
      .updateTable('roles')
      .set({ to_on: Temporal.PlainDate.from('2021-10-01') })
      .where('person_id', '=', person.id)
      .execute()
    assert.equal(await read(own), 401)
    assert.equal(await read('/api/v1/hubs'), 401)
  })
})

describe('connections', () => {
  test('none is turned into another kind', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connectSocket(port, '127.0.0.1', () => {
        socket.write(
          'GET /hub/london-west HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
        )
      })
      let heard = ''
      socket.on('data', (bytes) => {
        heard += String(bytes)
        if (heard.includes('\r\n\r\n')) socket.destroy()
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', reject)
      socket.setTimeout(5000, () => socket.destroy())
    })
    assert.match(said, /^HTTP\/1\.1 302/)
  })
})
