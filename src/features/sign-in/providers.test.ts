import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { startProvider, type TestProvider } from '../../../test/support/provider.ts'
import { makePerson } from '../../../test/support/records.ts'
import { visitor } from '../../../test/support/visitor.ts'
import { createApp } from '../../app.ts'
import { transaction } from '../../platform/context.ts'
import { historyOf } from '../../platform/history.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { identify } from './access.ts'
import { beginSession } from './actions/begin-session.ts'
import { visitCookie } from './pages/begin.ts'

const baseUrl = 'http://hubs.example'
let here: TestInstallation
let app: FastifyInstance
let school: TestProvider
let ministry: TestProvider
let person: Awaited<ReturnType<typeof makePerson>>

const db = () => here.installation.connections.kysely

const unused = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createServer()
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

before(async () => {
  school = await startProvider('school', baseUrl)
  ministry = await startProvider('ministry', baseUrl)
  const gone = { ...school.setting, key: 'gone', name: 'Provider gone', issuer: `http://127.0.0.1:${await unused()}` }
  here = await testInstallation({ baseUrl, providers: [school.setting, ministry.setting, gone] })
  app = await createApp(here.installation)
})
beforeEach(async () => {
  person = await makePerson(db())
  await db().deleteFrom('tries').execute()
})
after(async () => {
  await app.close()
  await here.release()
  await Promise.all([school.close(), ministry.close()])
})

/** A browser, with who it is signed in as. */
const browser = (cookies?: Map<string, string>) => {
  const at = visitor(app, cookies)
  return { ...at, actor: () => identify(here.visitor(), at.cookies.get(sessionCookie) ?? '') }
}
type Browser = ReturnType<typeof browser>

const pathOf = (url: URL): string => `${url.pathname}${url.search}`

/** There and back; gives the address the provider sent the browser back to, not yet opened. */
const thereAndBack = async (
  at: Browser,
  provider: TestProvider,
  start = `/sign-in/with/${provider.setting.key}?to=/my`,
) => {
  const going = await at.get(start)
  assert.equal(going.statusCode, 303, going.body)
  return pathOf(await provider.walk(String(going.headers.location)))
}

const linksOf = (personId: string) =>
  db().selectFrom('provider_accounts').selectAll().where('person_id', '=', personId).execute()
