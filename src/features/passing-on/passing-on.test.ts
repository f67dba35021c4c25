import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeHub, makeOffer, makePolicy, makeProject } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { findFaults } from '../../platform/invariants.ts'
import { linkToken } from '../../platform/links.ts'
import { invariants as interestInvariants } from '../interest/invariants.ts'
import { invariants } from './invariants.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const { see: page, send } = browser(() => app)

/** A request at one hub, which asks the school whether it may go to another. */
const setting = async () => {
  const projectId = await makeProject(db())
  const here = await makeHub(db())
  const there = await makeHub(db())
  const offerId = await makeOffer(db(), here.id, projectId)
  const toOfferId = await makeOffer(db(), there.id, projectId)
  const interest = await receivedInterest(test, { offerId })
  const ours = await signedInAs(test, 'hub_administrator', { hub_id: here.id })
  const theirs = await signedInAs(test, 'hub_administrator', { hub_id: there.id })
  const own = `/hub/${here.slug}/interest/${interest.id}`
  const asked = await send(`${own}/pass-on`, { offer: toOfferId, word: 'Our groups are full.' }, ours)
  assert.equal(asked.statusCode, 303)
  const { id } = await db()
    .selectFrom('interest_passings')
    .select('id')
    .where('interest_id', '=', interest.id)
    .executeTakeFirstOrThrow()
  const link = `/passing-on/${linkToken(test.installation.config, 'passing-on', id, 10)}`
  return {
    interest,
    own,
    ours,
    theirs,
    link,
    toOfferId,
    list: `/hub/${there.slug}/passed-on`,
    at: `/hub/${there.slug}/passed-on/${id}`,
  }
}

const requestOf = (id: string) =>
  db().selectFrom('expressions_of_interest').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('passing a request on', () => {
  it('shows the other hub nothing before the school has agreed, and then becomes a request of theirs, once', async () => {
    const { interest, own, ours, theirs, link, toOfferId, list, at } = await setting()
    assert.equal((await page(at, theirs)).statusCode, 404)
    assert.match((await page(list, theirs)).body, /Nothing is passed on to you/)
    assert.match((await page(link)).body, /Our groups are full/)
    assert.equal((await send(link, {})).statusCode, 422)
    assert.equal((await send(link, { answer: 'agree' })).statusCode, 303)
    assert.equal((await send(link, { answer: 'agree' })).statusCode, 303)
    assert.ok((await page(at, theirs)).body.includes(interest.sender.email))
    assert.equal((await page(at, ours)).statusCode, 404)
    const takes = await Promise.all([
      send(at, { act: 'take', offer: toOfferId }, theirs),
      send(at, { act: 'take', offer: toOfferId }, theirs),
    ])
    assert.deepEqual(
      takes.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    const old = await requestOf(interest.id)
    assert.equal(old.status, 'passed_on')
    const taken = await db()
      .selectFrom('expressions_of_interest')
      .selectAll()
      .where('offer_id', '=', toOfferId)
      .execute()
    assert.deepEqual(
      taken.map(({ id, status, sender_email }) => [id, status, sender_email]),
      [[old.passed_on_to_id, 'confirmed', interest.sender.email]],
    )
    assert.match((await page(own, ours)).body, /The request was passed on to another hub/)
    assert.deepEqual(await findFaults(db(), [...interestInvariants, ...invariants]), [])
    assert.equal((await page(`${list.replace('passed-on', 'interest')}/${interest.id}`, theirs)).statusCode, 404)
  })

  it('leads on from the old status page, until the other hub stops the links of its request', async () => {
    const { interest, theirs, link, toOfferId, list, at } = await setting()
    await send(link, { answer: 'agree' })
    await send(at, { act: 'take', offer: toOfferId }, theirs)
    // Links tell the second in which they were made: only those of before are stopped.
    const now = Date.now
    Date.now = () => now() - 60_000
    const old = `/status/${linkToken(test.installation.config, 'status', interest.id, 10)}`
    const shown = await page(old).finally(() => {
      Date.now = now
    })
    assert.match(shown.body, /Passed on to/)
    const onward = /href="(\/status\/[\w-]+)"/.exec(shown.body)?.[1] ?? assert.fail('no way on')
    assert.match((await page(onward)).body, /will decide about places/)
    const { passed_on_to_id: id } = await requestOf(interest.id)
    await send(`${list.replace('passed-on', 'access/interest')}/${id}/stop-links`, {}, theirs)
    assert.deepEqual(await Promise.all([old, onward].map(async (url) => (await page(url)).statusCode)), [404, 404])
  })

  it('has the policy of the other hub read before it is agreed to, in the version that stands', async () => {
    const { theirs, link, toOfferId, at } = await setting()
    const { hub_id } = await db()
      .selectFrom('offers')
      .select('hub_id')
      .where('id', '=', toOfferId)
      .executeTakeFirstOrThrow()
    const [first, second] = [await makePolicy(db(), hub_id), await makePolicy(db(), hub_id)]
    const stands = (policyId: string) =>
      db().updateTable('offers').set({ policy_id: policyId }).where('id', '=', toOfferId).execute()
    await stands(first)
    assert.match((await send(link, { answer: 'agree', policy_seen: first })).body, /Agree to the policy/)
    await stands(second)
    const late = await send(link, { answer: 'agree', policy: 'yes', policy_seen: first })
    assert.equal(late.statusCode, 422)
    assert.match(late.body, /has changed while you read it/)
    assert.equal((await send(link, { answer: 'agree', policy: 'yes', policy_seen: second })).statusCode, 303)
    await send(at, { act: 'take', offer: toOfferId }, theirs)
    const taken = await db()
      .selectFrom('expressions_of_interest')
      .select('policy_id')
      .where('offer_id', '=', toOfferId)
      .executeTakeFirstOrThrow()
    assert.equal(taken.policy_id, second)
  })

  it('leaves the request where it is when the school says no, or the other hub sends it back with a reason', async () => {
    const no = await setting()
    await send(no.link, { answer: 'refuse', word: 'Too far.' })
    assert.equal((await page(no.at, no.theirs)).statusCode, 404)
    assert.match((await page(no.own, no.ours)).body, /did not agree[\s\S]*Too far/)
    const back = await setting()
    await send(back.link, { answer: 'agree' })
    assert.match((await send(back.at, { act: 'send-back', reason: '' }, back.theirs)).body, /Say why/)
    assert.equal((await send(back.at, { act: 'send-back', reason: 'No room.' }, back.theirs)).statusCode, 303)
    assert.equal((await page(back.at, back.theirs)).statusCode, 404)
    assert.equal((await requestOf(back.interest.id)).status, 'confirmed')
    assert.match((await page(back.own, back.ours)).body, /sent the request back: No room/)
  })

  it('is over when the hub keeps it, or has decided after all', async () => {
    const kept = await setting()
    await send(kept.link, { answer: 'agree' })
    await send(`${kept.own}/pass-on`, { act: 'withdraw' }, kept.ours)
    assert.equal((await send(kept.at, { act: 'take', offer: kept.toOfferId }, kept.theirs)).statusCode, 404)
    const decided = await setting()
    await send(decided.link, { answer: 'agree' })
    await send(decided.own, { act: 'decline', reason: 'No.' }, decided.ours)
    assert.equal((await page(decided.at, decided.theirs)).statusCode, 404)
    assert.match(
      (await send(`${decided.own}/pass-on`, { offer: decided.toOfferId, word: 'x' }, decided.ours)).body,
      /being asked already|Only a request/,
    )
  })
})
