import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { nameOf, referencesTo, undecided } from '../../platform/database/references.ts'
import { organisationsReferences } from './organisations-references.ts'
import { peopleReferences } from './people-references.ts'

describe('what refers to people and organisations', () => {
  let test: TestInstallation
  const db = () => test.installation.connections.kysely

  before(async () => {
    test = await testInstallation()
  })
  after(() => test.release())

  it('has a declared fate when records are merged, every column of it', async () => {
    const none = { missing: [], surplus: [] }
    assert.deepEqual(undecided(await referencesTo(db(), 'people'), peopleReferences), none)
    assert.deepEqual(undecided(await referencesTo(db(), 'organisations'), organisationsReferences), none)
  })

  it('is guarded against records that were merged: a migration that adds a table calls guard_against_merged_records()', async () => {
    const { rows } = await test.installation.connections.pool.query<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'stay_clear_of_merged'`,
    )
    const guarded = new Set(rows.map(({ name }) => name))
    const themselves = ['people', 'organisations', 'merge_changes']
    for (const target of ['people', 'organisations'])
      for (const reference of await referencesTo(db(), target))
        assert.ok(guarded.has(reference.table) || themselves.includes(reference.table), nameOf(reference))
  })

  it('can be counted and named: every name of a row is SQL that the database takes', async () => {
    for (const [target, fates] of [
      ['people', peopleReferences],
      ['organisations', organisationsReferences],
    ] as const)
      for (const { table, column } of await referencesTo(db(), target)) {
        const fate = fates[`${table}.${column}`]
        const named = fate?.fate === 'moves' ? fate.named : undefined
        await test.installation.connections.pool.query(`select ${named ?? 'null'} from ${table} it limit 1`)
      }
  })
})
