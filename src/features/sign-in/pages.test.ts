import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { type Visitor, visitor } from '../../../test/support/visitor.ts'
import { createApp } from '../../app.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { identify } from './access.ts'
import { mailSignIn } from './actions/request-sign-in.ts'

let here: TestInstallation
let app: FastifyInstance
let second: FastifyInstance
let person: Awaited<ReturnType<typeof makePerson>>
const db = () => here.installation.connections.kysely

before(async () => {
  here = await testInstallation({ mostWrites: 60 })
  app = await createApp(here.installation)
  second = await createApp(here.installation)
})
beforeEach(async () => {
  person = await makePerson(db())
  await db().deleteFrom('tries').execute()
  await here.installation.connections.pool.query(`delete from graphile_worker._private_jobs`)
})
after(async () => {
  await app.close()
  await second.close()
  await here.release()
})

/** What the worker does with what was asked for, and the mail that comes of it. */
const mailsWritten = async () => {
  const { rows } = await here.installation.connections.pool.query<{
    payload: { id: string; email: string; to: string }
  }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'mail-sign-in' returning j.payload`,
  )
  for (const { payload } of rows) await mailSignIn(here.system(), payload)
  const mails = await db().selectFrom('messages').selectAll().orderBy('created_at').orderBy('id').execute()
  const last = mails.at(-1)
  return {
    requests: rows.map(({ payload }) => payload.email),
    to: last?.to_address,
    link: new URL(/http\S+\/sign-in\/link\/\S+/.exec(last?.body_text ?? '')?.[0] ?? 'http://none.example'),
    code: /(\d{6}) is your/.exec(last?.subject ?? '')?.[1] ?? '',
  }
}

const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`
const whoIs = async (at: Visitor) => {
  const actor = await identify(here.visitor(), at.cookies.get(sessionCookie) ?? '')
  return actor.kind === 'person' ? actor.personId : actor.kind
}

describe('asking for a mail', () => {
  test('is answered alike for an address that is known and for one that is not', async () => {
    const answers = []
    for (const email of [person.address, 'nobody@elsewhere.example']) {
      const at = visitor(app)
      const asked = await at.post('/sign-in', { email })
      const code = await at.get('/sign-in/code')
      const wrong = await at.post('/sign-in/code', { email, code: '000000' })
      answers.push(
        [asked, code, wrong].map(({ statusCode, headers, body }) => ({
          statusCode,
          location: headers.location,
          body: body.replaceAll(email, 'ADDRESS'),
        })),
      )
    }
    assert.deepEqual(answers[0], answers[1])
    assert.deepEqual((await mailsWritten()).requests.sort(), ['nobody@elsewhere.example', person.address].sort())
  })

  test('puts no address into the address line', async () => {
    const at = visitor(app)
    const asked = await at.post('/sign-in', { email: person.address, to: '/my' })
    assert.equal(asked.statusCode, 303)
    assert.equal(asked.headers.location, '/sign-in/code')
    assert.match((await at.get('/sign-in/code')).body, new RegExp(person.address))
  })

  test('says what to do when no mail comes', async () => {
    const at = visitor(app)
    await at.post('/sign-in', { email: person.address })
    assert.match((await at.get('/sign-in/code')).body, /What to do if no mail comes/)
  })

  test('leads where one wanted to go, on our own site only', async () => {
    const at = visitor(app)
    await at.post('/sign-in', { email: person.address, to: '/hubs?q=london' })
    const { link } = await mailsWritten()
    const signedIn = await visitor(app).post(link.pathname, { to: link.searchParams.get('to') ?? '' })
    assert.equal(signedIn.headers.location, '/hubs?q=london')
    for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', '/sign-out', 'x']) {
      await at.post('/sign-in', { email: person.address, to })
      const next = await mailsWritten()
      assert.equal(next.link.searchParams.get('to'), '/', to)
      const done = await visitor(app).post(next.link.pathname, { to })
      assert.equal(done.headers.location, '/', to)
      await db().deleteFrom('tries').execute()
    }
  })
})

describe('a link in a mail', () => {
  test('is opened by any number of scanners, and then still signs its owner in', async () => {
    await visitor(app).post('/sign-in', { email: person.address })
    const { link } = await mailsWritten()
    for (let time = 0; time < 5; time += 1) {
      const scanner = visitor(app)
      assert.equal((await scanner.head(pathOf(link))).statusCode, 200)
      assert.equal((await scanner.get(pathOf(link))).statusCode, 200)
      assert.equal(scanner.cookies.has(sessionCookie), false)
    }
    const owner = visitor(app)
    assert.equal((await owner.post(link.pathname)).statusCode, 303)
    assert.equal(await whoIs(owner), person.id)
  })

  test('signs in on another device than the one that asked', async () => {
    await visitor(app).post('/sign-in', { email: person.address })
    const { link } = await mailsWritten()
    const phone = visitor(app)
    await phone.post(link.pathname, {}, { 'user-agent': 'Mozilla/5.0 (iPhone) Version/17.5 Safari/604.1' })
    assert.equal(await whoIs(phone), person.id)
    assert.match((await phone.get('/account/sessions')).body, /Safari on iPhone/)
  })
})

