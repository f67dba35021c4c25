import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { machineClock } from '../../platform/clock.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { identify } from './access.ts'
import { revokeSession, signOut, signOutEverywhere } from './actions/begin-session.ts'
import { forgetWhatIsOver, mailSignIn } from './actions/request-sign-in.ts'
import { signInAsCast, signInWithCode, signInWithLink } from './actions/sign-in.ts'
import { openSessions } from './queries.ts'

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
  await mailSignIn(here.visitor(), { id: newId(), email: address, to: '/' })
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
  const actor = await identify(here.visitor(), first.token)
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

test('a code signs in by whichever of its mails it came, and shows that the address it went to is read', async () => {
  const db = here.installation.connections.kysely
  await db.updateTable('email_addresses').set({ confirmed_at: null }).where('person_id', '=', person.id).execute()
  const first = await ask()
  await ask()
  assert.ok(await signInWithCode(here.visitor(), { email: person.address, code: first.code, device: null }))
  const address = await db
    .selectFrom('email_addresses')
    .select('confirmed_at')
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  assert.ok(address.confirmed_at)
})

const mailsTo = (address: string) =>
  here.installation.connections.kysely.selectFrom('messages').selectAll().where('to_address', '=', address).execute()

test('an unknown address gets a useful mail, once an hour', async () => {
  for (let time = 0; time < 2; time += 1)
    await mailSignIn(here.visitor(), { id: newId(), email: 'nobody@elsewhere.example', to: '/' })
  const mails = await mailsTo('nobody@elsewhere.example')
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.subject ?? '', /not known/)
})

test('the same request is mailed once, however often its job runs', async () => {
  const id = newId()
  for (let time = 0; time < 3; time += 1) await mailSignIn(here.visitor(), { id, email: person.address, to: '/' })
  assert.equal((await mailsTo(person.address)).length, 1)
})

const signedIn = async () => {
  const { token } = await ask()
  const session = await signInWithLink(here.visitor(), { token, device: 'Firefox on Windows' })
  assert.ok(session)
  return session.token
}

test('signing out ends the session', async () => {
  const token = await signedIn()
  await signOut(here.as(await identify(here.visitor(), token)), token)
  assert.deepEqual(await identify(here.visitor(), token), { kind: 'visitor' })
})

test('signing out everywhere ends every session of the person, and nobody else’s', async () => {
  const tokens = [await signedIn(), await signedIn()]
  const somebodyElse = await makePerson(here.installation.connections.kysely)
  const { token } = await ask(somebodyElse.address)
  const other = await signInWithLink(here.visitor(), { token, device: null })
  await signOutEverywhere(here.as(await identify(here.visitor(), tokens[0] ?? '')))
  for (const each of tokens) assert.equal((await identify(here.visitor(), each)).kind, 'visitor')
  assert.equal((await identify(here.visitor(), other?.token ?? '')).kind, 'person')
})

test('a session is ended by its owner and by nobody else', async () => {
  const db = here.installation.connections.kysely
  const token = await signedIn()
  const owner = await identify(here.visitor(), token)
  const [session] = await openSessions(db, person.id, machineClock.now())
  assert.equal(session?.device, 'Firefox on Windows')
  const stranger = await makePerson(db)
  await revokeSession(here.as(actorWith(stranger.id, 'national_team')), session?.id ?? '')
  assert.equal((await identify(here.visitor(), token)).kind, 'person')
  await revokeSession(here.as(owner), session?.id ?? '')
  assert.equal((await identify(here.visitor(), token)).kind, 'visitor')
})

test('when a session was last seen is known to the hour, and noted once in an hour', async () => {
  const db = here.installation.connections.kysely
  const token = await signedIn()
  const before = machineClock.now().subtract({ hours: 5 })
  await db.updateTable('signed_in_sessions').set({ last_seen_at: before }).where('person_id', '=', person.id).execute()
  await identify(here.visitor(), token)
  const [session] = await openSessions(db, person.id, machineClock.now())
  const seen = session?.last_seen_at
  assert.ok(seen && Temporal.Instant.compare(seen, before) > 0)
  assert.equal(seen.epochMilliseconds % 3_600_000, 0)
})

test('a role that ends is gone from the next request on, and an erased person is nobody', async () => {
  const db = here.installation.connections.kysely
  const token = await signedIn()
  const { today } = here.visitor()
  await db
    .insertInto('roles')
    .values({ id: newId(), person_id: person.id, role: 'national_team', from_on: today })
    .execute()
  const roles = async () => {
    const actor = await identify(here.visitor(), token)
    return actor.kind === 'person' ? actor.roles.map(({ name }) => name) : actor.kind
  }
  assert.deepEqual(await roles(), ['national_team'])
  await db
    .updateTable('roles')
    .set({ from_on: today.subtract({ days: 9 }), to_on: today.subtract({ days: 1 }) })
    .where('person_id', '=', person.id)
    .execute()
  assert.deepEqual(await roles(), [])
  await db.updateTable('people').set({ erased_at: here.visitor().now }).where('id', '=', person.id).execute()
  assert.equal(await roles(), 'visitor')
})

test('what was over a day ago is let go of, and what is in use is kept', async () => {
  const db = here.installation.connections.kysely
  const { token } = await ask()
  const old = await ask()
  await db
    .updateTable('sign_in_requests')
    .set({ expires_at: machineClock.now().subtract({ hours: 25 }) })
    .where('link_hash', '=', hashOf(old.token))
    .execute()
  await forgetWhatIsOver(here.system())
  const left = await db.selectFrom('sign_in_requests').select('link_hash').where('person_id', '=', person.id).execute()
  assert.deepEqual(
    left.map((row) => row.link_hash.equals(hashOf(token))),
    [true],
  )
})

test('nobody signs in as the cast where there is none', async () => {
  await assert.rejects(signInAsCast(here.visitor(), { email: person.address, device: null }))
})
