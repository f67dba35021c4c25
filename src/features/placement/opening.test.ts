import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { runPlacement } from './actions/run-placement.ts'
import { groupsToOpen } from './opening.ts'
import { proposalsOf } from './run-queries.ts'

describe('groups that a placement opens', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let cookie: string
  let [projectId, offerId, hall] = ['', '', '']
  const db = () => test.installation.connections.kysely
  const pages = browser(() => app)
  const see = async (url: string) => (await pages.see(url, cookie)).body
  const send = (url: string, fields: Record<string, string | readonly string[]> = {}) => pages.send(url, fields, cookie)
  const at = (miles: number) => ({ easting: Math.round(520_000 + miles * 1609.344), northing: 180_000 })

  const makeVenue = async (name: string, miles: number, hubId = hub.id): Promise<string> => {
    const id = newId()
    await db()
      .insertInto('venues')
      .values({ id, hub_id: hubId, name, short_name: name, address: 'A street', ...at(miles) })
      .execute()
    return id
  }
  const ask = async (name: string, miles: number): Promise<string> => {
    const id = newId()
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id,
        offer_id: offerId,
        project_id: projectId,
        organisation_id: await makeSchool(db(), { name, ...at(miles) }),
        status: 'confirmed',
        travel_limit_miles: 5,
        sender_name: `Lead of ${name}`,
        sender_email: `lead-${id}@school.example`,
        sender_post: 'maths_subject_lead',
        created_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
        received_at: test.clock.now(),
        verdicts_reached_at: test.clock.now(),
      })
      .execute()
    return id
  }
  const workedOut = async (url: string): Promise<string> => {
    const runId = url.split('/').at(-1) ?? ''
    await runPlacement(test.system(), runId)
    return runId
  }
  const opening = () => ({ offer: offerId, open_most: '2', open_from: '6', open_to: '8', open_at: [hall] })
  const until = { 'respond_by-day': '1', 'respond_by-month': '11', 'respond_by-year': '2021' }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'west')
    cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  })
  beforeEach(async () => {
    projectId = await makeProject(db())
    offerId = await makeOffer(db(), hub.id, projectId)
    hall = await makeVenue(`Hall ${newId().slice(-4)}`, 20)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('are asked for with their number, size and places, and each mistake is said', async () => {
    const form = await see(`/hub/west/placement/new?offer=${offerId}`)
    assert.match(form, /New groups at most/)
    const wrong = await send('/hub/west/placement', { ...opening(), open_to: '5', open_at: [], open_people: 'two' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter how many people of each as a whole number from 1 to 10/)
    for (const [fields, sentence] of [
      [{ open_to: '5' }, /Enter the most in a new group as 6 or more/],
      [{ open_at: [] }, /Choose where new groups could meet/],
      [{ open_most: '11' }, /whole number from 1 to 10/],
      [{ minimum: 'perhaps' }, /Choose what becomes of the minimum that a group needs/],
    ] as const)
      assert.match((await send('/hub/west/placement', { ...opening(), ...fields })).body, sentence)
    const other = await makeVenue('Elsewhere', 20, (await makeHub(db())).id)
    assert.equal((await send('/hub/west/placement', { ...opening(), open_at: [other] })).statusCode, 404)
  })

  it('are made when the placement is accepted, as they were proposed, and not with fewer than they need', async () => {
    for (let n = 1; n <= 7; n += 1) await ask(`School ${n}`, 20)
    const without = await send('/hub/west/placement', { offer: offerId })
    assert.match(without.body, /no group yet/)
    const url = String((await send('/hub/west/placement', opening())).headers.location)
    const runId = await workedOut(url)
    const proposals = await proposalsOf(db(), runId)
    assert.deepEqual(new Set(proposals.map(({ groupId }) => groupId)), new Set([`new-${offerId}-${hall}-1`]))
    assert.match(await see(url), /New group, Hall \w+, to be opened: 7 placed of 8 at most/)
    assert.match(await see(url), /New groups[\s\S]*Up to 2 new groups of 6 to 8 may open/)
    const [first, second, third] = proposals.map(({ interestId }) => interestId)
    for (const id of [first, second]) await send(`${url}/change/${id}`, { group: 'none' })
    const short = await send(`${url}/accept`, until)
    assert.equal(short.statusCode, 409)
    assert.match(short.body, /would have 5, and needs 6 to run\. What is to be done/)
    assert.equal((await db().selectFrom('groups').select('id').where('offer_id', '=', offerId).execute()).length, 0)
    const back = { group: `new-${offerId}-${hall}-1` }
    assert.equal((await send(`${url}/change/${first}`, { ...back, never: [back.group] })).statusCode, 422)
    assert.equal((await send(`${url}/change/${first}`, back)).statusCode, 303)
    const again = String((await send(`${url}/again`)).headers.location)
    await workedOut(again)
    for (const sentence of [/School 1 goes to New group, Hall/, /School 2 is left out/])
      assert.match(await see(again), sentence)
    assert.match(await see(`${again}/map`), /<svg[\s\S]*1: New group, Hall \w+, 6 placed[\s\S]*No place: 1/)
    assert.match(await see(`${again}/map?group=none`), /<svg[\s\S]*No place: 1/)
    assert.match(await see(`${again}/compared/${runId}`), /opening 1 new group[\s\S]*Nobody is elsewhere/)
    assert.equal((await send(`${again}/accept`, until)).statusCode, 303)
    assert.equal((await send(`${again}/accept`, until)).statusCode, 422)
    const groups = await db().selectFrom('groups').selectAll().where('offer_id', '=', offerId).execute()
    const facts = groups.map((each) => [
      each.organisations_room,
      each.people_room,
      each.organisations_minimum,
      each.organisations_taken,
      each.venue_id,
      each.status,
    ])
    assert.deepEqual(facts, [[8, 16, 6, 6, hall, 'forming']])
    await db().updateTable('groups').set({ name: 'Renamed since' }).where('offer_id', '=', offerId).execute()
    assert.match(await see(again), /6 places were offered[\s\S]*Renamed since: 6 placed/)
    assert.match(await see(`${again}/compared/${runId}`), /Renamed since/)
    assert.ok(third)
  })

  it('are named by their place, and not twice', () => {
    const names = groupsToOpen(
      { most: 3, from: 6, to: 8, peopleEach: 2, venueIds: ['v'] },
      {
        offers: [{ id: 'o', themeId: null, groupNames: ['New group, Hall'] }],
        venues: [{ id: 'v', shortName: 'Hall', at: null }],
        asking: 13,
      },
    ).map(({ name }) => name)
    assert.deepEqual(names, ['New group 2, Hall', 'New group 3, Hall'])
  })

  it('are no more than are asked for, and none where nobody would gain a place', async () => {
    for (let n = 1; n <= 6; n += 1) await ask(`Near ${n}`, 0)
    const west = await makeGroup(db(), hub.id, projectId, {
      name: 'West',
      offer_id: offerId,
      venue_id: await makeVenue('West', 0),
      organisations_room: 8,
      people_room: 16,
    })
    const url = String((await send('/hub/west/placement', opening())).headers.location)
    const proposals = await proposalsOf(db(), await workedOut(url))
    assert.deepEqual(new Set(proposals.map(({ groupId }) => groupId)), new Set([west]))
  })

  it('leave every rule that must hold true of the data', () =>
    test.requireNoFaults('Each expression of interest that counts has its receipt in the history'))
})
