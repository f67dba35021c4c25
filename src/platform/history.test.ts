import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { newId } from '../vocabulary/ids.ts'
import { transaction } from './context.ts'
import { historyOf, record } from './history.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

const happen = (subject: string) =>
  transaction(here.system(), (tx, context) =>
    record(tx, context, {
      name: 'thing.done',
      subject: { type: 'thing', id: subject },
      particulars: { count: 1 },
      personal: { name: 'Ada' },
    }),
  )

test('what happened is found under its subject with its personal values beside it', async () => {
  const id = newId()
  await happen(id)
  const [event] = await historyOf(here.installation.connections.kysely, { type: 'thing', id })
  assert.equal(event?.name, 'thing.done')
  assert.deepEqual(event?.particulars, { count: 1 })
  assert.deepEqual(event?.personal, { name: 'Ada' })
})

test('the application can neither change nor remove what happened', async () => {
  const id = newId()
  await happen(id)
  const db = here.installation.connections.kysely
  await assert.rejects(
    sql`update events set name = 'thing.undone' where subject_id = ${id}`.execute(db),
    /permission denied/,
  )
  await assert.rejects(sql`delete from events where subject_id = ${id}`.execute(db), /permission denied/)
  await assert.rejects(sql`truncate events cascade`.execute(db), /permission denied/)
})

test('erasing personal values leaves the chain whole', async () => {
  const id = newId()
  await happen(id)
  await happen(id)
  const db = here.installation.connections.kysely
  await sql`delete from event_personal_values where event_id in (select id from events where subject_id = ${id})`.execute(
    db,
  )
  const events = await sql<{
    previous_hash: Buffer | null
    hash: Buffer
  }>`select previous_hash, hash from events where subject_id = ${id} order by id`.execute(db)
  assert.deepEqual(events.rows[1]?.previous_hash, events.rows[0]?.hash)
})
