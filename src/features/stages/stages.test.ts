import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makeProject, makeSchool, makeYear } from '../../../test/support/records.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { stageRecordsOf, writeStageRecord } from './index.ts'

let test: TestInstallation
let stageId: string
before(async () => {
  test = await testInstallation()
  const pathwayId = newId()
  stageId = newId()
  await makeYear(db())
  await db()
    .insertInto('pathways')
    .values({ id: pathwayId, key: 'primary_mastery', name: 'Primary', phase: 'primary' })
    .execute()
  await db()
    .insertInto('stages')
    .values({ id: stageId, pathway_id: pathwayId, key: 'primary_development', name: 'Development', position: 1 })
    .execute()
})
after(() => test.release())
const db = () => test.installation.connections.kysely

describe('a stage record', () => {
  it('is written once, moves to its end once, and is told in the school’s history', async () => {
    const organisationId = await makeSchool(db())
    const about = { organisationId, stageId, year: 2021, evidence: 'Register of the group' }
    const first = await writeStageRecord(test.system(), { ...about, status: 'in_progress' })
    const again = await writeStageRecord(test.system(), { ...about, status: 'in_progress' })
    assert.equal(again.id, first.id)
    await writeStageRecord(test.system(), { ...about, status: 'completed' })
    assert.deepEqual(
      (await stageRecordsOf(db(), organisationId)).map(({ status }) => status),
      ['completed'],
    )
    await assert.rejects(writeStageRecord(test.system(), { ...about, status: 'withdrew' }), Refused)
    const history = await historyOf(db(), { type: 'organisation', id: organisationId })
    assert.deepEqual(
      history.map(({ name }) => name),
      ['stage-record.moved', 'stage-record.written'],
    )
  })

  it('is one, however many write it at once', async () => {
    const organisationId = await makeSchool(db())
    const write = () =>
      writeStageRecord(test.system(), {
        organisationId,
        stageId,
        year: 2021,
        status: 'in_progress',
        evidence: 'Register',
      })
    const ids = new Set((await Promise.all(Array.from({ length: 8 }, write))).map(({ id }) => id))
    assert.equal(ids.size, 1)
    assert.equal((await historyOf(db(), { type: 'organisation', id: organisationId })).length, 1)
  })

  it('follows the school to its successor', async () => {
    const [before, after] = [await makeSchool(db(), { name: 'Old Oak', status: 'closed' }), await makeSchool(db())]
    await db().insertInto('organisation_successors').values({ predecessor_id: before, successor_id: after }).execute()
    await writeStageRecord(test.system(), {
      organisationId: before,
      stageId,
      year: 2021,
      status: 'completed',
      evidence: 'Register',
    })
    const [record] = await stageRecordsOf(db(), after)
    assert.equal(record?.under, 'Old Oak')
  })

  it('is written by staff of the group’s hubs and not by another hub’s', async () => {
    const hub = await makeHub(db())
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()))
    const organisationId = await makeSchool(db())
    const write = (hubId: string, personId: string) =>
      writeStageRecord(test.as(actorWith(personId, 'hub_administrator', { hubId })), {
        organisationId,
        stageId,
        year: 2021,
        status: 'completed',
        groupId,
        evidence: 'Register',
      })
    const person = await makePerson(db())
    await assert.rejects(write((await makeHub(db())).id, person.id), Forbidden)
    await write(hub.id, person.id)
  })

  it('leave every rule that must hold true of the data', () => test.requireNoFaults())
})