describe('a code', () => {
  test('signs in on a device that has never asked', async () => {
    await visitor(app).post('/sign-in', { email: person.address })
    const { code } = await mailsWritten()
    const other = visitor(app)
    assert.match((await other.get('/sign-in/code')).body, /Type your code/)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    assert.equal((await other.post('/sign-in/code', { email: person.address, code: spaced })).statusCode, 303)
    assert.equal(await whoIs(other), person.id)
  })

  test('is no longer taken after ten tries for its address, whoever makes them and through whichever process', async () => {
    await visitor(app).post('/sign-in', { email: person.address })
    const statuses: number[] = []
    for (let time = 0; time < 12; time += 1) {
      const process = time % 2 ? app : second
      const from = { 'x-forwarded-for': `192.0.2.${time}` }
      const { statusCode } = await visitor(process).post(
        '/sign-in/code',
        { email: person.address, code: '000000' },
        from,
      )
      statuses.push(statusCode)
    }
    assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429, 429])
  })

  test('tried for an address that is not known is counted in the same way', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1)
      statuses.push(
        (await visitor(app).post('/sign-in/code', { email: 'nobody@elsewhere.example', code: '000000' })).statusCode,
      )
    assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
  })
})

describe('limits', () => {
  const ask = (email: string, from: string) => visitor(app).post('/sign-in', { email }, { 'x-forwarded-for': from })

  test('six mails an hour for one address, known or not, with a sentence and the time to wait', async () => {
    for (const email of [person.address, 'nobody@elsewhere.example']) {
      for (let time = 0; time < 6; time += 1) assert.equal((await ask(email, `192.0.2.${time}`)).statusCode, 303)
      const refused = await ask(email, '192.0.2.99')
      assert.equal(refused.statusCode, 429)
      assert.match(refused.body, /Six mails have been asked for/)
      assert.ok(Number(refused.headers['retry-after']) > 3500)
    }
    assert.equal((await mailsWritten()).requests.length, 12)
  })

  test('tries of any kind from one place, for known and unknown addresses together; another place goes on', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 32; time += 1)
      statuses.push((await ask(`p${time}@school.example`, '192.0.2.1')).statusCode)
    assert.deepEqual(statuses, [...Array<number>(30).fill(303), 429, 429])
    const code = { email: person.address, code: '000000' }
    const there = { 'x-forwarded-for': '192.0.2.1' }
    assert.equal((await visitor(app).post('/sign-in/code', code, there)).statusCode, 429)
    assert.equal((await visitor(second).post('/sign-in/passkey', {}, there)).statusCode, 429)
    assert.equal((await visitor(app).post('/sign-in/link/none', {}, there)).statusCode, 429)
    assert.equal((await ask(person.address, '192.0.2.2')).statusCode, 303)
  })

  test('nobody passes for another place by saying so, unless a proxy of ours says it', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 32; time += 1) {
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/sign-in',
        remoteAddress: '198.51.100.7',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `192.0.2.${time}` },
        payload: `email=q${time}%40school.example`,
      })
      statuses.push(statusCode)
    }
    assert.deepEqual(statuses.slice(-2), [429, 429])
  })
})

describe('one’s own sessions', () => {
  const enter = async () => {
    await visitor(app).post('/sign-in', { email: person.address })
    const { link } = await mailsWritten()
    const at = visitor(app)
    await at.post(link.pathname)
    return at
  }

  test('are listed and ended one by one, or all at once', async () => {
    const [desk, phone] = [await enter(), await enter()]
    const ids = [...(await desk.get('/account/sessions')).body.matchAll(/name="id" value="([^"]+)"/g)].map(
      ([, id]) => id,
    )
    assert.equal(ids.length, 1)
    await desk.post('/account/sessions/end', { id: ids[0] ?? '' })
    assert.equal(await whoIs(phone), 'visitor')
    assert.equal(await whoIs(desk), person.id)
    const third = await enter()
    const left = await third.post('/account/sessions/end-all')
    assert.equal(left.headers.location, '/sign-in')
    assert.equal(third.cookies.has(sessionCookie), false)
    assert.equal(await whoIs(desk), 'visitor')
  })
})
