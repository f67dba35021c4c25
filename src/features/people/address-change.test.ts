import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { runSweeps } from '../../platform/jobs.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { confirmAddressChange } from './actions/confirm-address-change.ts'
import { findOrCreatePerson } from './actions/find-or-create-person.ts'
import { requestAddressChange } from './actions/request-address-change.ts'
import { stopAddressChange } from './actions/stop-address-change.ts'
import { openAddressChange } from './details-queries.ts'
import { sweeps } from './jobs.ts'
import { addressOf, personWithAddress } from './queries.ts'

let here: TestInstallation
let person: Awaited<ReturnType<typeof makePerson>>
let serial = 0
before(async () => {
  here = await testInstallation()
})
beforeEach(async () => {
  here.clock.set('2021-10-18T08:00:00Z')
  person = await makePerson(here.installation.connections.kysely)
})
after(() => here.release())

const db = () => here.installation.connections.kysely
const self = (personId = person.id) => here.as({ kind: 'person', personId, name: 'Somebody', roles: [] })
const link = (purpose: string, subjectId: string): Actor => ({ kind: 'link', purpose, subjectId })
const another = (): string => {
  serial += 1
  return `new-${serial}@school.example`
}
const mailTo = (address: string) =>
  db().selectFrom('messages').select(['subject', 'body_text']).where('to_address', '=', address).orderBy('id').execute()

/** Asks for a new address and gives the change. */
const ask = async (address: string, personId = person.id): Promise<string> => {
  await requestAddressChange(self(personId), { personId, address })
  return (await openAddressChange(db(), personId))?.id ?? ''
}
const confirmed = (id: string) => confirmAddressChange(here.as(link('confirm-address', id)), id)
const stopped = (id: string) => stopAddressChange(here.as(link('stop-address', id)), id)

test('nothing changes before the new address is confirmed from its own mail', async () => {
  const address = another()
  const id = await ask(address)
  assert.equal(await addressOf(db(), person.id), person.address)
  assert.equal(await personWithAddress(db(), address), null)
  await confirmed(id)
  assert.equal(await addressOf(db(), person.id), address)
})

test('the old address is told when another is asked for, and again when it is confirmed, without the new one in full', async () => {
  const address = another()
  await confirmed(await ask(address))
  const told = await mailTo(person.address)
  assert.deepEqual(
    told.map(({ subject }) => subject),
    ['A new email address was asked for', 'Your email address has been changed'],
  )
  for (const { body_text } of told) {
    assert.match(body_text, /stop-address\//)
    assert.doesNotMatch(body_text, new RegExp(address))
  }
})

test('whoever holds a link for another change confirms nothing', async () => {
  const id = await ask(another())
  await assert.rejects(confirmAddressChange(here.as(link('confirm-address', newId())), id), Forbidden)
  await assert.rejects(confirmAddressChange(here.as(link('stop-address', id)), id), Forbidden)
  await assert.rejects(confirmAddressChange(self(), id), Forbidden)
})

test('nobody asks for a new address of somebody else', async () => {
  const other = await makePerson(db())
  await assert.rejects(requestAddressChange(self(other.id), { personId: person.id, address: another() }), Forbidden)
})

test('the old address signs in for a week and is then let go, so that it can become somebody else’s', async () => {
  await confirmed(await ask(another()))
  assert.equal((await personWithAddress(db(), person.address))?.id, person.id)
  here.clock.set('2021-10-25T08:00:00Z')
  await runSweeps(here.installation, sweeps)
  assert.equal((await personWithAddress(db(), person.address))?.id, person.id)
  here.clock.set('2021-10-25T08:00:01Z')
  await runSweeps(here.installation, sweeps)
  assert.equal(await personWithAddress(db(), person.address), null)
  const { id, created } = await findOrCreatePerson(here.visitor(), { name: 'Next Head', email: person.address })
  assert.ok(created)
  assert.notEqual(id, person.id)
})

test('for a week the old address takes the change back, with what followed it, and signs everybody out', async () => {
  const first = await ask(another())
  await confirmed(first)
  const second = await ask(another())
  await confirmed(second)
  here.clock.set('2021-10-25T07:59:00Z')
  await stopped(first)
  assert.equal(await addressOf(db(), person.id), person.address)
  const known = await db()
    .selectFrom('email_addresses')
    .select('address')
    .where('person_id', '=', person.id)
    .where('to_at', 'is', null)
    .execute()
  assert.deepEqual(
    known.map(({ address }) => address),
    [person.address],
  )
})

test('after a week the change stands', async () => {
  const id = await ask(another())
  await confirmed(id)
  here.clock.set('2021-10-25T08:00:01Z')
  await assert.rejects(stopped(id), Refused)
})

test('a change that was stopped, or not confirmed in time, comes to nothing', async () => {
  const first = await ask(another())
  await stopped(first)
  await assert.rejects(confirmed(first), /was stopped/)
  const second = await ask(another())
  here.clock.set('2021-10-21T08:00:01Z')
  await assert.rejects(confirmed(second), /not confirmed in time/)
  await runSweeps(here.installation, sweeps)
  assert.equal(await openAddressChange(db(), person.id), null)
})

test('an address that is somebody’s already is not told to whoever asks, and stays theirs', async () => {
  const other = await makePerson(db())
  const id = await ask(other.address)
  const [mail] = await mailTo(other.address)
  assert.equal(mail?.subject, 'This email address is known already')
  assert.doesNotMatch(mail?.body_text ?? '', /confirm-address/)
  await assert.rejects(confirmed(id), /known by this address already/)
  assert.equal((await personWithAddress(db(), other.address))?.id, other.id)
})

test('of many who confirm the same address at once, one has it', async () => {
  const address = another()
  const people = await Promise.all(Array.from({ length: 12 }, () => makePerson(db())))
  const ids = await Promise.all(people.map(({ id }) => ask(address, id)))
  const outcomes = await Promise.allSettled(ids.map(confirmed))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused)
})

test('a confirmation and a stop at once leave one of the two', async () => {
  for (let round = 0; round < 8; round += 1) {
    const other = await makePerson(db())
    const address = another()
    const id = await ask(address, other.id)
    await Promise.allSettled([confirmed(id), stopped(id)])
    assert.equal(await addressOf(db(), other.id), other.address)
  }
})

test('nobody floods other people’s mail from here', async () => {
  for (let times = 0; times < 5; times += 1) await ask(another())
  await assert.rejects(ask(another()), /Try again tomorrow/)
})
