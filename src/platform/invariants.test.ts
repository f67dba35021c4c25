import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { invariants } from '../invariants.ts'
import { newId } from '../vocabulary/ids.ts'
import { transaction } from './context.ts'
import { record } from './history.ts'
import { findFaults } from './invariants.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

const faults = async () => (await findFaults(here.installation.connections.kysely, invariants)).map(({ rule }) => rule)

const asOwner = async (query: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: here.installation.ownerUrl })
  await owner.connect()
  await owner.query(query).finally(() => owner.end())
}

test('an installation in which things happened has no faults', async () => {
  const id = newId()
  for (const name of ['thing.begun', 'thing.done']) {
    await transaction(here.system(), (tx, context) =>
      record(tx, context, { name, subject: { type: 'thing', id }, personal: { name: 'Ada' } }),
    )
  }
  assert.deepEqual(await faults(), [])
})

test('an event changed by hand is found', async () => {
  await asOwner(`update events set particulars = '{"count": 2}' where name = 'thing.begun'`)
  assert.deepEqual(await faults(), ['No event has been changed since it was written'])
})

test('personal values changed by hand are found', async () => {
  await asOwner(
    `update events set particulars = '{}' where name = 'thing.begun'; update event_personal_values set personal = '{"name": "Bob"}' where event_id = (select max(id) from events)`,
  )
  assert.deepEqual(await faults(), ['Personal values of the history are as they were recorded, or erased'])
})
