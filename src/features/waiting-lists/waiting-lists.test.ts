import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { interestById } from '../interest/index.ts'
import { offerFreedPlace, waitInterest } from '../place-offers/index.ts'

describe('the pages of a waiting list', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let staff: string
  let list: string
  let offerId: string
  let groupId: string
  const ids: string[] = []
  const { see, send } = browser(() => app)
  const db = () => test.installation.connections.kysely
  const turnOf = (id: string) => `/status/${linkToken(test.installation.config, 'status', id, 30)}/waiting`
  const statusOf = async (id: string) => (await interestById(db(), id))?.status

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    offerId = await makeOffer(db(), hub.id, projectId)
    groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, organisations_room: 1, people_room: 1 })
    staff = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    list = `/hub/${hub.slug}/waiting/${offerId}`
    for (const [at, people] of [2, 1, 1].entries()) {
      test.clock.set(`2021-10-18T08:0${at}:00Z`)
      const { id } = await receivedInterest(test, { offerId }, people)
      await waitInterest(test.system(), { interestId: id })
      ids.push(id)
    }
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('tell the school its exact number, and nobody else’s name', async () => {
    const third = ids[2] ?? ''
    const { body, statusCode } = await see(turnOf(third))
    assert.equal(statusCode, 200)
    assert.match(body, /You are number 3 of 3 in line/)
    assert.match(body, /2 have waited longer/)
    for (const id of ids.slice(0, 2)) {
      const name = (await interestById(db(), id))?.organisation.name ?? '?'
      assert.ok(!body.includes(name))
    }
  })

  it('move up only with a reason, and lose nothing that was typed', async () => {
    const [, , third = ''] = ids
    const empty = await send(list, { act: 'up', interest: third, reason: ' ' }, staff)
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Say why/)
    const moved = await send(list, { act: 'up', interest: third, reason: 'It hosts the group' }, staff)
    assert.equal(moved.statusCode, 303)
    assert.match((await see(turnOf(third))).body, /number 1 of 3/)
    assert.match((await see(turnOf(ids[0] ?? ''))).body, /1 was moved up by the hub/)
    const back = await send(list, { act: 'back', interest: third, reason: 'It hosts no more' }, staff)
    assert.equal(back.statusCode, 303)
    assert.match((await see(turnOf(third))).body, /number 3 of 3/)
  })

  it('refuse a request that does not wait here, and an offer of another hub', async () => {
    const elsewhere = await send(list, { act: 'up', interest: offerId, reason: 'Why not' }, staff)
    assert.equal(elsewhere.statusCode, 422)
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.equal((await see(list, stranger)).statusCode, 404)
  })

  it('keep that fewer is fine, and that it is not, by link and never by looking', async () => {
    const first = ids[0] ?? ''
    await see(turnOf(first))
    assert.equal((await interestById(db(), first))?.fewerIsFine, false)
    for (const [act, fine] of [
      ['fewer-yes', true],
      ['fewer-yes', true],
      ['fewer-no', false],
    ] as const) {
      assert.equal((await send(turnOf(first), { act })).statusCode, 303)
      assert.equal((await interestById(db(), first))?.fewerIsFine, fine)
    }
    assert.equal((await send(turnOf(first), { act: 'constructor' })).statusCode, 303)
    assert.equal(await statusOf(first), 'waiting')
  })

  it('show each place that was passed on with who stood where, and that the order holds', async () => {
    await offerFreedPlace(test.system(), groupId)
    assert.equal(await statusOf(ids[1] ?? ''), 'offered')
    const { body } = await see(list, staff)
    assert.match(body, /The order holds/)
    assert.match(body, /Brings 2 people; the group has room for 1 more/)
    assert.match(body, /1 more waited behind them/)
  })

  it('let a school leave by its link, once', async () => {
    const third = ids[2] ?? ''
    await Promise.all([send(turnOf(third), { act: 'leave' }), send(turnOf(third), { act: 'leave' })])
    assert.equal(await statusOf(third), 'withdrawn')
    assert.equal((await see(turnOf(third))).statusCode, 303)
  })

  it('go no further by themselves once the offer is withdrawn', async () => {
    await db().updateTable('offers').set({ status: 'withdrawn' }).where('id', '=', offerId).execute()
    await db().updateTable('groups').set({ organisations_room: 9, people_room: 9 }).where('id', '=', groupId).execute()
    assert.equal((await offerFreedPlace(test.system(), groupId)).offeredTo, null)
    assert.equal(await statusOf(ids[0] ?? ''), 'waiting')
  })
})
