import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { machineClock } from '../../platform/clock.ts'
import { requestSignIn } from './actions/request-sign-in.ts'
import { signInAsCast, signInWithCode, signInWithLink, signOut } from './actions/sign-in.ts'
import { actorOfSession } from './queries.ts'

let here: TestInstallation
let person: Awaited<ReturnType<typeof makePerson>>
before(async () => {
  here = await testInstallation()
})
beforeEach(async () => {
  person = await makePerson(here.installation.connections.kysely)
})
after(() => here.release())

const lastMail = async (address: string) =>
  here.installation.connections.kysely
    .selectFrom('messages')
    .selectAll()
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()

const ask = async (address = person.address) => {
  await requestSignIn(here.visitor(), { email: address, to: '/' })
  const mail = await lastMail(address)
  return {
    token: /sign-in\/link\/([\w-]+)/.exec(mail?.body_text ?? '')?.[1] ?? '',
    code: /(\d{6}) is your/.exec(mail?.subject ?? '')?.[1] ?? '',
  }
}

test('a mailed link signs in once, and a second press does not', async () => {
  const { token } = await ask()
  const first = await signInWithLink(here.visitor(), { token, device: null })
  assert.ok(first)
  const actor = await actorOfSession(
    here.installation.connections.kysely,
    first.token,
    machineClock.now(),
    here.visitor().today,
  )
  assert.equal(actor.kind === 'person' && actor.personId, person.id)
  assert.equal(await signInWithLink(here.visitor(), { token, device: null }), null)
})

test('of many who press the same link at once, one signs in', async () => {
  const { token } = await ask()
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => signInWithLink(here.visitor(), { token, device: null })),
  )
  assert.equal(tries.filter(Boolean).length, 1)
})

test('the code typed on another device signs in', async () => {
  const { code } = await ask()
  assert.ok(await signInWithCode(here.visitor(), { email: person.address, code, device: null }))
})

test('after five wrong codes even the right one is refused', async () => {
  const { code } = await ask()
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i += 1)
    assert.equal(await signInWithCode(here.visitor(), { email: person.address, code: wrong, device: null }), null)
  assert.equal(await signInWithCode(here.visitor(), { email: person.address, code, device: null }), null)
})

test('wrong codes tried at once are counted too', async () => {
  const { code } = await ask()
  const wrong = code === '000000' ? '000001' : '000000'
  await Promise.all(
    Array.from({ length: 12 }, () =>
      signInWithCode(here.visitor(), { email: person.address, code: wrong, device: null }),
    ),
  )
  assert.equal(await signInWithCode(here.visitor(), { email: person.address, code, device: null }), null)
})

test('an unknown address gets a useful mail, once an hour', async () => {
  await requestSignIn(here.visitor(), { email: 'nobody@elsewhere.example', to: '/' })
  await requestSignIn(here.visitor(), { email: 'nobody@elsewhere.example', to: '/' })
  const mail = await here.installation.connections.kysely
    .selectFrom('messages')
    .selectAll()
    .where('to_address', '=', 'nobody@elsewhere.example')
    .execute()
  assert.equal(mail.length, 1)
  assert.match(mail[0]?.subject ?? '', /not known/)
})

test('nobody is mailed more than six links in an hour', async () => {
  for (let i = 0; i < 8; i += 1) await requestSignIn(here.visitor(), { email: person.address, to: '/' })
  const mail = await here.installation.connections.kysely
    .selectFrom('messages')
    .selectAll()
    .where('to_address', '=', person.address)
    .execute()
  assert.equal(mail.length, 6)
})

test('signing out ends the session', async () => {
  const { token } = await ask()
  const session = await signInWithLink(here.visitor(), { token, device: null })
  assert.ok(session)
  const db = here.installation.connections.kysely
  const actor = await actorOfSession(db, session.token, machineClock.now(), here.visitor().today)
  await signOut(here.as(actor), session.token)
  assert.deepEqual(await actorOfSession(db, session.token, machineClock.now(), here.visitor().today), {
    kind: 'visitor',
  })
})

test('nobody signs in as the cast where there is none', async () => {
  await assert.rejects(signInAsCast(here.visitor(), { email: person.address, device: null }))
})