const countOfPeople = async () =>
  (
    await db()
      .selectFrom('people')
      .select((s) => s.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const signedInBrowser = async (): Promise<Browser> => {
  const at = browser()
  const session = await transaction(here.visitor(), (tx) => beginSession(tx, person.id, null))
  at.cookies.set(sessionCookie, session.token)
  return at
}

describe('signing in through a provider', () => {
  test('a verified address that is known here signs in, is linked by its subject, and leads where one wanted to go', async () => {
    school.admit({ subject: 'first-time', email: person.address.toUpperCase(), isVerified: true })
    const at = browser()
    const done = await at.get(await thereAndBack(at, school))
    assert.equal(done.statusCode, 303, done.body)
    assert.equal(done.headers.location, '/my')
    const actor = await at.actor()
    assert.equal(actor.kind === 'person' && actor.personId, person.id)
    assert.deepEqual(
      (await linksOf(person.id)).map(({ subject, issuer }) => [subject, issuer]),
      [['first-time', school.setting.issuer]],
    )
    assert.equal(at.cookies.has(visitCookie), false)
    const history = await historyOf(db(), { type: 'person', id: person.id })
    assert.deepEqual(history.map(({ name }) => name).sort(), ['person.signed-in', 'provider-account.linked'])
    const mail = await db().selectFrom('messages').select('subject').where('to_address', '=', person.address).execute()
    assert.match(mail[0]?.subject ?? '', /was added to your Tessellate account/)
  })

  test('once linked it is the subject that counts, whatever has become of the address', async () => {
    school.admit({ subject: 'stays', email: person.address, isVerified: true })
    const first = browser()
    await first.get(await thereAndBack(first, school))
    school.admit({ subject: 'stays', email: 'new-name@elsewhere.example', isVerified: false })
    const later = browser()
    await later.get(await thereAndBack(later, school))
    const actor = await later.actor()
    assert.equal(actor.kind === 'person' && actor.personId, person.id)
  })

  test('two providers do not mix: the same subject at the other is somebody else', async () => {
    school.admit({ subject: 'number-7', email: person.address, isVerified: true })
    const first = browser()
    await first.get(await thereAndBack(first, school))
    ministry.admit({ subject: 'number-7', email: 'nobody@ministry.example', isVerified: true })
    const other = browser()
    const done = await other.get(await thereAndBack(other, ministry))
    assert.equal(done.statusCode, 403)
    assert.equal((await other.actor()).kind, 'visitor')
    ministry.admit({ subject: 'number-8', email: person.address, isVerified: true })
    const both = browser()
    await both.get(await thereAndBack(both, ministry))
    assert.equal((await both.actor()).kind, 'person')
    assert.equal((await linksOf(person.id)).length, 2)
  })

  test('an address that is not verified, one not known here and none at all get the same page, and nobody is made known', async () => {
    const before = await countOfPeople()
    const bodies: string[] = []
    const somebodies = [
      { subject: 'unverified', email: person.address, isVerified: false },
      { subject: 'unsaid', email: person.address },
      { subject: 'unknown', email: 'nobody@elsewhere.example', isVerified: true },
      { subject: 'silent' },
    ]
    for (const somebody of somebodies) {
      school.admit(somebody)
      const at = browser()
      const done = await at.get(await thereAndBack(at, school))
      assert.equal(done.statusCode, 403)
      assert.equal((await at.actor()).kind, 'visitor')
      bodies.push(done.body)
    }
    assert.equal(new Set(bodies).size, 1)
    assert.match(bodies[0] ?? '', /We do not know this account yet/)
    assert.equal(await countOfPeople(), before)
    assert.deepEqual(await linksOf(person.id), [])
  })

  test('an address given to somebody else at the provider does not open the account of who had it before', async () => {
    school.admit({ subject: 'had-it-first', email: person.address, isVerified: true })
    const first = browser()
    await first.get(await thereAndBack(first, school))
    school.admit({ subject: 'has-it-now', email: person.address, isVerified: true })
    const second = browser()
    const done = await second.get(await thereAndBack(second, school))
    assert.equal(done.statusCode, 403)
    assert.equal((await second.actor()).kind, 'visitor')
  })

  test('who turns back at the provider is not signed in, and is told how to go on', async () => {
    school.admit(null)
    const at = browser()
    const done = await at.get(await thereAndBack(at, school))
    assert.equal(done.statusCode, 403)
    assert.match(done.body, /Start again/)
  })

  test('only paths of our own are gone on to', async () => {
    school.admit({ subject: 'wanderer', email: person.address, isVerified: true })
    const at = browser()
    const back = await thereAndBack(at, school, '/sign-in/with/school?to=//elsewhere.example/x')
    assert.equal((await at.get(back)).headers.location, '/')
  })

  test('a person who was erased is not signed in any more', async () => {
    school.admit({ subject: 'erased', email: person.address, isVerified: true })
    const first = browser()
    await first.get(await thereAndBack(first, school))
    await db().updateTable('people').set({ erased_at: here.visitor().now }).where('id', '=', person.id).execute()
    const later = browser()
    assert.equal((await later.get(await thereAndBack(later, school))).statusCode, 403)
  })
})

describe('what is not a way that was begun here', () => {
  beforeEach(() => school.admit({ subject: `s-${person.id}`, email: person.address, isVerified: true }))

  const refused = async (at: Browser, back: string) => {
    const done = await at.get(back)
    assert.equal(done.statusCode, 403, done.body)
    assert.equal((await at.actor()).kind, 'visitor')
  }

  test('another state is refused', async () => {
    const at = browser()
    const back = new URL(await thereAndBack(at, school), baseUrl)
    back.searchParams.set('state', 'x'.repeat(43))
    await refused(at, pathOf(back))
  })

  test('no state is refused', async () => {
    const at = browser()
    const back = new URL(await thereAndBack(at, school), baseUrl)
    back.searchParams.delete('state')
    await refused(at, pathOf(back))
  })

  test('an answer sent on to another browser is refused there, and to one that has begun its own way', async () => {
    const at = browser()
    const back = await thereAndBack(at, school)
    await refused(browser(), back)
    const other = browser()
    await thereAndBack(other, school)
    await refused(other, back)
  })

  test('the same answer counts once', async () => {
    const at = browser()
    const back = await thereAndBack(at, school)
    const cookies = new Map(at.cookies)
    assert.equal((await at.get(back)).statusCode, 303)
    await refused(browser(cookies), back)
  })

  test('a code that has been used at the provider is refused, though the way is new', async () => {
    const first = browser()
    const used = new URL(await thereAndBack(first, school), baseUrl)
    assert.equal((await first.get(pathOf(used))).statusCode, 303)
    const second = browser()
    const back = new URL(await thereAndBack(second, school), baseUrl)
    back.searchParams.set('code', used.searchParams.get('code') ?? '')
    await refused(second, pathOf(back))
  })

  test('the answer of one provider is not taken for another’s', async () => {
    const at = browser()
    const back = await thereAndBack(at, school)
    await refused(at, back.replace('/with/school/', '/with/ministry/'))
  })

  test('a way that has taken too long is over', async () => {
    const at = browser()
    const back = await thereAndBack(at, school)
    await db().updateTable('provider_visits').set({ expires_at: Temporal.Now.instant() }).execute()
    await refused(at, back)
  })

  test('nothing of what is kept lets a reader of the table come back in the browser’s stead', async () => {
    const at = browser()
    await thereAndBack(at, school)
    const kept = JSON.stringify(await db().selectFrom('provider_visits').selectAll().execute())
    assert.ok(!kept.includes(at.cookies.get(visitCookie) ?? 'none'))
  })
})

describe('a provider that is down', () => {
  test('is told of in a sentence, with the other way, and the rest of the site goes on', async () => {
    const at = browser()
    const answer = await at.get('/sign-in/with/gone')
    assert.equal(answer.statusCode, 503)
    assert.equal(answer.headers['retry-after'], '60')
    assert.match(answer.body, /Provider gone does not answer/)
    assert.match(answer.body, /sign in by mail/)
    assert.equal((await at.get('/sign-in')).statusCode, 200)
  })

  test('is used again as soon as it answers', async () => {
    const late = await startProvider('late', baseUrl)
    const port = new URL(late.setting.issuer).port
    await late.close()
    const config = { ...here.installation.config, providers: [late.setting] }
    const other = await createApp({ ...here.installation, config })
    try {
      const before = await other.inject({ method: 'GET', url: '/sign-in/with/late' })
      assert.equal(before.statusCode, 503)
      const { createServer: createHttp } = await import('node:http')
      const issuer = late.setting.issuer
      const server = createHttp((_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(
          JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/t` }),
        )
      })
      await new Promise<void>((resolve) => {
        server.listen(Number(port), '127.0.0.1', resolve)
      })
      const after = await other.inject({ method: 'GET', url: '/sign-in/with/late' })
      assert.equal(after.statusCode, 303)
      server.close()
      server.closeAllConnections()
    } finally {
      await other.close()
    }
  })

  test('on the way back nobody is signed in, and may try again', async () => {
    const short = await startProvider('short', baseUrl)
    const config = { ...here.installation.config, providers: [short.setting] }
    const other = await createApp({ ...here.installation, config })
    try {
      short.admit({ subject: 'one', email: person.address, isVerified: true })
      const going = await other.inject({ method: 'GET', url: '/sign-in/with/short' })
      const back = pathOf(await short.walk(String(going.headers.location)))
      await short.close()
      const cookie = going.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const done = await other.inject({ method: 'GET', url: back, headers: { cookie } })
      assert.equal(done.statusCode, 503)
    } finally {
      await other.close()
    }
  })
})

describe('linking an account of one’s own', () => {
  const path = '/account/sign-in/with/school'

  test('is said on a page of ours, and undone there', async () => {
    school.admit({ subject: 'linked-later', email: 'other-address@school.example', isVerified: false })
    const at = await signedInBrowser()
    const back = await at.get(await thereAndBack(at, school, path))
    assert.equal(back.headers.location, '/account/sign-in/link')
    assert.deepEqual(await linksOf(person.id), [])
    assert.match((await at.get('/account/sign-in/link')).body, /other-address@school\.example/)
    assert.equal((await at.post('/account/sign-in/link')).headers.location, '/account/sign-in?said=linked')
    const [link] = await linksOf(person.id)
    assert.equal(link?.subject, 'linked-later')
    const other = browser()
    await other.get(await thereAndBack(other, school))
    assert.equal((await other.actor()).kind, 'person')
    assert.match((await at.get('/account/sign-in')).body, /Provider school/)
    await at.post('/account/sign-in/unlink', { id: link?.id ?? '' })
    assert.deepEqual(await linksOf(person.id), [])
    const names = (await historyOf(db(), { type: 'person', id: person.id })).map(({ name }) => name)
    assert.deepEqual(names.filter((name) => name.startsWith('provider')).sort(), [
      'provider-account.linked',
      'provider-account.unlinked',
    ])
  })

  test('an account that is somebody’s already is not linked to another', async () => {
    school.admit({ subject: 'taken', email: person.address, isVerified: true })
    const owner = browser()
    await owner.get(await thereAndBack(owner, school))
    person = await makePerson(db())
    const at = await signedInBrowser()
    await at.get(await thereAndBack(at, school, path))
    assert.equal((await at.post('/account/sign-in/link')).headers.location, '/account/sign-in?said=taken')
    assert.deepEqual(await linksOf(person.id), [])
  })

  test('what one person began, another who has signed in meanwhile does not finish', async () => {
    school.admit({ subject: 'meant-for-the-first', email: 'x@school.example', isVerified: true })
    const at = await signedInBrowser()
    const back = await thereAndBack(at, school, path)
    person = await makePerson(db())
    at.cookies.set(sessionCookie, (await signedInBrowser()).cookies.get(sessionCookie) ?? '')
    assert.equal((await at.get(back)).statusCode, 403)
    assert.equal((await at.post('/account/sign-in/link')).headers.location, '/account/sign-in?said=over')
  })

  test('nobody unlinks another’s account', async () => {
    school.admit({ subject: 'mine', email: person.address, isVerified: true })
    const owner = browser()
    await owner.get(await thereAndBack(owner, school))
    const [link] = await linksOf(person.id)
    const mine = person.id
    person = await makePerson(db())
    await (await signedInBrowser()).post('/account/sign-in/unlink', { id: link?.id ?? '' })
    assert.equal((await linksOf(mine)).length, 1)
  })
})
