import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { runSweeps } from '../../platform/jobs.ts'
import { comingMovesAtHub, comingMovesFrom, comingMovesOf } from './coming-moves-queries.ts'
import { sayWhoLeft, sayWhoMoved, statePost, takeBackComingMove } from './index.ts'
import { sweeps } from './jobs.ts'

const june = '2022-06-20T09:00:00Z'
const september = Temporal.PlainDate.from('2022-09-01')

describe('a move that is told before its day', () => {
  let here: TestInstallation
  let hub: { id: string; slug: string }
  let old: string
  let next: string
  let groupId: string
  let person: Awaited<ReturnType<typeof makePerson>>
  let lead: Awaited<ReturnType<typeof makePerson>>
  let staff: Awaited<ReturnType<typeof makePerson>>
  const db = () => here.installation.connections.kysely
  const self = () => here.as({ kind: 'person', personId: person.id, name: person.name, roles: [] })
  const leading = () => here.as(actorWith(lead.id, 'school_lead', { organisationId: old }))
  const atHub = (hubId = hub.id) => here.as(actorWith(staff.id, 'hub_administrator', { hubId }))
  const mailTo = async (address: string) =>
    (await db().selectFrom('messages').select('subject').where('to_address', '=', address).orderBy('id').execute()).map(
      ({ subject }) => subject,
    )
  const postsToday = async () =>
    (
      await db()
        .selectFrom('posts')
        .select('organisation_id')
        .where('person_id', '=', person.id)
        .where('to_on', 'is', null)
        .execute()
    ).map((row) => row.organisation_id)
  const moved = (on = september) =>
    sayWhoMoved(self(), {
      personId: person.id,
      fromOrganisationId: old,
      on,
      to: { organisationId: next, post: 'head_of_department' },
    })
  const sweep = () =>
    runSweeps(here.installation, { 'let-moves-happen': sweeps['let-moves-happen'] ?? (async () => {}) })

  before(async () => {
    here = await testInstallation()
  })
  after(() => here.release())
  beforeEach(async () => {
    here.clock.set(june)
    hub = await makeHub(db())
    old = await makeSchool(db(), { name: 'Tamsel Park School' })
    next = await makeSchool(db(), { name: 'Brackenwell High School' })
    person = await makePerson(db(), 'Nadia Rosewarne')
    lead = await makePerson(db(), 'Desmond Ayliffe')
    staff = await makePerson(db(), 'Rohan Petrescu')
    const teaching = { organisationId: old, post: 'class_teacher', held: true, statedBy: 'hub' as const }
    await statePost(here.system(), { personId: person.id, ...teaching })
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId)
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: old, people: 2 })
    await makeParticipant(db(), placeId, person.id)
    for (const [personId, role, at] of [
      [lead.id, 'school_lead', { organisation_id: old }],
      [staff.id, 'hub_administrator', { hub_id: hub.id }],
    ] as const)
      await db()
        .insertInto('roles')
        .values({
          id: crypto.randomUUID(),
          person_id: personId,
          role,
          from_on: Temporal.PlainDate.from('2021-09-01'),
          ...at,
        })
        .execute()
  })

  it('changes nothing until then, is shown to whom it concerns, and takes effect on its day by itself', async () => {
    await moved()
    assert.deepEqual(await postsToday(), [old])
    assert.equal((await comingMovesOf(db(), person.id))[0]?.to, 'Brackenwell High School')
    assert.equal((await comingMovesFrom(db(), old)).length, 1)
    assert.equal((await comingMovesFrom(db(), next)).length, 0)
    assert.equal((await comingMovesAtHub(db(), hub.id)).length, 1)
    assert.equal((await comingMovesAtHub(db(), (await makeHub(db())).id)).length, 0)
    assert.deepEqual(await mailTo(person.address), [
      'On 1 September 2022 you move from Tamsel Park School to Brackenwell High School',
    ])
    for (const { address } of [lead, staff])
      assert.deepEqual(await mailTo(address), ['Nadia Rosewarne will leave Tamsel Park School on 1 September 2022'])
    here.clock.set('2022-08-31T22:30:00Z')
    await sweep()
    assert.deepEqual(await postsToday(), [old])

    here.clock.set('2022-08-31T23:05:00Z')
    await Promise.all([sweep(), sweep()])
    assert.deepEqual(await postsToday(), [next])
    assert.deepEqual(await comingMovesOf(db(), person.id), [])
    const move = await db()
      .selectFrom('person_moves')
      .selectAll()
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow()
    assert.equal(move.moved_on.toString(), '2022-09-01')
    assert.equal(move.said_by, 'person')
    assert.equal(move.said_by_person_id, person.id)
    assert.deepEqual((await mailTo(lead.address)).slice(1), ['Nadia Rosewarne has left Tamsel Park School'])
    assert.match((await mailTo(staff.address))[1] ?? '', /decide about the place/)
    await here.requireNoFaults()
  })

  it('can be taken back until its day, by those who could have said it, and everybody told of it is told', async () => {
    const stranger = await makeHub(db())
    const [id = ''] = [await moved()]
    await assert.rejects(takeBackComingMove(atHub(stranger.id), { id }), NotFound)
    await takeBackComingMove(leading(), { id })
    await assert.rejects(takeBackComingMove(self(), { id }), Refused)
    assert.deepEqual((await mailTo(person.address)).slice(1), [
      'Nadia Rosewarne does not leave Tamsel Park School on 1 September 2022',
    ])
    assert.deepEqual((await mailTo(staff.address)).slice(1), [
      'Nadia Rosewarne does not leave Tamsel Park School on 1 September 2022',
    ])
    assert.equal((await mailTo(lead.address)).length, 1)
    here.clock.set('2022-09-02T09:00:00Z')
    await sweep()
    assert.deepEqual(await postsToday(), [old])
    await takeBackComingMove(atHub(), { id: await moved(september.add({ months: 3 })) })
  })

  it('is said once at a time, and no further ahead than a year', async () => {
    await moved()
    await assert.rejects(moved(september.add({ days: 1 })), /said already/)
    await assert.rejects(
      sayWhoLeft(leading(), { personId: person.id, fromOrganisationId: old, on: september }),
      /said already/,
    )
    await assert.rejects(moved(Temporal.PlainDate.from('2023-06-21')), /more than a year ahead/)
    assert.equal((await comingMovesOf(db(), person.id)).length, 1)
  })

  it('is over with a leaving that comes before it', async () => {
    await moved()
    await sayWhoLeft(leading(), { personId: person.id, fromOrganisationId: old, on: here.system().today })
    assert.deepEqual(await comingMovesOf(db(), person.id), [])
    here.clock.set('2022-09-02T09:00:00Z')
    await sweep()
    assert.deepEqual(await postsToday(), [])
    await here.requireNoFaults()
  })

  it('lapses where the new school has closed by then, and says so', async () => {
    await moved()
    await db().updateTable('organisations').set({ status: 'closed' }).where('id', '=', next).execute()
    here.clock.set('2022-09-02T09:00:00Z')
    await sweep()
    await sweep()
    assert.deepEqual(await postsToday(), [old])
    assert.deepEqual((await mailTo(person.address)).slice(1), [
      'Nadia Rosewarne does not leave Tamsel Park School on 1 September 2022',
    ])
    await here.requireNoFaults()
  })
})
