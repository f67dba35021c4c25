import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import type { Context } from '../../platform/context.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { roomOfGroups } from '../groups/index.ts'
import { holdPlace } from '../places/index.ts'
import { answerAsking } from './actions/answer-asking.ts'
import { askPartner, withdrawAsking } from './actions/ask-partner.ts'
import { leaveGroup } from './actions/leave-group.ts'
import { askingsOfGroup } from './asking-queries.ts'

type Hub = { readonly id: string; readonly slug: string }

describe('a hub that is asked to share a group', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let [lead, other] = [{} as Hub, {} as Hub]
  let groupId = ''
  let [leadStaff, otherStaff] = ['', '']
  const db = () => test.installation.connections.kysely
  const { see, send } = browser(() => app)
  const staff = (hub: Hub, personId: string): Context =>
    test.as(actorWith(personId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const ours = () => staff(lead, leadStaff)
  const theirs = () => staff(other, otherStaff)
  const endOn = Temporal.PlainDate.from('2021-11-15')
  const input = () => ({ groupId, hubId: other.id, share: 3, endOn, word: 'You have four schools close by.' })
  const mailTo = async (personId: string) =>
    (
      await db()
        .selectFrom('messages')
        .select(['subject'])
        .where('to_person_id', '=', personId)
        .where('key', 'like', 'partner-%')
        .execute()
    ).map(({ subject }) => subject)
  const sharesOf = async () =>
    (await roomOfGroups(db(), [groupId])).get(groupId)?.partners.map(({ hubId, share, taken }) => [hubId, share, taken])

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
  })
  beforeEach(async () => {
    ;[lead, other] = [await makeHub(db()), await makeHub(db())]
    const person = async (hub: Hub) => {
      const { id } = await makePerson(db())
      await signedInAs(test, 'hub_administrator', { hub_id: hub.id }, id)
      return id
    }
    ;[leadStaff, otherStaff] = [await person(lead), await person(other)]
    const projectId = await makeProject(db())
    const offerId = await makeOffer(db(), lead.id, projectId)
    groupId = await makeGroup(db(), lead.id, projectId, { name: 'Border', offer_id: offerId, organisations_room: 8 })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('is of the group with its share once it agrees, and each side hears of it once', async () => {
    const askingId = await askPartner(ours(), input())
    assert.equal(await askPartner(ours(), input()), askingId)
    assert.equal((await mailTo(otherStaff)).length, 1)
    await assert.rejects(answerAsking(ours(), { hubId: other.id, askingId, answer: 'agreed', word: null }), NotFound)
    const agree = () => answerAsking(theirs(), { hubId: other.id, askingId, answer: 'agreed', word: 'Gladly.' })
    await Promise.all([agree(), agree()])
    assert.deepEqual(await sharesOf(), [[other.id, 3, 0]])
    assert.deepEqual(await mailTo(leadStaff), [`${other.slug} shares Border`])
    await assert.rejects(
      answerAsking(theirs(), { hubId: other.id, askingId, answer: 'declined', word: null }),
      /agreed already/,
    )
    await assert.rejects(askPartner(ours(), input()), /of the group already/)
    const names = (await historyOf(db(), { type: 'group', id: groupId })).map(({ name }) => name)
    assert.deepEqual(names.toSorted(), ['group.partner-agreed', 'group.partner-asked', 'group.partner-joined'])
    await test.requireNoFaults()
  })

  it('may decline, and the asking may be taken back before it answers', async () => {
    const first = await askPartner(ours(), { ...input(), share: null, endOn: null })
    await answerAsking(theirs(), { hubId: other.id, askingId: first, answer: 'declined', word: 'Too far.' })
    assert.deepEqual(await sharesOf(), [])
    assert.deepEqual(await mailTo(leadStaff), [`${other.slug} does not share Border`])
    const second = await askPartner(ours(), input())
    await assert.rejects(withdrawAsking(theirs(), { groupId, askingId: second }), Forbidden)
    await withdrawAsking(ours(), { groupId, askingId: second })
    await assert.rejects(
      answerAsking(theirs(), { hubId: other.id, askingId: second, answer: 'agreed', word: null }),
      /taken back already/,
    )
    assert.deepEqual((await askingsOfGroup(db(), groupId)).map(({ status }) => status).toSorted(), [
      'declined',
      'withdrawn',
    ])
  })

  it('is not asked, nor let in, against the room there is', async () => {
    await assert.rejects(askPartner(theirs(), input()), Forbidden)
    await assert.rejects(askPartner(ours(), { ...input(), share: 9 }), /room for 8/)
    await assert.rejects(askPartner(ours(), { ...input(), endOn: null }), /on which day/)
    await assert.rejects(askPartner(ours(), { ...input(), hubId: lead.id }), /of the group already/)
    const askingId = await askPartner(ours(), { ...input(), share: 8 })
    await holdPlace(ours(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 })
    await assert.rejects(
      answerAsking(theirs(), { hubId: other.id, askingId, answer: 'agreed', word: null }),
      /Beside these shares there is room for 0/,
    )
    assert.deepEqual(await sharesOf(), [])
    assert.equal((await askingsOfGroup(db(), groupId))[0]?.status, 'asked')
  })

  it('shares it no more when either says so, but not while it has places there', async () => {
    const askingId = await askPartner(ours(), input())
    await answerAsking(theirs(), { hubId: other.id, askingId, answer: 'agreed', word: null })
    await holdPlace(theirs(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 })
    const leaving = { groupId, hubId: other.id, word: 'We have a group of our own.' }
    await assert.rejects(leaveGroup(theirs(), { ...leaving, word: ' ' }), /Say why/)
    await assert.rejects(leaveGroup(theirs(), leaving), /1 place in this group: they have to end/)
    await db().updateTable('places').set({ status: 'released' }).where('group_id', '=', groupId).execute()
    const stranger = await makeHub(db())
    await assert.rejects(leaveGroup(staff(stranger, newId()), leaving), NotFound)
    await leaveGroup(theirs(), leaving)
    await leaveGroup(ours(), leaving)
    assert.deepEqual(await sharesOf(), [])
    assert.equal((await mailTo(leadStaff)).filter((subject) => subject.includes('no more')).length, 1)
    await test.requireNoFaults()
  })

  it('is asked, answers and leaves on pages', async () => {
    const [us, them] = [
      await signedInAs(test, 'hub_administrator', { hub_id: lead.id }),
      await signedInAs(test, 'hub_administrator', { hub_id: other.id }),
    ]
    const base = `/groups/${groupId}/partners`
    const wrong = await send(base, { hub: other.id, share: 'x', word: 'Please' }, us)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter the share as a whole number[\s\S]*Please/)
    assert.equal(
      (await send(base, { hub: other.id, share: '', word: 'Please' }, us)).headers.location,
      `${base}?said=asked`,
    )
    assert.equal((await see(base, them)).statusCode, 404)
    const asked = (await see(`/hub/${other.slug}/askings`, them)).body
    const address = /action="([^"]*askings\/[^"]*)"/.exec(asked)?.[1] ?? ''
    assert.match(asked, /Border[\s\S]*They write: Please/)
    assert.equal((await send(address, {}, them)).statusCode, 422)
    assert.equal((await send(address, { answer: 'agreed' }, them)).statusCode, 303)
    assert.match((await see(base, them)).body, /It shares the group no more/)
    assert.equal((await send(`${base}/${other.id}/leave`, { leave_word: '' }, them)).statusCode, 422)
    assert.equal((await send(`${base}/${other.id}/leave`, { leave_word: 'Done' }, them)).headers.location, '/groups')
  })
})
