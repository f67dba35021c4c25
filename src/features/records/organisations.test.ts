import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makePerson,
  makePlace,
  makeProject,
  makeProvider,
  makeSchool,
} from '../../../test/support/records.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { organisationById, schoolByUrn, searchOrganisations } from '../organisations/index.ts'
import { findDuplicates } from './actions/find-duplicates.ts'
import { mergeRecords, tryMerge } from './actions/merge-records.ts'
import { undoMerge } from './actions/undo-merge.ts'

describe('merging two organisations', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const merge = (pair: { keptId: string; mergedId: string }, choices = {}) =>
    mergeRecords(test.system(), { kind: 'organisation', pair, choices })
  const place = async (organisationId: string, projectId: string) =>
    makePlace(db(), { groupId: await makeGroup(db(), hub.id, projectId), projectId, organisationId })
  const body = async (name: string) => {
    const id = newId()
    await db().insertInto('organisations').values({ id, kind: 'other', name, town: 'Quenby', invented: true }).execute()
    return id
  }
  const everything = async (): Promise<string> => {
    const { pool } = test.installation.connections
    const tables =
      'organisations organisation_former_names organisation_successors posts roles places stage_records sessions venues'
    const rows = await Promise.all(
      tables.split(' ').map((table) => pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)),
    )
    return JSON.stringify(rows.map((each) => each.rows))
  }

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
  })
  after(() => test.release())

  it('lets the URN of both lead to the one that is kept, whichever is chosen, and an undo puts it all back', async () => {
    const [keptId, mergedId] = [
      await makeSchool(db(), { urn: 970_001, name: 'Old Mill School' }),
      await makeSchool(db(), { urn: 970_002, name: 'Old Mill Academy' }),
    ]
    const placeId = await place(mergedId, await makeProject(db()))
    const before = await everything()
    const { standing, moving } = await tryMerge(test.system(), 'organisation', { keptId, mergedId })
    assert.deepEqual(standing.against, [])
    assert.match(standing.notes.join(' '), /each with its URN/)
    assert.ok(moving.some(({ words }) => words === '1 place'))
    const id = await merge({ keptId, mergedId }, { register: 'merged', name: 'merged' })
    for (const urn of [970_001, 970_002]) {
      const school = await schoolByUrn(db(), urn)
      assert.equal(school?.id, keptId)
      assert.equal(school?.urn, 970_002)
      assert.equal(school?.name, 'Old Mill Academy')
    }
    assert.equal((await organisationById(db(), mergedId))?.id, keptId)
    const held = await db().selectFrom('places').select('organisation_id').where('id', '=', placeId).executeTakeFirst()
    assert.equal(held?.organisation_id, keptId)
    assert.deepEqual(
      (await searchOrganisations(db(), 'old mill')).map((each) => each.id),
      [keptId],
    )
    await test.requireNoFaults()
    await undoMerge(test.system(), { mergeId: id })
    assert.equal(await everything(), before)
    await test.requireNoFaults()
  })

  it('makes another body the school of the register that it is', async () => {
    const [keptId, mergedId] = [
      await body('Teal Farm Primary'),
      await makeSchool(db(), { urn: 970_010, name: 'Teal Farm Primary School' }),
    ]
    await merge({ keptId, mergedId }, { register: 'merged', name: 'merged' })
    const school = await schoolByUrn(db(), 970_010)
    assert.equal(school?.id, keptId)
    assert.equal(school?.kind, 'school')
    await test.requireNoFaults()
  })

  it('keeps the further of two stage records of one stage and year, and the name that was', async () => {
    const pathway = newId()
    await db()
      .insertInto('pathways')
      .values({ id: pathway, key: 'mastery', name: 'Mastery', phase: 'secondary' } as never)
      .execute()
    const stageId = newId()
    await db()
      .insertInto('stages')
      .values({ id: stageId, pathway_id: pathway, key: 'embedding', name: 'Embedding', position: 1 } as never)
      .execute()
    await makeProject(db())
    const [keptId, mergedId] = [await makeSchool(db(), { name: 'Alder High' }), await body('Alderwood High')]
    const of = {
      stage_id: stageId,
      year: 2021,
      evidence: 'A group',
      recorded_at: Temporal.Instant.from('2021-10-01T09:00:00Z'),
    }
    await db()
      .insertInto('stage_records')
      .values([
        { id: newId(), organisation_id: keptId, status: 'in_progress', ...of },
        { id: newId(), organisation_id: mergedId, status: 'completed', ...of },
      ])
      .execute()
    const before = await everything()
    const id = await merge({ keptId, mergedId })
    const records = await db()
      .selectFrom('stage_records')
      .select('status')
      .where('organisation_id', '=', keptId)
      .execute()
    assert.deepEqual(records, [{ status: 'completed' }])
    const names = await db()
      .selectFrom('organisation_former_names')
      .select('name')
      .where('organisation_id', '=', keptId)
      .execute()
    assert.deepEqual(names, [{ name: 'Alderwood High' }])
    await undoMerge(test.system(), { mergeId: id })
    assert.equal(await everything(), before)
  })

  it('is refused while both have a live place in one project, or one follows the other', async () => {
    const projectId = await makeProject(db(), { title: 'Mastery Specialists' })
    const [keptId, mergedId] = [await makeSchool(db()), await makeSchool(db())]
    for (const id of [keptId, mergedId]) await place(id, projectId)
    await assert.rejects(merge({ keptId, mergedId }), /Both have a live place in Mastery Specialists/)
    const [old, next] = [await makeSchool(db()), await makeSchool(db())]
    await db().insertInto('organisation_successors').values({ predecessor_id: old, successor_id: next }).execute()
    await assert.rejects(merge({ keptId: next, mergedId: old }), /one after the other/)
  })

  it('is the national team’s to do', async () => {
    const pair = { keptId: await makeSchool(db()), mergedId: await makeSchool(db()) }
    const staff = test.as(actorWith((await makePerson(db())).id, 'hub_lead', { hubId: hub.id }))
    await assert.rejects(
      mergeRecords(staff, { kind: 'organisation', pair, choices: {} }),
      (problem) => problem instanceof Forbidden,
    )
  })

  it('is suggested where another body or a provider is a school, with the reasons; two of the register never are', async () => {
    const school = await makeSchool(db(), { name: 'St Swithun’s High School', town: 'Brackwater' })
    const other = newId()
    await db()
      .insertInto('organisations')
      .values({ id: other, kind: 'other', name: 'Saint Swithuns High School', town: 'Brackwater' })
      .execute()
    const [lead, provider] = [
      await makeSchool(db(), { name: 'Northgate School', town: 'Quenby' }),
      await makeProvider(db(), { name: 'Northgate School' }),
    ]
    await db().updateTable('organisations').set({ town: 'Quenby' }).where('id', '=', provider).execute()
    for (const urn of [970_020, 970_021]) await makeSchool(db(), { name: 'Twin School', town: 'Quenby', urn })
    await findDuplicates(test.system())
    const found = await db()
      .selectFrom('possible_duplicates')
      .select(['first_id', 'second_id', 'reasons'])
      .where('kind', '=', 'organisation')
      .where('status', '=', 'open')
      .execute()
    const reasons = (one: string, two: string) =>
      found.find(({ first_id, second_id }) => [first_id, second_id].sort().join() === [one, two].sort().join())?.reasons
    assert.deepEqual(reasons(school, other), [
      'The same name in Brackwater',
      'Another body that stands in the register of schools',
    ])
    assert.deepEqual(reasons(lead, provider), [
      'The same name in Quenby',
      'A provider of teacher training that is a school',
    ])
    assert.equal(found.length, 2)
  })
})
