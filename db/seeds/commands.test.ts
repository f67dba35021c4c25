import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { connected } from '../../test/support/server.ts'

const command = join(import.meta.dirname, '../../bin/tessellate')
let database: TestDatabase

before(async () => {
  database = await testDatabase()
})
after(() => database.release())

type Outcome = { readonly status: number; readonly said: string }

const environment = () => ({
  ...process.env,
  DATABASE_URL: database.ownerUrl,
  DEMO: '1',
  SECRET_KEY: 'a key for tests that is long enough to be one',
})

const tessellate = (...words: string[]): Promise<Outcome> => {
  const env = environment()
  return new Promise((resolve) => {
    execFile(command, words, { env }, (problem, said) => {
      resolve({ status: problem ? Number(problem.code) : 0, said })
    })
  })
}

test('An operator loads the demonstration once, lists its cast, moves its clock forward and finds every rule kept', async () => {
  const loading = await Promise.all([tessellate('demo', 'load'), tessellate('demo', 'load')])
  assert.deepEqual(loading.map(({ status }) => status).sort(), [0, 1], 'of two that come at once one loads it')
  const cast = JSON.parse((await tessellate('demo', 'cast', '--json')).said) as readonly Record<string, string>[]
  assert.equal(cast.length, 15)
  for (const member of cast) assert.deepEqual(Object.keys(member).sort(), ['email', 'name', 'organisation', 'part'])
  assert.equal((await tessellate('demo', 'clock', '2021-11-17T16:00')).status, 0)
  assert.equal((await tessellate('demo', 'clock', '2021-11-16T16:00')).status, 1)
  assert.deepEqual(await tessellate('check'), { status: 0, said: '' })
})

test('A row changed by hand is one line and exit status 1, though nobody reads the line', async () => {
  const client = await connected(database.ownerUrl)
  await client.query(`begin; set local session_replication_role = replica;
    update groups set people_taken = people_taken - 1 where people_taken > 3; commit`)
  await client.end()
  const { status, said } = await tessellate('check')
  assert.equal(status, 1)
  assert.match(said, /rule 1\): group \S+ counts/)
  const unread = spawn(command, ['check'], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  unread.stdout.destroy()
  let complaints = ''
  unread.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  assert.equal(await new Promise((resolve) => unread.on('close', resolve)), 1)
  assert.equal(complaints, '')
})
