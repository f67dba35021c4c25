import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { hashOf } from '../../platform/secrets.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import {
  type Asked,
  acceptPlacement,
  proposalsOf,
  requestPlacement,
  runAtHub,
  runPlacement,
  usuallyAsked,
} from '../placement/index.ts'
import { faultsAsPublished } from '../placement-check/index.ts'
import { putInForce, sendTable } from '../travel-times/index.ts'
import { openedInTrial } from './change.ts'
import { applyChange, askForExplanations } from './index.ts'
import { jobs, sweeps } from './jobs.ts'
import { othersInWords } from './pages/left-out.view.ts'
import { changesOfRun, explanationsOf } from './queries.ts'

describe('what one change would place whoever is left out', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let personId: string
  let [projectId, offerId, west, east, runId] = ['', '', '', '', '']
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(personId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const eastwards = (miles: number): number => Math.round(520_000 + miles * 1609.344)

  const ask = async (name: string, miles: number, values: Record<string, unknown> = {}): Promise<string> => {
    const id = newId()
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id,
        offer_id: offerId,
        project_id: projectId,
        organisation_id: await makeSchool(db(), { name, easting: eastwards(miles), northing: 180_000 }),
        status: 'confirmed',
        sender_name: `Lead of ${name}`,
        sender_email: `lead-${id}@school.example`,
        sender_post: 'maths_subject_lead',
        created_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
        received_at: test.clock.now().add({ seconds: miles }),
        verdicts_reached_at: test.clock.now(),
        ...values,
      })
      .execute()
    return id
  }
  const groupAt = async (name: string, miles: number, room: number, minimum = 0): Promise<string> => {
    const venueId = newId()
    await db()
      .insertInto('venues')
      .values({
        id: venueId,
        hub_id: hub.id,
        name,
        short_name: name,
        address: 'A street',
        easting: eastwards(miles),
        northing: 180_000,
      })
      .execute()
    return makeGroup(db(), hub.id, projectId, {
      name,
      offer_id: offerId,
      venue_id: venueId,
      organisations_room: room,
      people_room: room,
      organisations_minimum: minimum,
    })
  }
  const explained = async (id: string) => {
    await askForExplanations(staff(), { runId })
    const waiting = await db().selectFrom('placement_explanations').select('interest_id').execute()
    for (const { interest_id: interestId } of waiting)
      await jobs['explain-unplaced']?.(test.system(), { runId, interestId })
    return (await changesOfRun(db(), runId)).filter(({ interestId }) => interestId === id)
  }
  const working = async (): Promise<string> => {
    const id = await requestPlacement(staff(), { offerIds: [offerId] })
    await runPlacement(test.system(), id)
    return id
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'west')
    personId = (await makePerson(db())).id
    projectId = await makeProject(db())
    offerId = await makeOffer(db(), hub.id, projectId)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('is found by solving with each change, and says who else it would place or move', async () => {
    ;[west, east] = [await groupAt('West', 0, 1), await groupAt('East', 10, 1)]
    const quarry = await groupAt('Quarry', 30, 8, 4)
    await ask('First', 1)
    await ask('Second', 2)
    const [third, far] = [
      await ask('Third', 3, { travel_limit_miles: 8 }),
      await ask('Far', 28, { travel_limit_miles: 1 }),
    ]
    runId = await working()
    const byName = Object.fromEntries((await proposalsOf(db(), runId)).map((each) => [each.organisation, each.groupId]))
    assert.deepEqual(byName, { First: west, Second: east, Third: null, Far: null })
    const changes = await explained(third)
    const of = (kind: string, groupId: string | null) =>
      changes
        .filter((each) => each.kind === kind && each.groupId === groupId)
        .map((each) => [each.amount, each.isPlaced])
    assert.deepEqual(of('places', west), [[1, true]])
    // East lies within its limit too: one more place there is enough.
    assert.deepEqual(of('places', east), [[1, true]])
    assert.deepEqual(of('miles', quarry), [[27, false]], 'Quarry would still not reach its minimum')
    const west1 = changes.find((each) => each.kind === 'places' && each.groupId === west)
    assert.deepEqual(west1?.others, { placed: [], moved: [], left: [] })
    const farther = (await changesOfRun(db(), runId)).filter((each) => each.interestId === far)
    assert.ok(farther.every((each) => !each.isPlaced))
    assert.equal(await askForExplanations(staff(), { runId }), 0, 'nothing is asked twice')
  })

  it('places it when the change is made, moving nobody, and the offer goes out', async () => {
    const change = (await changesOfRun(db(), runId)).find((each) => each.kind === 'places' && each.groupId === west)
    assert.ok(change)
    const strangers = test.as(actorWith(newId(), 'hub_lead', { hubId: newId() }))
    await assert.rejects(applyChange(strangers, { runId, changeId: change.id }), Forbidden)
    await assert.rejects(askForExplanations(strangers, { runId }), Forbidden)
    const next = await applyChange(staff(), { runId, changeId: change.id })
    const roomOfWest = async () =>
      await db()
        .selectFrom('groups')
        .select(['organisations_room as organisations', 'people_room as people'])
        .where('id', '=', west)
        .executeTakeFirstOrThrow()
    const room = await roomOfWest()
    const pressedAgain = await Promise.all([1, 2].map(() => applyChange(staff(), { runId, changeId: change.id })))
    assert.deepEqual(pressedAgain, [next, next])
    assert.deepEqual(await roomOfWest(), room, 'the button pressed twice gives room once')
    const freed = await test.installation.connections.pool.query(
      `select from graphile_worker._private_jobs where payload->>'groupId' = $1`,
      [west],
    )
    assert.equal(freed.rowCount, 0, 'it is for whom the placement puts there, not for who waits')
    await runPlacement(test.system(), next)
    const byName = Object.fromEntries((await proposalsOf(db(), next)).map((each) => [each.organisation, each.groupId]))
    assert.deepEqual(byName, { First: west, Second: east, Third: west, Far: null })
    assert.equal((await runAtHub(db(), next, hub.id))?.summary.moved, 0)
    const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')
    assert.equal((await acceptPlacement(staff(), { runId: next, respondBy })).offered, 3)
    await assert.rejects(askForExplanations(staff(), { runId: next }), Refused)
  })

  it('is said to have failed when nothing works on it any more, and can be asked again', async () => {
    runId = await working()
    const left = (await proposalsOf(db(), runId)).find(({ groupId }) => groupId === null)
    assert.ok(left)
    const interestId = left.interestId
    assert.equal(await askForExplanations(staff(), { runId, interestId }), 1)
    const state = async () => {
      await sweeps['give-up-explanations']?.(test.system())
      const [one] = await explanationsOf(db(), runId)
      return one?.failedAt ? 'failed' : one?.finishedAt ? 'finished' : 'under way'
    }
    assert.equal(await state(), 'under way')
    await sql`select graphile_worker.remove_job(${`explain:${runId}:${interestId}`})`.execute(db())
    assert.equal(await state(), 'failed')
    assert.equal(await askForExplanations(staff(), { runId, interestId }), 1, 'asked in vain, it is asked again')
    assert.equal(await state(), 'under way')
    await jobs['explain-unplaced']?.(test.system(), { runId, interestId })
    assert.equal(await state(), 'finished')
    assert.equal(await askForExplanations(staff(), { runId, interestId }), 0)
  })

  it('counts the miles that a school agrees to only in what is worked out from then on', async () => {
    const near = await groupAt('Near the quarry', 33, 4)
    runId = await working()
    const far = (await proposalsOf(db(), runId)).find((each) => each.organisation === 'Far')
    const miles = (await explained(far?.interestId ?? '')).find(
      (each) => each.kind === 'miles' && each.groupId === near,
    )
    assert.deepEqual([miles?.amount, miles?.isPlaced], [5, true])
    const next = await applyChange(staff(), { runId, changeId: miles?.id ?? '' })
    await runPlacement(test.system(), next)
    assert.deepEqual(
      (await proposalsOf(db(), next)).map((each) => [each.organisation, each.groupId]),
      [['Far', near]],
    )
    const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')
    assert.deepEqual(await acceptPlacement(staff(), { runId: next, respondBy }), { offered: 1, refused: [] })
  })

  it('may be one more group, opened where another meets', async () => {
    const full = await groupAt('Lighthouse', 90, 0)
    for (let n = 1; n <= 6; n += 1) await ask(`Coast ${n}`, 90, { travel_limit_miles: 3 })
    runId = await working()
    const [coast] = (await proposalsOf(db(), runId)).filter(({ organisation }) => organisation === 'Coast 1')
    const change = (await explained(coast?.interestId ?? '')).find(({ kind }) => kind === 'opening')
    assert.deepEqual([change?.isPlaced, change?.groupId, change?.others.placed.length], [true, full, 5])
    const next = await applyChange(staff(), { runId, changeId: change?.id ?? '' })
    await runPlacement(test.system(), next)
    assert.equal((await proposalsOf(db(), next)).filter(({ groupId }) => groupId?.startsWith('new-')).length, 6)
    const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')
    assert.equal((await acceptPlacement(staff(), { runId: next, respondBy })).offered, 6)
  })

  it('names those who move the same way together, and a group that would be new as such', () => {
    const data = {
      names: new Map(['Ash', 'Birch', 'Cedar', 'Dogwood'].map((name) => [name.slice(0, 1), name])),
      groups: [
        { id: 'w', name: 'West' },
        { id: 'e', name: 'East' },
      ],
    }
    const move = (id: string, to: string) => ({ id, from: 'w', to })
    assert.equal(
      othersInWords(data, { placed: ['D'], moved: [move('A', openedInTrial), move('C', 'e')], left: [] }),
      'It would place Dogwood too; Ash would move from West to the new group; Cedar would move from West to East.',
    )
    assert.equal(
      othersInWords(data, { placed: [], moved: [move('A', openedInTrial), move('B', openedInTrial)], left: ['C'] }),
      'Ash, Birch would move from West to the new group; Cedar would lose the place.',
    )
  })

  it('is asked, read and done on a page', async () => {
    await ask('Late', 0, { travel_limit_miles: 4 })
    const id = await working()
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: personId,
        role: 'hub_administrator',
        hub_id: hub.id,
        from_on: Temporal.PlainDate.from('2021-09-01'),
      })
      .execute()
    const token = newId()
    await db()
      .insertInto('signed_in_sessions')
      .values({
        id: newId(),
        person_id: personId,
        token_hash: hashOf(token),
        created_at: Temporal.Now.instant(),
        expires_at: Temporal.Now.instant().add({ hours: 24 }),
      })
      .execute()
    const headers = { cookie: `tessellate_session=${token}`, origin: 'http://hubs.example', host: 'hubs.example' }
    const url = `/hub/west/placement/${id}/left-out`
    const see = async () => (await app.inject({ url, headers })).body
    const send = (path: string, payload = '') =>
      app.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
    assert.match(await see(), /Late[\s\S]*West is full/)
    assert.equal((await send(url, 'interest=nobody')).statusCode, 404)
    assert.equal((await send(url)).statusCode, 303)
    assert.match(await see(), /being worked out/)
    runId = id
    const [{ interestId = '' } = {}] = await proposalsOf(db(), id)
    const changes = await explained(interestId)
    assert.match(await see(), /One more place in West<\/strong> would place it\. Nobody else would move\./)
    const made = changes.find((each) => each.kind === 'places' && each.isPlaced)
    assert.equal((await send(`${url}/${newId()}`)).statusCode, 404)
    const done = await send(`${url}/${made?.id}`)
    assert.match(String(done.headers.location), /^\/hub\/west\/placement\/[0-9a-f-]{36}$/)
    assert.equal((await send(`${url}/${made?.id}`)).statusCode, 303)
  })

  it('counts minutes where the hub’s table tells them, the straight line where it does not, and so many more where agreed', async () => {
    ;[projectId, offerId] = [await makeProject(db()), '']
    offerId = await makeOffer(db(), hub.id, projectId)
    const [hall, barn] = [await groupAt('Hall', 0, 9), await groupAt('Barn', 10, 9)]
    const [oak, ash] = [await ask('Oak', 1), await ask('Ash', 2)]
    await ask('Elm', 3)
    const schoolOf = async (id: string) =>
      (
        await db()
          .selectFrom('expressions_of_interest')
          .select('organisation_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).organisation_id
    const urns: Readonly<Record<string, number>> = { [await schoolOf(oak)]: 900_701, [await schoolOf(ash)]: 900_702 }
    for (const [id, urn] of Object.entries(urns))
      await db().updateTable('organisations').set({ urn }).where('id', '=', id).execute()
    const asked: Asked = { ...usuallyAsked, measure: 'minutes', mostMinutes: 30, mostMiles: 8 }
    await assert.rejects(requestPlacement(staff(), { offerIds: [offerId], asked }), /no table of minutes/)
    const rows = [
      ['URN', 'Venue', 'Minutes'],
      ['900701', 'Hall', '50'],
      ['900701', 'Barn', '20'],
      ['900702', 'Hall', '45'],
      ['900702', 'Barn', '60'],
    ]
    const sheet = { readAs: 'CSV', rows }
    const id = await sendTable(staff(), { hubId: hub.id, year: academicYear(2021), fileName: 'ways', sheet })
    await putInForce(staff(), { hubId: hub.id, id })
    runId = await requestPlacement(staff(), { offerIds: [offerId], asked })
    await runPlacement(test.system(), runId)
    const told = async () =>
      (await proposalsOf(db(), runId)).map((each) => [each.organisation, each.groupId, each.minutes, each.reason])
    const elm = ['Elm', hall, null, 'Nearest group, 3 miles in a straight line, as the table has no minutes for it']
    assert.deepEqual(await told(), [
      ['Ash', null, null, 'No group within 30 minutes; the nearest is 45 minutes away'],
      elm,
      ['Oak', barn, 20, 'Nearest group, 20 minutes'],
    ])
    const changes = await explained(ash)
    const longer = changes.find(({ kind, groupId }) => kind === 'minutes' && groupId === hall)
    assert.deepEqual([longer?.amount, longer?.isPlaced], [45, true])
    runId = await applyChange(staff(), { runId, changeId: longer?.id ?? '' })
    await runPlacement(test.system(), runId)
    assert.deepEqual((await told())[0], ['Ash', hall, 45, 'Nearest group, 45 minutes'])
    const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')
    const limits = { keepMinimum: false, withFewer: [], noClashes: true, onePhase: false, mostOfAPhase: null }
    const published = { runId, opening: null, mostMiles: 8, minutes: { most: 30 }, ...limits }
    assert.deepEqual(await acceptPlacement(staff(), { runId, respondBy }), { offered: 3, refused: [] })
    assert.deepEqual(await faultsAsPublished(db(), { ...published, allowances: [] }), [
      'A group is 45 minutes from Ash, longer than the hub allows.',
    ])
    assert.deepEqual(
      await faultsAsPublished(db(), { ...published, mostMiles: 2, allowances: [{ interestId: ash, minutes: 45 }] }),
      ['A group is 3.0 miles from Elm, beyond the travel limit.'],
    )
  })
})
