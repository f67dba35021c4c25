import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { runSweeps } from '../../platform/jobs.ts'
import { sayWhoLeft, sayWhoMoved, statePost } from '../people/index.ts'
import { offerFreedPlace, waitInterest } from '../place-offers/index.ts'
import { changeParticipants, holdPlace } from '../places/index.ts'
import { tellEveryone } from '../sessions/index.ts'
import { sweeps as sessionsSweeps } from '../sessions/jobs.ts'
import { decideMove } from './actions/decide-move.ts'
import { decisionsOfHub, movesToDecide, participationsToDecide } from './queries.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
let staffId: string
let old: string
let next: string
let projectId: string
let groupId: string
let placeId: string
let person: Awaited<ReturnType<typeof makePerson>>
const db = () => here.installation.connections.kysely
const today = Temporal.PlainDate.from('2021-10-18')
const staff = (hubId = hub.id) => here.as(actorWith(staffId, 'hub_administrator', { hubId }))
const self = () => here.as({ kind: 'person', personId: person.id, name: person.name, roles: [] })
const mailTo = async (address: string) =>
  (await db().selectFrom('messages').select('subject').where('to_address', '=', address).orderBy('id').execute()).map(
    ({ subject }) => subject,
  )
const taken = () =>
  db()
    .selectFrom('groups')
    .select(['organisations_taken as organisations', 'people_taken as people'])
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
const named = (id = groupId) =>
  db()
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['n.name', 'o.name as organisation', 'a.part', 'a.access_needs as needs'])
    .where('p.group_id', '=', id)
    .where('a.to_on', 'is', null)
    .where('p.status', 'in', ['offered', 'held'])
    .orderBy('a.part')
    .execute()
const taking = async (id = groupId) =>
  (await named(id)).map(({ name, organisation, part }) => [name, organisation, part])

before(async () => {
  here = await testInstallation()
  staffId = (await makePerson(db(), 'Rohan Petrescu')).id
})
after(() => here.release())
beforeEach(async () => {
  hub = await makeHub(db())
  old = await makeSchool(db(), { name: 'Tamsel Park School' })
  next = await makeSchool(db(), { name: 'Brackenwell High School' })
  projectId = await makeProject(db())
  groupId = await makeGroup(db(), hub.id, projectId, { organisations_room: 2, people_room: 3, status: 'confirmed' })
  person = await makePerson(db(), 'Nadia Rosewarne')
  await statePost(self(), {
    personId: person.id,
    organisationId: old,
    post: 'class_teacher',
    held: true,
    statedBy: 'person',
  })
  const people = [{ personId: person.id, part: 'lead' as const, post: 'class_teacher', accessNeeds: 'Step-free' }]
  placeId = await holdPlace(staff(), { groupId, organisationId: old, people, peopleCount: 1 })
})

const moved = (): Promise<string> =>
  sayWhoMoved(self(), {
    personId: person.id,
    fromOrganisationId: old,
    on: today,
    to: { organisationId: next, post: 'class_teacher' },
  })
const open = async (moveId: string) => (await participationsToDecide(db(), { hubId: hub.id, moveId, today }))[0]
const decide = async (moveId: string, input: Omit<Parameters<typeof decideMove>[1], 'moveId' | 'participantId'>) =>
  decideMove(staff(), { moveId, participantId: (await open(moveId))?.participantId ?? '', ...input })

