import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { newId } from '../vocabulary/ids.ts'
import { transaction } from './context.ts'
import type { Transaction } from './database/index.ts'
import { Refused } from './errors.ts'
import { record } from './history.ts'
import { findFaults, platformInvariants } from './invariants.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

/** Opens once as many have come to it. */
const meetingOf = (most: number) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    come += 1
    if (come >= most) resolve()
    return promise
  }
}

const lock = (tx: Transaction, key: number) => sql`select pg_advisory_xact_lock(${key})`.execute(tx)

test('two that wait for each other are both done, one after the other, and each once', async () => {
  const meeting = meetingOf(2)
  const subjects = [newId(), newId()]
  const inOrder = (first: number, second: number, id: string) =>
    transaction(here.system(), async (tx, context) => {
      await record(tx, context, { name: 'test.done', subject: { type: 'test', id } })
      await lock(tx, first)
      await meeting()
      await lock(tx, second)
    })
  await Promise.all([inOrder(1, 2, subjects[0] ?? ''), inOrder(2, 1, subjects[1] ?? '')])
  const done = await here
    .system()
    .db.selectFrom('events')
    .select('subject_id')
    .where('name', '=', 'test.done')
    .execute()
  assert.deepEqual(done.map((event) => event.subject_id).sort(), subjects.sort())
})

test('what the rules refuse is not tried again', async () => {
  let tries = 0
  const refused = transaction(here.system(), async () => {
    tries += 1
    throw new Refused('No.')
  })
  await assert.rejects(refused, Refused)
  assert.equal(tries, 1)
})

test('the history of a thing stays one chain when somebody waits while another writes twice', async () => {
  const subject = { type: 'test', id: newId() }
  const started = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const twice = transaction(here.system(), async (tx, context) => {
    await record(tx, context, { name: 'test.first', subject })
    started.resolve()
    await release.promise
    await record(tx, context, { name: 'test.second', subject })
  })
  await started.promise
  const once = transaction(here.system(), (tx, context) => record(tx, context, { name: 'test.third', subject }))
  // The third has its turn only after the second: it is on its way before that, and waits.
  await wait(200)
  release.resolve()
  await Promise.all([twice, once])
  assert.deepEqual(await findFaults(here.installation.connections.kysely, platformInvariants), [])
})
