import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { transaction } from '../../platform/context.ts'
import { connect } from '../../platform/database/index.ts'
import { record } from '../../platform/history.ts'
import { findFaults, platformInvariants } from '../../platform/invariants.ts'
import { newId } from '../../vocabulary/ids.ts'
import { invariants } from './invariants.ts'
import { insertSeal } from './retention-store.ts'

let here: TestInstallation
let owner: ReturnType<typeof connect>
let subject = ''

before(async () => {
  here = await testInstallation()
  owner = connect(here.installation.ownerUrl, { asOwner: true })
})
after(async () => {
  await owner.end()
  await here.release()
})
beforeEach(async () => {
  await tamper('truncate events, event_subjects, event_personal_values, history_seals')
  subject = newId()
  for (const count of [1, 2, 3])
    await transaction(here.system(), (tx, context) =>
      record(tx, context, {
        name: 'thing.done',
        subject: { type: 'thing', id: subject },
        particulars: { count },
        personal: { name: 'Ada' },
      }),
    )
  await tamper(`update events set recorded_at = recorded_at - interval '2 hours'`)
  await transaction(here.system(), (tx, context) => insertSeal(tx, context.now))
})

const tamper = (query: string) => owner.pool.query(query)
const broken = async (): Promise<readonly string[]> => [
  ...new Set((await findFaults(owner.kysely, [...platformInvariants, ...invariants])).map(({ rule }) => rule)),
]

test('a history nobody has touched is whole', async () => {
  assert.deepEqual(await broken(), [])
})

test('changed particulars are noticed', async () => {
  await tamper(`update events set particulars = '{"count": 4}' where id = (select max(id) from events)`)
  assert.deepEqual(await broken(), ['No event has been changed since it was written'])
})

test('an event taken out of the middle breaks the chain and the seal', async () => {
  await tamper(
    `delete from event_personal_values where event_id = (select id from events order by id offset 1 limit 1)`,
  )
  await tamper(
    `with gone as (delete from event_subjects where event_id = (select id from events order by id offset 1 limit 1)) select 1`,
  )
  await tamper(`delete from events where id = (select id from events order by id offset 1 limit 1)`)
  assert.deepEqual(await broken(), [
    'The history of each thing is one unbroken chain',
    'Nothing recorded has been taken out of the history since it was sealed',
  ])
})

test('the last event of a chain, which no other follows, is missed by the seal', async () => {
  await tamper('delete from event_personal_values where event_id = (select max(id) from events)')
  await tamper('delete from event_subjects where event_id = (select max(id) from events)')
  await tamper('delete from events where id = (select max(id) from events)')
  assert.deepEqual(await broken(), ['Nothing recorded has been taken out of the history since it was sealed'])
})

test('events in another order are noticed', async () => {
  await tamper(`update events e set particulars = o.particulars, hash = o.hash, previous_hash = o.previous_hash
    from events o where e.id in (select min(id) from events) and o.id in (select max(id) from events)`)
  assert.ok((await broken()).includes('The history of each thing is one unbroken chain'))
})

test('a changed personal value is noticed, an erased one is not missed', async () => {
  await tamper(
    `update event_personal_values set personal = '{"name": "Eve"}' where event_id = (select max(event_id) from event_personal_values)`,
  )
  assert.deepEqual(await broken(), ['Personal values of the history are as they were recorded, or erased'])
  await tamper('delete from event_personal_values')
  assert.deepEqual(await broken(), [])
})