describe('somebody who takes part has left the school', () => {
  test('stands in the list of the hub until it is decided, and in no other’s', async () => {
    const moveId = await moved()
    assert.deepEqual(
      (await movesToDecide(db(), hub.id)).map((move) => [move.id, move.person, move.from, move.to]),
      [[moveId, 'Nadia Rosewarne', 'Tamsel Park School', 'Brackenwell High School']],
    )
    assert.deepEqual(await movesToDecide(db(), (await makeHub(db())).id), [])
    await decide(moveId, { decision: 'stays' })
    assert.deepEqual(await movesToDecide(db(), hub.id), [])
    assert.equal((await decisionsOfHub(db(), hub.id, 5))[0]?.by, 'Rohan Petrescu')
  })

  test('while their school waited: the hub is asked as soon as the place in its turn is offered', async () => {
    const offerId = await makeOffer(db(), hub.id, projectId)
    const freed = await makeGroup(db(), hub.id, projectId, { offer_id: offerId })
    const asked = await receivedInterest(here, { offerId })
    await waitInterest(staff(), { interestId: asked.id })
    const [lead] = asked.people
    assert.ok(lead?.personId)
    const moveId = await sayWhoMoved(here.as({ kind: 'person', personId: lead.personId, name: lead.name, roles: [] }), {
      personId: lead.personId,
      fromOrganisationId: asked.organisation.id,
      on: today,
      to: { organisationId: next, post: 'class_teacher' },
    })
    assert.deepEqual(await movesToDecide(db(), hub.id), [])
    assert.equal((await offerFreedPlace(here.system(), freed)).offeredTo, asked.id)
    assert.deepEqual(
      (await movesToDecide(db(), hub.id)).map(({ id }) => id),
      [moveId],
    )
  })

  test('takes part as before until the hub has decided', async () => {
    await moved()
    assert.deepEqual(await taking(), [['Nadia Rosewarne', 'Tamsel Park School', 'lead']])
  })

  test('and the place stays with the school: the successor takes over the part and is sent the dates', async () => {
    await makeSession(db(), groupId)
    await tellEveryone(staff(), groupId)
    const moveId = await moved()
    await decide(moveId, { decision: 'stays', successor: { name: 'Priya Shah', email: 'priya@tamsel.example' } })
    assert.deepEqual(await taking(), [['Priya Shah', 'Tamsel Park School', 'lead']])
    assert.deepEqual(await taken(), { organisations: 1, people: 1 })
    assert.equal((await mailTo('priya@tamsel.example')).length, 1)
    await runSweeps(here.installation, sessionsSweeps)
    assert.match((await mailTo(person.address)).join('\n'), /your dates are called off/)
  })

  test('and goes on for the new school in a place of its own, with the needs told; both schools’ room is kept', async () => {
    const moveId = await moved()
    await decide(moveId, { decision: 'moves' })
    assert.deepEqual(await taking(), [['Nadia Rosewarne', 'Brackenwell High School', 'lead']])
    assert.deepEqual(await taken(), { organisations: 2, people: 2 })
    assert.equal((await named())[0]?.needs, 'Step-free')
    assert.match((await mailTo(person.address)).join('\n'), /what your change of school means/)
  })

  test('and goes on while the old school gives its place up, so that a full group has room', async () => {
    const other = await makeSchool(db())
    await holdPlace(staff(), { groupId, organisationId: other, people: [], peopleCount: 2 })
    const moveId = await moved()
    await assert.rejects(decide(moveId, { decision: 'moves' }), /no room/)
    assert.deepEqual(await taking(), [['Nadia Rosewarne', 'Tamsel Park School', 'lead']])
    await decide(moveId, { decision: 'moves', givesUp: true })
    assert.deepEqual(await taking(), [['Nadia Rosewarne', 'Brackenwell High School', 'lead']])
    assert.deepEqual(await taken(), { organisations: 2, people: 3 })
  })

  test('and joins the place that the new school has already, in another group of the project too', async () => {
    const there = await makeGroup(db(), hub.id, projectId, { status: 'confirmed' })
    const colleague = await makePerson(db(), 'Ifeoma Castellan')
    const people = [{ personId: colleague.id, part: 'lead' as const, post: null }]
    await holdPlace(staff(), { groupId: there, organisationId: next, people, peopleCount: 1 })
    const moveId = await moved()
    await decide(moveId, { decision: 'moves' })
    assert.deepEqual(await taking(), [])
    assert.deepEqual(await taking(there), [
      ['Ifeoma Castellan', 'Brackenwell High School', 'lead'],
      ['Nadia Rosewarne', 'Brackenwell High School', 'other'],
    ])
    const places = await db().selectFrom('places').select('id').where('organisation_id', '=', next).execute()
    assert.equal(places.length, 1)
  })

  test('and the place in another hub’s group is asked of that hub', async () => {
    const other = await makeHub(db())
    const there = await makeGroup(db(), other.id, projectId, { status: 'confirmed' })
    await holdPlace(staff(other.id), { groupId: there, organisationId: next, people: [], peopleCount: 1 })
    await assert.rejects(decide(await moved(), { decision: 'moves' }), /another hub’s/)
  })

  test('whose place is their own takes it along, or it ends', async () => {
    const single = await makeProject(db(), { unit: 'person' })
    const singles = await makeGroup(db(), hub.id, single, { status: 'confirmed' })
    const people = [{ personId: person.id, part: 'lead' as const, post: null }]
    const own = { groupId: singles, organisationId: old, personId: person.id, people, peopleCount: 1 }
    await holdPlace(staff(), own)
    const moveId = await moved()
    const rows = await participationsToDecide(db(), { hubId: hub.id, moveId, today })
    const mine = rows.find(({ groupId: id }) => id === singles)?.participantId ?? ''
    await assert.rejects(
      decideMove(staff(), { moveId, participantId: mine, decision: 'stays' }),
      /cannot be decided so/,
    )
    await decideMove(staff(), { moveId, participantId: mine, decision: 'moves' })
    assert.deepEqual(await taking(singles), [['Nadia Rosewarne', 'Brackenwell High School', 'lead']])
  })

  test('without another school: the place stays or ends', async () => {
    const moveId = await sayWhoLeft(self(), { personId: person.id, fromOrganisationId: old, on: today })
    await assert.rejects(decide(moveId, { decision: 'moves' }), /cannot be decided so/)
    await decide(moveId, { decision: 'ends' })
    assert.deepEqual(await taken(), { organisations: 0, people: 0 })
  })

  test('is decided by the group’s own hub alone', async () => {
    const moveId = await moved()
    const participantId = (await open(moveId))?.participantId ?? ''
    const other = staff((await makeHub(db())).id)
    await assert.rejects(decideMove(other, { moveId, participantId, decision: 'stays' }), NotFound)
    await assert.rejects(decideMove(self(), { moveId, participantId, decision: 'stays' }), NotFound)
  })

  test('is decided once, however many decide at once', async () => {
    const moveId = await moved()
    const participantId = (await open(moveId))?.participantId ?? ''
    const decisions = (['stays', 'moves', 'ends'] as const).flatMap((decision) => [decision, decision])
    const outcomes = await Promise.allSettled(
      decisions.map((decision) => decideMove(staff(), { moveId, participantId, decision })),
    )
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused)
    await here.requireNoFaults()
  })

  test('needs no decision when somebody has changed the people already', async () => {
    const moveId = await moved()
    await changeParticipants(staff(), { placeId, people: [] })
    assert.equal(await open(moveId), undefined)
  })
})
