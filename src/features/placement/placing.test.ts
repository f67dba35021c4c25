import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { json } from '../../platform/database/index.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { holdPlaceFor } from '../place-offers/index.ts'
import { faultsAsPublished } from '../placement-check/index.ts'
import { cancelPlacement } from './actions/cancel-placement.ts'
import { changeProposal, keepCompany, takeOffPin } from './actions/change-proposal.ts'
import { acceptPlacement, discardPlacement } from './actions/decide-placement.ts'
import { type PlacementAsked, requestPlacement } from './actions/request-placement.ts'
import { runPlacement } from './actions/run-placement.ts'
import { publishedOf, usuallyAsked } from './asked.ts'
import { jobs, sweeps } from './jobs.ts'
import { inputsOf, pinsOf } from './kept-queries.ts'
import { proposalsOf, runAtHub } from './run-queries.ts'

describe('placing everyone who waits for an offer', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let projectId: string
  let offerId: string
  let staffId: string
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(staffId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const mile = 1609.344
  const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')

  const makeInterest = async (
    name: string,
    milesEast: number,
    values: Record<string, unknown> = {},
  ): Promise<string> => {
    const id = newId()
    const organisationId = await makeSchool(db(), {
      name,
      easting: Math.round(520_000 + milesEast * mile),
      northing: 180_000,
    })
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id,
        offer_id: offerId,
        project_id: projectId,
        organisation_id: organisationId,
        status: 'confirmed',
        sender_name: `Lead of ${name}`,
        sender_email: `lead-${id}@school.example`,
        sender_post: 'maths_subject_lead',
        created_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
        received_at: test.clock.now(),
        verdicts_reached_at: test.clock.now(),
        ...values,
      })
      .execute()
    return id
  }
  const makeGroupAt = async (name: string, milesEast: number, room: number): Promise<string> => {
    const venueId = newId()
    await db()
      .insertInto('venues')
      .values({
        id: venueId,
        hub_id: hub.id,
        name,
        short_name: name,
        address: 'A street',
        easting: Math.round(520_000 + milesEast * mile),
        northing: 180_000,
      })
      .execute()
    return makeGroup(db(), hub.id, projectId, {
      name,
      offer_id: offerId,
      venue_id: venueId,
      organisations_room: room,
      people_room: room * 2,
    })
  }
  const asked = async (values: Partial<PlacementAsked> = {}): Promise<string> => {
    const runId = await requestPlacement(staff(), { offerIds: [offerId], ...values })
    await runPlacement(test.system(), runId)
    return runId
  }
  const published = (id: string) => publishedOf({ id, asked: usuallyAsked }, new Map())
  const placed = async (runId: string) =>
    Object.fromEntries((await proposalsOf(db(), runId)).map((each) => [each.organisation, each.groupId]))

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'west')
    staffId = (await makePerson(db())).id
  })
  beforeEach(async () => {
    projectId = await makeProject(db())
    offerId = await makeOffer(db(), hub.id, projectId)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('proposes the nearest group with room, with the distance and the reason', async () => {
    const [west, east] = [await makeGroupAt('West', 0, 1), await makeGroupAt('East', 10, 4)]
    await makeInterest('Oak', 1)
    await makeInterest('Elm', 2)
    await makeInterest('Far', 40, { travel_limit_miles: 5 })
    const runId = await asked()
    assert.deepEqual(await placed(runId), { Oak: west, Elm: east, Far: null })
    const proposals = await proposalsOf(db(), runId)
    assert.deepEqual(
      proposals.map((each) => [each.organisation, each.miles, each.reason]),
      [
        ['Elm', 8, 'Nearest group with room, 8 miles; West is nearer but full'],
        ['Far', null, 'No group within its travel limit of 5 miles; the nearest is 30 miles away'],
        ['Oak', 1, 'Nearest group, 1 mile'],
      ],
    )
    const run = await runAtHub(db(), runId, hub.id)
    assert.deepEqual([run?.status, run?.summary.placed, run?.summary.firstCome?.placed], ['proposed', 2, 2])
    assert.equal(await runAtHub(db(), runId, newId()), null)
  })

  it('tells nobody before it is accepted; then each is offered a place until the deadline', async () => {
    const west = await makeGroupAt('West', 0, 4)
    const [oak, elm] = [await makeInterest('Oak', 1), await makeInterest('Elm', 2)]
    const runId = await asked()
    assert.equal((await db().selectFrom('places').select('id').where('group_id', '=', west).execute()).length, 0)
    assert.deepEqual(await acceptPlacement(staff(), { runId, respondBy }), { offered: 2, refused: [] })
    const places = await db()
      .selectFrom('places')
      .select(['status', 'respond_by'])
      .where('group_id', '=', west)
      .execute()
    assert.deepEqual(
      places.map((place) => [place.status, place.respond_by?.toString()]),
      [
        ['offered', respondBy.toString()],
        ['offered', respondBy.toString()],
      ],
    )
    const statuses = await db()
      .selectFrom('expressions_of_interest')
      .select('status')
      .where('id', 'in', [oak, elm])
      .execute()
    assert.ok(statuses.every((each) => each.status === 'offered'))
    await assert.rejects(acceptPlacement(staff(), { runId, respondBy }), Refused)
    assert.deepEqual(
      (await historyOf(db(), { type: 'placement', id: runId })).map((event) => event.name),
      ['placement.accepted', 'placement.proposed', 'placement.requested'],
    )
  })

  it('places those who meet more priority rules first, and leaves out those a required rule stands against', async () => {
    await makeGroupAt('West', 0, 1)
    const [first, second, against] = [
      await makeInterest('First', 1),
      await makeInterest('Second', 1),
      await makeInterest('Against', 1),
    ]
    const verdict = (interestId: string, strength: string, answer: string) => ({
      id: newId(),
      interest_id: interestId,
      position: 1,
      strength,
      sentence: 'A rule.',
      rule: '{}',
      answer,
      facts: '[]',
      reached_at: test.clock.now(),
    })
    await db()
      .insertInto('interest_verdicts')
      .values([verdict(second, 'priority', 'yes'), verdict(against, 'required', 'no')])
      .execute()
    const proposals = await proposalsOf(db(), await asked())
    const of = (id: string) => proposals.find((each) => each.interestId === id)
    assert.ok(of(second)?.groupId)
    assert.equal(of(first)?.reason, 'No room: West is full')
    assert.match(of(against)?.reason ?? '', /decide on it by hand/)
  })

  it('is changed by hand within the room and the travel limit', async () => {
    const [west, east] = [await makeGroupAt('West', 0, 1), await makeGroupAt('East', 10, 1)]
    const [oak, elm] = [await makeInterest('Oak', 1, { travel_limit_miles: 5 }), await makeInterest('Elm', 2)]
    const runId = await asked()
    await assert.rejects(changeProposal(staff(), { runId, interestId: oak, groupId: east }), /beyond the travel limit/)
    await assert.rejects(
      changeProposal(staff(), { runId, interestId: elm, groupId: west }),
      /no room left in this proposal/,
    )
    await changeProposal(staff(), { runId, interestId: oak, groupId: null })
    await changeProposal(staff(), { runId, interestId: elm, groupId: west })
    assert.deepEqual(await placed(runId), { Oak: null, Elm: west })
    await assert.rejects(
      changeProposal(test.as(actorWith(newId(), 'hub_lead', { hubId: newId() })), {
        runId,
        interestId: elm,
        groupId: east,
      }),
      Forbidden,
    )
  })

  it('names whoever can no longer be placed, and is refused when a group has filled up', async () => {
    const west = await makeGroupAt('West', 0, 2)
    const [oak, elm] = [await makeInterest('Oak', 1), await makeInterest('Elm', 2)]
    const runId = await asked()
    await db().updateTable('expressions_of_interest').set({ status: 'withdrawn' }).where('id', '=', elm).execute()
    const accepted = await acceptPlacement(staff(), { runId, respondBy })
    assert.equal(accepted.offered, 1)
    assert.deepEqual(
      accepted.refused.map((each) => each.interestId),
      [elm],
    )
    const ash = await makeInterest('Ash', 1)
    const next = await asked()
    const hurried = await makeInterest('Hurried', 1)
    await holdPlaceFor(staff(), { interestId: hurried, groupId: west })
    await assert.rejects(acceptPlacement(staff(), { runId: next, respondBy }), /groups have changed since/)
    assert.deepEqual(
      (
        await db()
          .selectFrom('expressions_of_interest')
          .select(['id', 'status'])
          .where('id', 'in', [oak, ash])
          .orderBy('status')
          .execute()
      ).map((each) => each.status),
      ['confirmed', 'offered'],
    )
  })

  it('is one run at a time, safe to run twice, and discarded without a word', async () => {
    await makeGroupAt('West', 0, 2)
    await makeInterest('Oak', 1)
    const ids = await Promise.all([1, 2, 3, 4].map(() => requestPlacement(staff(), { offerIds: [offerId] })))
    assert.equal(new Set(ids).size, 1)
    const [runId] = ids
    assert.ok(runId)
    await jobs['run-placement']?.(test.system(), { runId })
    await jobs['run-placement']?.(test.system(), { runId })
    assert.equal((await proposalsOf(db(), runId)).length, 1)
    await discardPlacement(staff(), runId)
    await assert.rejects(acceptPlacement(staff(), { runId, respondBy }), /discarded/)
  })

  it('says so when nothing works on it any more, and not before', async () => {
    await makeGroupAt('West', 0, 2)
    await makeInterest('Oak', 1)
    const statusOf = async (runId: string) => {
      await sweeps['give-up-placements']?.(test.system())
      return (await runAtHub(db(), runId, hub.id))?.status
    }
    const job = (runId: string, set: RawBuilder<unknown>) =>
      sql`update graphile_worker._private_jobs set ${set} where key = ${`placement:${runId}`}`.execute(db())
    const tried = await requestPlacement(staff(), { offerIds: [offerId] })
    assert.equal(await statusOf(tried), 'queued')
    await job(tried, sql`attempts = 5, locked_at = now(), locked_by = 'somebody'`)
    assert.equal(await statusOf(tried), 'queued', 'it is being tried once more')
    await job(tried, sql`locked_at = null, locked_by = null`)
    assert.equal(await statusOf(tried), 'failed')
    await jobs['run-placement']?.(test.system(), { runId: tried })
    const failed = await runAtHub(db(), tried, hub.id)
    assert.equal(failed?.status, 'failed', 'a late try changes nothing')
    assert.match(failed?.message ?? '', /fault of the service\. Ask for it again/)
    const lost = await requestPlacement(staff(), { offerIds: [offerId] })
    assert.notEqual(lost, tried)
    await sql`select graphile_worker.remove_job(${`placement:${lost}`})`.execute(db())
    assert.equal(await statusOf(lost), 'failed')
  })

  it('is refused where nobody waits or no group is there', async () => {
    await assert.rejects(requestPlacement(staff(), { offerIds: [offerId] }), /Nobody waits/)
    await makeInterest('Oak', 1)
    await assert.rejects(requestPlacement(staff(), { offerIds: [offerId] }), /no group yet/)
    await assert.rejects(
      requestPlacement(test.as(actorWith(newId(), 'hub_lead', { hubId: newId() })), { offerIds: [offerId] }),
      Forbidden,
    )
  })

  const sessionOf = (groupId: string, date: string, from = '09:30', to = '12:00') =>
    db()
      .insertInto('sessions')
      .values({
        id: newId(),
        group_id: groupId,
        number: 1,
        on_date: Temporal.PlainDate.from(date),
        starts_at: Temporal.PlainTime.from(from),
        ends_at: Temporal.PlainTime.from(to),
        mode: 'venue',
        status: 'confirmed',
      })
      .execute()
  const organisationOf = async (interestId: string): Promise<string> =>
    (
      await db()
        .selectFrom('expressions_of_interest')
        .select('organisation_id')
        .where('id', '=', interestId)
        .executeTakeFirstOrThrow()
    ).organisation_id
  const heldIn = async (groupId: string, ofProject: string, interestId: string) =>
    db()
      .insertInto('places')
      .values({
        id: newId(),
        group_id: groupId,
        project_id: ofProject,
        organisation_id: await organisationOf(interestId),
        people_count: 1,
        status: 'held',
      })
      .execute()

  it('looks at the dates of other groups, at last year’s group, at the minimum and at wishes, and keeps what it looked at', async () => {
    const [west, east] = [await makeGroupAt('West', 0, 4), await makeGroupAt('East', 3, 4)]
    const [clashing, loyal, wishing] = [
      await makeInterest('Clashing', 0),
      await makeInterest('Loyal', 0),
      await makeInterest('Wishing', 0),
    ]
    const other = await makeProject(db())
    const elsewhere = await makeGroup(db(), hub.id, other, { organisations_room: 9, people_room: 9 })
    await heldIn(elsewhere, other, clashing)
    await sessionOf(elsewhere, '2021-11-17')
    await sessionOf(west, '2021-11-17', '11:00', '15:00')
    const lastYearsProject = await makeProject(db())
    const lastYear = await makeGroup(db(), hub.id, lastYearsProject, { organisations_room: 9, people_room: 9 })
    await heldIn(lastYear, lastYearsProject, loyal)
    await db().updateTable('groups').set({ continues_group_id: lastYear }).where('id', '=', east).execute()
    await db()
      .insertInto('interest_preferences')
      .values([{ interest_id: wishing, kind: 'group', position: 1, value: east }])
      .execute()
    const runId = await asked()
    assert.deepEqual(await placed(runId), { Clashing: east, Loyal: east, Wishing: east })
    const kept = await inputsOf(db(), runId)
    const facts = (id: string) => kept?.applicants.find((each) => each.id === id)
    assert.deepEqual(
      [facts(clashing)?.clashes, facts(loyal)?.continues, facts(wishing)?.wishes],
      [[west], [east], [east]],
    )
    const reasons = Object.fromEntries((await proposalsOf(db(), runId)).map((each) => [each.organisation, each.reason]))
    assert.match(reasons['Loyal'] ?? '', /^Where it was last year, 3 miles/)
    assert.match(reasons['Wishing'] ?? '', /^The group it asked for, 3 miles/)
    await discardPlacement(staff(), runId)
    await db().updateTable('groups').set({ organisations_minimum: 4 }).where('id', 'in', [west, east]).execute()
    const tooFew = await asked({ asked: { ...usuallyAsked, dates: 'ignored' } })
    assert.deepEqual(await placed(tooFew), { Clashing: null, Loyal: null, Wishing: null })
    assert.match((await proposalsOf(db(), tooFew))[0]?.reason ?? '', /would not reach the 4 it needs to run/)
    const anyway = await asked({ asked: { ...usuallyAsked, dates: 'ignored', keepMinimum: false } })
    assert.equal(Object.values(await placed(anyway)).filter(Boolean).length, 3)
  })

  it('keeps what was settled by hand when it is worked out again, moves nobody else, and takes it off again', async () => {
    const [west, east] = [await makeGroupAt('West', 0, 2), await makeGroupAt('East', 10, 4)]
    const [oak, elm, ash] = [await makeInterest('Oak', 1), await makeInterest('Elm', 2), await makeInterest('Ash', 3)]
    const first = await asked()
    assert.deepEqual(await placed(first), { Oak: west, Elm: west, Ash: east })
    await changeProposal(staff(), { runId: first, interestId: oak, groupId: east, never: [west] })
    await keepCompany(staff(), { runId: first, kind: 'apart', interestIds: [elm, ash] })
    assert.deepEqual(await placed(first), { Oak: east, Elm: west, Ash: east })
    const second = await asked({ basedOn: first })
    assert.deepEqual(await placed(second), { Oak: east, Elm: west, Ash: east })
    const run = await runAtHub(db(), second, hub.id)
    assert.deepEqual([run?.summary.moved, run?.basedOn, run?.summary.proved], [0, first, true])
    assert.equal((await pinsOf(db(), second)).length, 3)
    for (const pin of await pinsOf(db(), second)) await takeOffPin(staff(), { runId: second, pinId: pin.id })
    await changeProposal(staff(), { runId: second, interestId: ash, groupId: null })
    const third = await asked({ basedOn: second })
    assert.deepEqual(await placed(third), { Oak: east, Elm: west, Ash: null })
    assert.deepEqual(await placed(first), { Oak: east, Elm: west, Ash: east }, 'the first stays to go back to')
    await assert.rejects(
      keepCompany(staff(), { runId: third, kind: 'apart', interestIds: [elm, elm] }),
      /two different/,
    )
    const strangers = test.as(actorWith(newId(), 'hub_lead', { hubId: newId() }))
    await assert.rejects(keepCompany(strangers, { runId: third, kind: 'apart', interestIds: [elm, ash] }), Forbidden)
    await assert.rejects(takeOffPin(strangers, { runId: third, pinId: newId() }), Forbidden)
  })

  it('says so when what was settled cannot be kept any more, and stops when it is called off', async () => {
    const west = await makeGroupAt('West', 0, 2)
    const oak = await makeInterest('Oak', 1)
    const first = await asked()
    await changeProposal(staff(), { runId: first, interestId: oak, groupId: west })
    await db().updateTable('groups').set({ organisations_room: 0 }).where('id', '=', west).execute()
    const failed = await runAtHub(db(), await asked({ basedOn: first }), hub.id)
    assert.equal(failed?.status, 'failed')
    assert.match(failed?.message ?? '', /settled by hand cannot all be kept/)
    const killed = await requestPlacement(staff(), { offerIds: [offerId] })
    await db()
      .updateTable('placement_runs')
      .set({ status: 'running', progress: json({ stage: 1, stages: 2, nodes: 3, gap: 0.5 }) })
      .where('id', '=', killed)
      .execute()
    assert.equal(await requestPlacement(staff(), { offerIds: [offerId] }), killed, 'one at a time')
    await runPlacement(test.system(), killed)
    const takenUp = await runAtHub(db(), killed, hub.id)
    assert.deepEqual([takenUp?.status, takenUp?.progress], ['proposed', null])
    const runId = await requestPlacement(staff(), { offerIds: [offerId] })
    await cancelPlacement(staff(), runId)
    await runPlacement(test.system(), runId)
    assert.equal((await runAtHub(db(), runId, hub.id))?.status, 'cancelled')
    await assert.rejects(cancelPlacement(staff(), runId), Refused)
  })

  it('places several offers of one project together, and nobody twice', async () => {
    const second = await makeOffer(db(), hub.id, projectId, { slug: 'second' })
    const [west, east] = [await makeGroupAt('West', 0, 1), await makeGroupAt('East', 1, 1)]
    await db().updateTable('groups').set({ offer_id: second }).where('id', '=', east).execute()
    const oak = await makeInterest('Oak', 0)
    await makeInterest('Elm', 0)
    await makeInterest('Oak again', 0, { offer_id: second, organisation_id: await organisationOf(oak) })
    const results = await proposalsOf(db(), await asked({ offerIds: [offerId, second] }))
    const where = (name: string) => results.flatMap((each) => (each.organisation === name ? (each.groupId ?? []) : []))
    assert.deepEqual([where('Oak').length, where('Elm').length], [1, 1])
    assert.deepEqual(new Set([...where('Oak'), ...where('Elm')]), new Set([west, east]))
    const foreign = await makeOffer(db(), hub.id, await makeProject(db()))
    await assert.rejects(asked({ offerIds: [offerId, foreign] }), /offers of one project/)
  })

  it('is held against the places themselves when it is accepted', async () => {
    const west = await makeGroupAt('West', 0, 2)
    const oak = await makeInterest('Oak', 4)
    const runId = await asked()
    await acceptPlacement(staff(), { runId, respondBy })
    assert.deepEqual(await faultsAsPublished(db(), published(runId)), [])
    assert.deepEqual(await faultsAsPublished(db(), { ...published(runId), mostMiles: 3 }), [
      'A group is 4.0 miles from Oak, beyond the travel limit.',
    ])
    await db().updateTable('expressions_of_interest').set({ travel_limit_miles: 3 }).where('id', '=', oak).execute()
    assert.equal((await faultsAsPublished(db(), published(runId))).length, 1)
    assert.deepEqual(
      await faultsAsPublished(db(), { ...published(runId), allowances: [{ interestId: oak, miles: 4 }] }),
      [],
    )
    const east = await makeGroupAt('East', 0, 2)
    await db().updateTable('placement_proposals').set({ group_id: east }).where('run_id', '=', runId).execute()
    assert.match(
      (await faultsAsPublished(db(), { ...published(runId), mostMiles: 9 })).join(),
      /another group than was proposed/,
    )
    assert.ok(west)
  })

  it('is done on pages that can be left and come back to', async () => {
    await makeGroupAt('West', 0, 1)
    await makeGroupAt('East', 10, 1)
    const oak = await makeInterest('Oak School', 1)
    const person = await makePerson(db())
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: person.id,
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
        person_id: person.id,
        token_hash: hashOf(token),
        created_at: Temporal.Now.instant(),
        expires_at: Temporal.Now.instant().add({ hours: 24 }),
      })
      .execute()
    const cookie = `tessellate_session=${token}`
    const see = (url: string) => app.inject({ method: 'GET', url, headers: { cookie } })
    const send = (url: string, fields: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          cookie,
          origin: 'http://hubs.example',
          host: 'hubs.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(fields).toString(),
      })
    assert.match((await see('/hub/west/placement')).body, /Find the best placement/)
    assert.match((await see(`/hub/west/placement/new?offer=${offerId}`)).body, /What counts in this placement/)
    assert.equal((await see(`/hub/west/placement/new?offer=${newId()}`)).statusCode, 404)
    const wrong = await send('/hub/west/placement', { offer: offerId, most_miles: 'far', phases: 'mixed' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter the most miles as a whole number from 1 to 200/)
    assert.equal((await send('/hub/west/placement', {})).statusCode, 422)
    const off = String(
      (await send('/hub/west/placement', { offer: offerId, most_miles: '20', dates: 'avoided' })).headers.location,
    )
    assert.equal((await send(`${off}/cancel`, {})).statusCode, 303)
    assert.match((await see(off)).body, /Called off/)
    const run = String((await send('/hub/west/placement', { offer: offerId })).headers.location)
    assert.match((await see(run)).body, /1 to place in 2 groups\. You can leave this page/)
    await runPlacement(test.system(), run.split('/').at(-1) ?? '')
    assert.match((await see(run)).body, /1 of 1 placed[\s\S]*Oak School[\s\S]*Nearest group, 1 mile/)
    assert.match((await see(`${run}/change/${oak}`)).body, /Where does Oak School go\?[\s\S]*9 miles away/)
    assert.equal((await send(`${run}/change/${oak}`, {})).statusCode, 422)
    assert.equal((await send(`${run}/change/${oak}`, { group: 'none' })).statusCode, 303)
    assert.equal(
      (await send(`${run}/accept`, { 'respond_by-day': '31', 'respond_by-month': '2', 'respond_by-year': '2022' }))
        .statusCode,
      422,
    )
    assert.match(
      (await send(`${run}/accept`, { 'respond_by-day': '1', 'respond_by-month': '11', 'respond_by-year': '2021' }))
        .body,
      /Nobody is placed/,
    )
    const east = await db()
      .selectFrom('groups')
      .select('id')
      .where('offer_id', '=', offerId)
      .where('name', '=', 'East')
      .executeTakeFirstOrThrow()
    await send(`${run}/change/${oak}`, { group: east.id })
    assert.match((await see(run)).body, /Oak School goes to East[\s\S]*Take off/)
    assert.equal((await send(`${run}/company`, { first: oak, second: oak })).statusCode, 422)
    assert.equal((await send(`${run}/pins/${newId()}/remove`, {})).statusCode, 404)
    const again = String((await send(`${run}/again`, {})).headers.location)
    await runPlacement(test.system(), again.split('/').at(-1) ?? '')
    const compared = `${again}/compared/${run.split('/').at(-1)}`
    assert.match((await see(compared)).body, /1 is in the same place in both, 0 are not[\s\S]*Nobody is elsewhere/)
    assert.equal((await see(`${again}/compared/${newId()}`)).statusCode, 404)
    assert.match(
      (await see(again)).body,
      /Put here by hand[\s\S]*Beside first come, first served|Beside first come, first served[\s\S]*Put here by hand/,
    )
    assert.equal(
      (await send(`${run}/accept`, { 'respond_by-day': '1', 'respond_by-month': '11', 'respond_by-year': '2021' }))
        .statusCode,
      303,
    )
    assert.match((await see(run)).body, /One place was offered/)
    assert.equal((await see(`/hub/west/placement/${newId()}`)).statusCode, 404)
    const other = await makeHub(db(), 'other')
    assert.equal((await see(`/hub/${other.slug}/placement`)).statusCode, 404)
  })

  it('leave every rule that must hold true of the data', () =>
    test.requireNoFaults('Each expression of interest that counts has its receipt in the history'))
})
