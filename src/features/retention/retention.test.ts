import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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
import { newId } from '../../vocabulary/ids.ts'
import { announceRetention, carryOutRetention, setRetention } from './actions/keep-retention.ts'
import { sweeps } from './jobs.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

const one = async (query: string, values: readonly unknown[] = []): Promise<unknown> =>
  (await here.installation.connections.pool.query(query, [...values])).rows[0]?.found

const withNeeds = async () => {
  const db = here.installation.connections.kysely
  const hub = await makeHub(db)
  const lead = await makePerson(db)
  await db
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: lead.id,
      role: 'hub_lead',
      hub_id: hub.id,
      from_on: Temporal.PlainDate.from('2021-09-01'),
    })
    .execute()
  const projectId = await makeProject(db)
  const groupId = await makeGroup(db, hub.id, projectId, { status: 'completed' })
  const placeId = await makePlace(db, { groupId, projectId, organisationId: await makeSchool(db), status: 'completed' })
  const person = await makePerson(db)
  const participantId = await makeParticipant(db, placeId, person.id)
  await db
    .updateTable('participants')
    .set({ access_needs: 'A ramp', post: 'class_teacher' })
    .where('id', '=', participantId)
    .execute()
  return { hub, lead, person, participantId }
}

const at = (day: string) => here.clock.set(`${day}T02:00:00Z`)
const needsOf = (id: string) => one('select access_needs as found from participants where id = $1', [id])

test('what is no longer kept is announced a week before, told to hub leads, cleared once, and counted all the same', async () => {
  const { lead, participantId } = await withNeeds()
  // The academic year ends on 31 August 2022; access needs are kept three months after it.
  at('2022-11-22')
  await announceRetention(here.system())
  assert.equal(await one(`select count(*) as found from retention_sweeps where rule = 'access-needs'`), 0)
  at('2022-11-23')
  await announceRetention(here.system())
  await announceRetention(here.system())
  assert.deepEqual(
    await one(
      `select jsonb_agg(jsonb_build_array(rule, due_on, records_announced, people_announced)) as found from retention_sweeps where rule = 'access-needs'`,
    ),
    [['access-needs', '2022-11-30', 1, 1]],
  )
  assert.equal(await one('select count(*) as found from messages where to_person_id = $1', [lead.id]), 1)
  at('2022-11-24')
  await announceRetention(here.system())
  assert.equal(await one(`select count(*) as found from retention_sweeps where rule = 'access-needs'`), 1, 'said once')
  at('2022-11-29')
  await carryOutRetention(here.system())
  assert.equal(await needsOf(participantId), 'A ramp', 'not before its day')
  at('2022-11-30')
  await carryOutRetention(here.system())
  await carryOutRetention(here.system())
  assert.equal(await needsOf(participantId), null)
  assert.equal(
    await one(`select post as found from participants where id = $1`, [participantId]),
    'class_teacher',
    'other rules have other years',
  )
  assert.equal(await one('select count(*) as found from participants'), 1)
  assert.deepEqual(
    await one(
      `select jsonb_build_array(records_cleared, people_affected) as found from retention_sweeps where rule = 'access-needs'`,
    ),
    [1, 1],
  )
  assert.equal(await one(`select count(*) as found from events where name = 'retention.carried-out'`), 1)
})

test('a rule set to longer keeps what was announced, and set to shorter announces it first', async () => {
  at('2021-10-18')
  const { participantId } = await withNeeds()
  const national = here.as(actorWith((await makePerson(here.installation.connections.kysely)).id, 'national_team'))
  at('2022-11-24')
  await announceRetention(here.system())
  await setRetention(national, { rule: 'access-needs', months: 12 })
  at('2022-12-01')
  await carryOutRetention(here.system())
  assert.equal(await needsOf(participantId), 'A ramp')
  await setRetention(national, { rule: 'access-needs', months: 1 })
  at('2022-12-02')
  await announceRetention(here.system())
  await carryOutRetention(here.system())
  assert.equal(await needsOf(participantId), 'A ramp', 'a week has not gone by')
  at('2022-12-09')
  await carryOutRetention(here.system())
  assert.equal(await needsOf(participantId), null)
})

test('only the national team sets how long things are kept', async () => {
  const hub = await makeHub(here.installation.connections.kysely)
  const lead = here.as(actorWith(newId(), 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
  await assert.rejects(setRetention(lead, { rule: 'mail', months: 1 }), { name: 'Forbidden' })
})

test('a person nobody has heard of for six years is erased; one who holds a part is not', async () => {
  at('2021-10-18')
  const db = here.installation.connections.kysely
  const [gone, staff] = [await makePerson(db), await makePerson(db)]
  await db
    .insertInto('roles')
    .values({ id: newId(), person_id: staff.id, role: 'national_team', from_on: Temporal.PlainDate.from('2015-09-01') })
    .execute()
  await db
    .updateTable('people')
    .set({ created_at: Temporal.Instant.from('2014-01-01T00:00:00Z') })
    .where('id', 'in', [gone.id, staff.id])
    .execute()
  await announceRetention(here.system())
  at('2021-10-25')
  await carryOutRetention(here.system())
  assert.equal(await one('select name as found from people where id = $1', [gone.id]), 'Erased person')
  assert.equal(await one('select name as found from people where id = $1', [staff.id]), staff.name)
  assert.equal(await one('select count(*) as found from email_addresses where person_id = $1', [gone.id]), 0)
})

test('the night’s work is done once a day', async () => {
  at('2021-11-01')
  const night = sweeps['keep-retention']
  await night?.(here.system())
  await night?.(here.system())
  assert.equal(await one(`select count(*) as found from events where name = 'history.sealed'`), 1)
})
