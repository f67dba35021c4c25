import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makeProject, makeSchool, makeYear } from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { createContext, transaction } from '../context.ts'
import { connectAsOwner } from '../database/copy.ts'
import { json } from '../database/index.ts'
import { record } from '../history.ts'
import { findFaults, platformInvariants } from '../invariants.ts'
import { enqueue } from '../jobs.ts'
import { post } from '../mail/index.ts'
import { CannotRestore, makeBackup, restoreBackup } from './index.ts'
import { tablesOf } from './tables.ts'

let first: TestInstallation
let second: TestInstallation
let folder = ''
let file = ''

/** A sum over all rows of each table, as text. */
const sums = async ({ installation }: TestInstallation): Promise<Record<string, unknown>> => {
  const owner = await connectAsOwner(installation.ownerUrl)
  try {
    const entries: [string, unknown][] = []
    for (const { name } of await tablesOf(owner)) {
      const [row] = await owner.query(
        `select count(*) as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as sum from "${name}" t`,
      )
      entries.push([name, row])
    }
    return Object.fromEntries(entries)
  } finally {
    await owner.end()
  }
}

const jobsOf = async ({ installation }: TestInstallation) =>
  (
    await installation.connections.pool.query(
      'select task_identifier as task, key from graphile_worker.jobs order by task_identifier, key',
    )
  ).rows

const hardText = 'tab\t, line\nnext, back\\slash, \\. alone\n\\.\n, quote " \' and “é” 🙂'

const fill = async ({ installation }: TestInstallation): Promise<void> => {
  const db = installation.connections.kysely
  const context = createContext(installation, { kind: 'system', task: 'test' }, newId())
  await makeYear(db)
  const hub = await makeHub(db)
  await makeSchool(db)
  await makeGroup(db, hub.id, await makeProject(db))
  const person = await makePerson(db, hardText)
  await transaction(context, async (tx, context) => {
    await tx
      .insertInto('settings')
      .values({ name: 'a-setting', value: json({ words: hardText, list: [1, null] }) })
      .execute()
    for (const name of ['person.seen', 'person.seen-again'])
      await record(tx, context, { name, subject: { type: 'person', id: person.id }, personal: { name: hardText } })
    await post(
      tx,
      context,
      { address: person.address },
      { subject: 'One', paragraphs: [hardText], why: 'a test.' },
      'one',
    )
    await enqueue(tx, 'tell-somebody', { id: person.id }, { key: 'tell' })
  })
  await mkdir(join(installation.config.dataDir, 'files/plans'), { recursive: true })
  writeFileSync(join(installation.config.dataDir, 'files/plans/a plan.bin'), Buffer.alloc(200_000, '\\.\n'))
  writeFileSync(join(installation.config.dataDir, 'secret-key'), 'a secret')
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, 'kept.backup')
  first = await testInstallation({ dataDir: join(folder, 'first') })
  second = await testInstallation({ dataDir: join(folder, 'second') })
  await mkdir(second.installation.config.dataDir)
  await fill(first)
  await makeBackup(first.installation, file)
})

after(async () => {
  await first.release()
  await second.release()
  rmSync(folder, { recursive: true })
})

test('only the owner may read a backup, and its first line says what it is', () => {
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const header = JSON.parse(gunzipSync(readFileSync(file)).toString().split('\n')[0] ?? '')
  assert.equal(header.tessellate, 'backup')
  assert.equal(header.madeAt, '2021-10-18T08:00:00Z')
})

test('a backup cut short, or any other file, is refused whole', async () => {
  const whole = gunzipSync(readFileSync(file))
  const cut = join(folder, 'cut.backup')
  for (const length of [200, Math.floor(whole.length / 2), whole.length - 40]) {
    writeFileSync(cut, gzipSync(whole.subarray(0, length)))
    await assert.rejects(restoreBackup(second.installation, cut), CannotRestore)
  }
  writeFileSync(cut, readFileSync(file).subarray(0, 3000))
  await assert.rejects(restoreBackup(second.installation, cut), CannotRestore)
  writeFileSync(cut, 'name,age\n')
  await assert.rejects(restoreBackup(second.installation, cut), CannotRestore)
  await assert.rejects(restoreBackup(second.installation, join(folder, 'nothing')), CannotRestore)
  assert.deepEqual(await jobsOf(second), [])
})

test('a backup is restored only into an empty database', async () => {
  await assert.rejects(restoreBackup(first.installation, file), /not empty/)
})

test('what was kept comes back identical, with its files, its jobs and its unbroken history', async () => {
  const kept = await sums(first)
  await restoreBackup(second.installation, file)
  assert.deepEqual(await sums(second), kept)
  assert.deepEqual(await jobsOf(second), await jobsOf(first))
  const path = 'files/plans/a plan.bin'
  const [before, back] = await Promise.all(
    [first, second].map(({ installation }) => readFile(join(installation.config.dataDir, path))),
  )
  assert.ok(before && back?.equals(before))
  assert.equal(readFileSync(join(second.installation.config.dataDir, 'secret-key'), 'utf8'), 'a secret')
  assert.deepEqual(await findFaults(second.installation.connections.kysely, platformInvariants), [])
})

test('work goes on after a restore where it stood', async () => {
  const context = second.system()
  await transaction(context, (tx, context) =>
    record(tx, context, { name: 'person.seen', subject: { type: 'person', id: newId() } }),
  )
  const links = await second.installation.connections.pool.query(
    `select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and convalidated`,
  )
  const before = await first.installation.connections.pool.query(
    `select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and convalidated`,
  )
  assert.deepEqual(links.rows, before.rows)
})
