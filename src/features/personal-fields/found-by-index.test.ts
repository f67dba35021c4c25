import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { found } from '../../platform/errors.ts'
import { belongsTo, dataSubject } from './holding-queries.ts'
import { holdings } from './personal-fields.ts'

let here: TestInstallation

before(async () => {
  here = await testInstallation()
})
after(() => here.release())

/** What a hub or the network does now and then: a few hundred rows in ten years. */
const small = [
  'coming_moves',
  'data_controllers',
  'erasure_requests',
  'import_matchings',
  'import_school_decisions',
  'imports',
  'merges',
  'placement_runs',
  'planned_hub_changes',
  'possible_duplicates',
  'published_figures',
  'register_imports',
  'register_questions',
  'retention_settings',
  'subject_access_requests',
]

test('whatever is held about a person is found by an index, but in tables that stay small', async () => {
  const db = here.installation.connections.kysely
  const subject = found(await dataSubject(db, (await makePerson(db)).id))
  const read = await db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const whole: string[] = []
    for (const holding of holdings.filter(({ whose }) => whose.length > 0)) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select count(*) from ${sql.table(holding.table)} t where ${belongsTo(holding, subject)}`.execute(tx)
      if (rows.some((row) => row['QUERY PLAN'].includes(`Seq Scan on ${holding.table} `))) whole.push(holding.table)
    }
    return whole
  })
  assert.deepEqual(
    [...new Set(read)].filter((table) => !small.includes(table)),
    [],
  )
})
