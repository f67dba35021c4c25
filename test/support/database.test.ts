import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from './database.ts'
import { connected } from './server.ts'

const rowsOf = async (url: string, statement: string): Promise<readonly unknown[]> => {
  const client = await connected(url)
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const migrations = `select string_agg(name, ' ' order by name) from migrations`

describe('a test database', () => {
  let database: TestDatabase
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.release())

  it('is opened as the role of the application, or as the owner', async () => {
    assert.deepEqual(await rowsOf(database.url, 'select current_user::text'), ['tessellate_app'])
    assert.notDeepEqual(await rowsOf(database.ownerUrl, 'select current_user::text'), ['tessellate_app'])
  })

  it('comes with what the migrations made, again after it was used', async () => {
    const fresh = await rowsOf(database.ownerUrl, migrations)
    assert.ok(String(fresh[0]).length > 0)
    await rowsOf(database.ownerUrl, `insert into migrations (name) values ('9999-left-behind.sql')`)
    await rowsOf(database.ownerUrl, `delete from migrations where name like '0001%'`)
    await database.release()
    database = await testDatabase()
    assert.deepEqual(await rowsOf(database.ownerUrl, migrations), fresh)
  })

  it('comes with the tables as they were made, though a test changed them', async () => {
    const rules = `select count(*)::int from pg_constraint where conname = 'people_teacher_reference_number'`
    await rowsOf(database.ownerUrl, 'alter table people drop constraint people_teacher_reference_number')
    await database.release()
    database = await testDatabase()
    assert.deepEqual(await rowsOf(database.ownerUrl, rules), [1])
  })

  it('is lent to one test at a time', async () => {
    const others = await Promise.all([testDatabase(), testDatabase()])
    const all = [database, ...others].map(({ ownerUrl }) => ownerUrl)
    assert.equal(new Set(all).size, 3)
    await Promise.all(others.map(({ release }) => release()))
  })
})
