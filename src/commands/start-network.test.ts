import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { connect } from '../platform/database/index.ts'

const program = join(import.meta.dirname, '../../bin/tessellate')
let database: TestDatabase

before(async () => {
  database = await testDatabase()
})
after(() => database.release())

type Outcome = { readonly status: number; readonly said: string; readonly complained: string }

const tessellate = (...words: string[]): Promise<Outcome> => {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    DEMO: '0',
    SECRET_KEY: 'a key for tests that is long enough to be one',
  }
  return new Promise((resolve) => {
    execFile(program, words, { env }, (problem, said, complained) => {
      resolve({ status: problem ? Number(problem.code) : 0, said, complained })
    })
  })
}

test('An operator makes an empty installation a network’s own, once: its years are open and its first person can sign in', async () => {
  assert.equal((await tessellate('start-network', 'Maths', 'A body', 'Ada Lee', 'not an address')).status, 2)
  const started = await tessellate('start-network', 'Maths Hubs', 'A coordinating body', 'Ada Lee', 'ada@body.example')
  assert.equal(started.complained, '')
  assert.match(started.said, /\/sign-in\/link\/[\w-]+$/m)
  const again = await tessellate('start-network', 'Another', 'B body', 'Ben Ray', 'ben@body.example')
  assert.deepEqual([again.status, again.complained], [1, 'This installation has its network already.\n'])
  assert.equal((await tessellate('sign-in-link', 'ben@body.example')).status, 1)
  assert.match((await tessellate('sign-in-link', 'ada@body.example')).said, /\/sign-in\/link\//)
  assert.deepEqual(await tessellate('check'), { status: 0, said: '', complained: '' })

  const connections = connect(database.url, { max: 2 })
  const db = connections.kysely
  assert.equal((await db.selectFrom('academic_years').selectAll().execute()).length, 2)
  assert.equal((await db.selectFrom('delivery_models').selectAll().execute()).length, 5)
  assert.deepEqual(
    (await db.selectFrom('roles').select('role').execute()).map(({ role }) => role),
    ['national_team'],
  )
  await connections.end()
})
