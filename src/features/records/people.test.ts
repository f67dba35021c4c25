import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { findOrCreatePerson, personWithAddress } from '../people/index.ts'
import { proposeMerge, sayNotTheSame } from './actions/judge-pair.ts'
import { mergeRecords, tryMerge } from './actions/merge-records.ts'
import { undoMerge } from './actions/undo-merge.ts'
import { mergeById } from './merges-queries.ts'

const at = Temporal.Instant.from('2021-10-01T09:00:00Z')
const day = Temporal.PlainDate.from('2021-09-01')

describe('merging two people', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  let worker: string
  const national = () => test.as(actorWith(worker, 'national_team'))
  const staff = (hubId = hub.id) => test.as(actorWith(worker, 'hub_administrator', { hubId }))
  const person = async () => (await makePerson(db())).id
  const pairOf = async () => ({ keptId: await person(), mergedId: await person() })
  const merge = (pair: { keptId: string; mergedId: string }, choices = {}) =>
    mergeRecords(test.system(), { kind: 'person', pair, choices })

  /** Somebody who takes part at a hub, with a place in a group of its own. */
  const takingPart = async (personId: string, hubId = hub.id) => {
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hubId, projectId)
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()), people: 2 })
    return { projectId, groupId, placeId, participantId: await makeParticipant(db(), placeId, personId) }
  }
  const personOf = async (participantId: string) =>
    (
      await db()
        .selectFrom('participants')
        .select('person_id')
        .where('id', '=', participantId)
        .executeTakeFirstOrThrow()
    ).person_id
  /** Every row of the database that a merge may touch, to be compared before it and after its undo. */
  const everything = async (): Promise<string> => {
    const tables =
      'people person_names email_addresses posts roles participants places marks session_leads session_invitations expressions_of_interest interest_people messages address_changes'
    const { pool } = test.installation.connections
    const rows = await Promise.all(
      tables.split(' ').map((table) => pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)),
    )
    return JSON.stringify(rows.map((each) => each.rows))
  }

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
    worker = await person()
  })
  after(() => test.release())

  it('moves everything that means the one to the other, and an undo puts exactly all of it back', async () => {
    const pair = await pairOf()
    const { participantId, groupId } = await takingPart(pair.mergedId)
    const organisationId = await makeSchool(db())
    const post = { organisation_id: organisationId, post: 'maths_lead', stated_at: at }
    await db()
      .insertInto('posts')
      .values([pair.keptId, pair.mergedId].map((personId) => ({ id: newId(), person_id: personId, ...post })))
      .execute()
    await db()
      .insertInto('roles')
      .values([
        { id: newId(), person_id: pair.keptId, role: 'group_lead', group_id: groupId, from_on: day },
        { id: newId(), person_id: pair.mergedId, role: 'group_lead', group_id: groupId, from_on: day },
        { id: newId(), person_id: pair.mergedId, role: 'school_lead', organisation_id: organisationId, from_on: day },
      ])
      .execute()
    await db().updateTable('people').set({ telephone: '020 7946 0018' }).where('id', '=', pair.mergedId).execute()
    const before = await everything()

    const { moving, standing } = await tryMerge(test.system(), 'person', pair)
    assert.deepEqual(standing.against, [])
    assert.ok(moving.some(({ words }) => words === '1 part in a group'))
    assert.ok(
      moving.some(
        ({ words, names }) => words === '2 parts they may play' && names.some((name) => /school lead/.test(name)),
      ),
    )

    const id = await merge(pair, { telephone: 'merged' })
    assert.equal(await personOf(participantId), pair.keptId)
    const roles = await db().selectFrom('roles').select('role').where('person_id', '=', pair.keptId).execute()
    assert.deepEqual(roles.map(({ role }) => role).sort(), ['group_lead', 'school_lead'])
    const posts = await db().selectFrom('posts').select('id').where('person_id', '=', pair.keptId).execute()
    assert.equal(posts.length, 1)
    const kept = await db().selectFrom('people').selectAll().where('id', '=', pair.keptId).executeTakeFirstOrThrow()
    assert.equal(kept.telephone, '020 7946 0018')
    await test.requireNoFaults()

    test.clock.set('2021-11-16T09:00:00Z')
    const late = await undoMerge(national(), { mergeId: id }).then(
      () => null,
      (problem: unknown) => problem,
    )
    assert.ok(late === null)
    test.clock.set('2021-10-18T08:00:00Z')
    const messages = await db().deleteFrom('messages').where('key', 'like', `merged:${id}%`).execute()
    assert.ok(messages)
    assert.equal(await everything(), before)
    assert.ok((await mergeById(db(), id))?.undoneAt)
    await test.requireNoFaults()
  })

  it('lets both addresses lead to the one person, and writes to the one that was chosen', async () => {
    const [kept, merged] = [await makePerson(db()), await makePerson(db())]
    await merge({ keptId: kept.id, mergedId: merged.id }, { address: 'merged' })
    for (const { address } of [kept, merged]) assert.equal((await personWithAddress(db(), address))?.id, kept.id)
    const main = await db()
      .selectFrom('email_addresses')
      .select('address')
      .where('person_id', '=', kept.id)
      .where('is_primary', '=', true)
      .execute()
    assert.deepEqual(main, [{ address: merged.address }])
    const told = await db().selectFrom('messages').select('to_address').where('to_person_id', '=', kept.id).execute()
    assert.deepEqual(told.map(({ to_address }) => to_address).sort(), [kept.address, merged.address].sort())
  })

  it('keeps both marks of one session, to be settled (rule 6), and one part under the place', async () => {
    const pair = await pairOf()
    const { placeId, groupId, participantId } = await takingPart(pair.keptId)
    const second = await makeParticipant(db(), placeId, pair.mergedId, 'other')
    const sessionId = await makeSession(db(), groupId)
    const marks = [
      { participant_id: participantId, mark: 'present' },
      { participant_id: second, mark: 'absent' },
    ]
    await db()
      .insertInto('marks')
      .values(marks.map((mark) => ({ id: newId(), session_id: sessionId, recorded_at: at, received_at: at, ...mark })))
      .execute()
    const before = await everything()
    const { standing } = await tryMerge(test.system(), 'person', pair)
    assert.equal(standing.against.length, 0)
    assert.ok(standing.notes.some((note) => /different marks for the two/.test(note)))
    const id = await merge(pair)
    const standingMarks = await db()
      .selectFrom('standing_marks')
      .select('mark')
      .where('participant_id', '=', participantId)
      .orderBy('mark')
      .execute()
    assert.deepEqual(standingMarks, [{ mark: 'absent' }, { mark: 'present' }])
    const live = await db()
      .selectFrom('participants')
      .select('id')
      .where('place_id', '=', placeId)
      .where('to_on', 'is', null)
      .execute()
    assert.deepEqual(live, [{ id: participantId }])
    await undoMerge(test.system(), { mergeId: id })
    await db().deleteFrom('messages').where('key', 'like', `merged:${id}%`).execute()
    assert.equal(await everything(), before)
  })

  it('is refused while both have a live place of their own in one project, with the sentence', async () => {
    const pair = await pairOf()
    const projectId = await makeProject(db(), { title: 'Teaching for Depth', unit: 'person' })
    for (const personId of [pair.keptId, pair.mergedId]) {
      const groupId = await makeGroup(db(), hub.id, projectId)
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      await db().updateTable('places').set({ person_id: personId }).where('id', '=', place).execute()
    }
    await assert.rejects(merge(pair), (problem: Error) => {
      assert.ok(problem instanceof Refused)
      assert.match(problem.message, /Both have a live place of their own in Teaching for Depth/)
      return true
    })
  })

  it('is refused when something has changed since it was looked at', async () => {
    const pair = await pairOf()
    const { seen } = await tryMerge(test.system(), 'person', pair)
    await takingPart(pair.mergedId)
    await assert.rejects(
      mergeRecords(test.system(), { kind: 'person', pair, choices: {}, seen }),
      (problem) => problem instanceof Conflict,
    )
  })

  it('tells the history of both as one, and keeps each event as it was written', async () => {
    const known = async (email: string) =>
      (await findOrCreatePerson(test.system(), { name: 'Ada Quill', email, confirmed: true })).id
    const pair = { keptId: await known('ada@one.example'), mergedId: await known('ada@two.example') }
    await merge(pair)
    const names = (await historyOf(db(), { type: 'person', id: pair.keptId })).map(({ name }) => name)
    assert.equal(names.filter((name) => name === 'person.made-known').length, 2)
    assert.equal(names.filter((name) => name === 'person.merged').length, 1)
  })

  it('is a hub’s to do where no other hub knows the two; else it proposes, and those it does not know are not there', async () => {
    const pair = await pairOf()
    await takingPart(pair.keptId)
    await takingPart(pair.mergedId)
    await assert.rejects(
      mergeRecords(staff(other.id), { kind: 'person', pair, choices: {} }),
      (problem) => problem instanceof NotFound,
    )
    const elsewhere = await person()
    await takingPart(elsewhere)
    await takingPart(elsewhere, other.id)
    const shared = { keptId: pair.keptId, mergedId: elsewhere }
    await assert.rejects(
      mergeRecords(staff(), { kind: 'person', pair: shared, choices: {} }),
      (problem) => problem instanceof Forbidden,
    )
    await proposeMerge(staff(), { pair: shared, hubId: hub.id })
    await assert.rejects(
      proposeMerge(staff(other.id), { pair: shared, hubId: other.id }),
      (problem) => problem instanceof NotFound,
    )
    const id = await mergeRecords(staff(), { kind: 'person', pair, choices: {} })
    assert.equal((await mergeById(db(), id))?.hubId, hub.id)
    await assert.rejects(undoMerge(staff(other.id), { mergeId: id }), (problem) => problem instanceof Forbidden)
    await undoMerge(staff(), { mergeId: id })
  })

  it('never makes somebody one of a hub’s own people by the hub’s word', async () => {
    const pair = await pairOf()
    await takingPart(pair.mergedId)
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: pair.keptId, role: 'hub_lead', hub_id: hub.id, from_on: day })
      .execute()
    await assert.rejects(
      mergeRecords(staff(), { kind: 'person', pair, choices: {} }),
      (problem) => problem instanceof Forbidden,
    )
  })

  it('cannot be undone after thirty days, nor while the person who was kept has been merged further', async () => {
    const [a, b, c] = [await person(), await person(), await person()]
    const first = await merge({ keptId: b, mergedId: a })
    const second = await merge({ keptId: c, mergedId: b })
    const into = await db().selectFrom('people').select('merged_into_id').where('id', '=', a).executeTakeFirstOrThrow()
    assert.equal(into.merged_into_id, c)
    await assert.rejects(undoMerge(test.system(), { mergeId: first }), /merged into another record since/)
    await undoMerge(test.system(), { mergeId: second })
    test.clock.set('2021-11-18T09:00:00Z')
    await assert.rejects(undoMerge(test.system(), { mergeId: first }), /could be undone until 17 November 2021/)
    test.clock.set('2021-11-17T20:00:00Z')
    await undoMerge(test.system(), { mergeId: first })
    test.clock.set('2021-10-18T08:00:00Z')
    await test.requireNoFaults()
  })

  it('leaves what has changed since an undo would reach it, and says what', async () => {
    const pair = await pairOf()
    const { participantId } = await takingPart(pair.mergedId)
    const id = await merge(pair, { name: 'merged' })
    const third = await person()
    await db().updateTable('participants').set({ person_id: third }).where('id', '=', participantId).execute()
    assert.deepEqual(await undoMerge(test.system(), { mergeId: id }), [
      'A part in a group has been changed since: it stays as it is.',
    ])
    assert.equal(await personOf(participantId), third)
  })

  it('remembers for the record that is kept with whom the other was said not to be the same', async () => {
    const pair = await pairOf()
    const third = await person()
    await sayNotTheSame(national(), { kind: 'person', pair: { keptId: pair.mergedId, mergedId: third } })
    await merge(pair)
    const [firstId, secondId] = [pair.keptId, third].sort()
    const known = await db()
      .selectFrom('possible_duplicates')
      .select('status')
      .where('first_id', '=', firstId ?? '')
      .where('second_id', '=', secondId ?? '')
      .execute()
    assert.deepEqual(known, [{ status: 'not_the_same' }])
  })
})
