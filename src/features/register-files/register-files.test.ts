import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RegisterRow, registerLines } from '../../../db/seeds/registers/file.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { uploadOf } from '../../../test/support/old-lists.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { connectAsOwner } from '../../platform/database/copy.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { runSweeps } from '../../platform/jobs.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { importSchools } from '../national-registers/index.ts'
import { jobs, sweeps } from './jobs.ts'
import { registerFileById } from './queries.ts'

let here: TestInstallation
let app: FastifyInstance
let folder: string
let roleId: string
const token = 'a token of a session'
const headers = { 'sec-fetch-site': 'same-origin', cookie: `${sessionCookie}=${token}` }
const pool = () => here.installation.connections.pool
const kysely = () => here.installation.connections.kysely
const uploads = () => join(folder, 'uploads')
const left = (): readonly string[] => (existsSync(uploads()) ? readdirSync(uploads()) : [])

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'register-files-'))
  here = await testInstallation({ dataDir: folder })
  app = await createApp(here.installation)
  const person = await makePerson(kysely(), 'Farida Test')
  roleId = newId()
  await kysely()
    .insertInto('roles')
    .values({ id: roleId, person_id: person.id, role: 'national_team', from_on: Temporal.PlainDate.from('2020-09-01') })
    .execute()
  const now = Temporal.Now.instant()
  await kysely()
    .insertInto('signed_in_sessions')
    .values({
      ...{ id: newId(), person_id: person.id, token_hash: hashOf(token) },
      ...{ created_at: now, expires_at: now.add({ hours: 1 }) },
    })
    .execute()
})
after(async () => {
  await app.close()
  await here.release()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  rmSync(uploads(), { recursive: true, force: true })
  const owner = await connectAsOwner(here.installation.ownerUrl)
  for (const table of [
    'register_files',
    'register_questions',
    'organisation_changes',
    'register_imports',
    'organisations',
  ])
    await owner.query(`delete from ${table}`)
  await owner.query(`insert into authorities (code, name) values ('307', 'Ealing') on conflict do nothing`)
  await owner.end()
})

const school = (urn: number, more: RegisterRow = {}): RegisterRow => ({
  ...{ URN: urn, 'LA (code)': 307, EstablishmentName: `School ${urn}`, 'TypeOfEstablishment (code)': '01' },
  ...{ 'EstablishmentStatus (code)': 1, 'PhaseOfEducation (code)': '2' },
  ...more,
})
const many = (count: number, more: RegisterRow = {}) =>
  Array.from({ length: count }, (_, at) => school(900_100 + at, more))
const textOf = (rows: readonly RegisterRow[]): Buffer => Buffer.from([...registerLines(rows)].join(''), 'latin1')

const send = async (bytes: Buffer, fields: Record<string, string> = { register: 'schools' }, name = 'register.csv') => {
  const { payload, headers: type } = uploadOf(fields, { name, bytes })
  return app.inject({
    method: 'POST',
    url: '/network/registers/files',
    payload,
    headers: { ...headers, ...type },
  })
}
const sent = async (rows: readonly RegisterRow[], fields: Record<string, string> = { register: 'schools' }) => {
  const { statusCode, headers: answered } = await send(textOf(rows), fields)
  assert.equal(statusCode, 303)
  return String(answered['location']).split('/').at(-1) ?? ''
}
const read = (fileId: string) => jobs['read-register-file']?.(here.system(), { fileId })
const open = (id: string) => app.inject({ url: `/network/registers/files/${id}`, headers })
const schools = async (): Promise<number> =>
  Number((await pool().query(`select count(*) from organisations where kind = 'school'`)).rows[0].count)

describe('a file of a register that is sent on a page', () => {
  it('is read by the worker, and its page leads to what came of it', async () => {
    const id = await sent(many(3))
    assert.deepEqual(left(), [`${id}.csv`])
    const waiting = await open(id)
    assert.match(waiting.body, /data-under-way/)
    assert.match(waiting.body, /waits to be read/)
    await read(id)
    assert.equal(await schools(), 3)
    assert.deepEqual(left(), [])
    const done = await open(id)
    assert.equal(done.statusCode, 303)
    const report = await app.inject({ url: String(done.headers['location']), headers })
    assert.match(report.body, /register\.csv/)
    assert.match(report.body, /Farida Test/)
    const list = await app.inject({ url: '/network/registers/files', headers })
    assert.match(list.body, /register\.csv \(1 kB\)|register\.csv \(\d+ kB\)/)
    await read(id)
    assert.equal((await pool().query('select count(*) from register_imports')).rows[0].count, 1)
  })

  const wrong: readonly [string, () => Buffer, Record<string, string>, RegExp][] = [
    ['without a file', () => Buffer.alloc(0), { register: 'schools' }, /Choose a file/],
    ['of no register', () => textOf(many(1)), {}, /Choose which register/],
    ['that lacks columns', () => Buffer.from('Name,Town\nA,B\n'), { register: 'schools' }, /lacks the columns URN/],
    ['of another register', () => textOf(many(1)), { register: 'school_links' }, /lacks the columns LinkURN/],
    ['in UTF-16', () => Buffer.from('\uFEFFURN,Name\n1,A\n', 'utf16le'), { register: 'schools' }, /Save it as CSV/],
    ['of a workbook', () => Buffer.from('PK\u0003\u0004 and more'), { register: 'schools' }, /Save it as CSV/],
    ['that is empty', () => Buffer.from('\n\n'), { register: 'schools' }, /empty/],
  ]
  for (const [what, bytes, fields, sentence] of wrong)
    it(`is refused at once ${what}, and nothing is left of it`, async () => {
      const { statusCode, body } = await send(bytes(), fields)
      assert.equal(statusCode, 422)
      assert.match(body, sentence)
      assert.deepEqual(left(), [])
      assert.equal((await pool().query('select count(*) from register_files')).rows[0].count, 0)
    })

  it('is refused while another is read, and taken after that', async () => {
    const first = await sent(many(2))
    const { statusCode, body } = await send(textOf(many(2)))
    assert.equal(statusCode, 422)
    assert.match(body, /Another file is being read at this moment/)
    assert.deepEqual(left(), [`${first}.csv`])
    await read(first)
    assert.ok(await sent(many(2)))
  })

  it('of two sent at once is taken one', async () => {
    const answers = await Promise.all([send(textOf(many(2))), send(textOf(many(2))), send(textOf(many(2)))])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 422, 422])
    assert.equal(left().length, 1)
  })

  it('says why it was not taken, and is taken when whoever sends it has looked', async () => {
    await read(await sent(many(40)))
    const closed = many(40, { 'EstablishmentStatus (code)': 2 })
    const id = await sent(closed)
    await read(id)
    const { statusCode, body } = await open(id)
    assert.equal(statusCode, 200)
    assert.match(body, /would close 40 of 40 open schools/)
    assert.match(body, /send it again and choose to have it read all the same/)
    assert.doesNotMatch(body, /--force|data-under-way/)
    assert.deepEqual(left(), [])
    const again = await sent(closed, { register: 'schools', force: 'yes' })
    await read(again)
    assert.equal((await registerFileById(kysely(), again))?.status, 'read')
  })

  it('leaves nothing half-read when its reading is killed in the middle, and is read again', async () => {
    const id = await sent(many(5))
    const other = await pool().connect()
    await other.query('begin')
    await other.query('lock table organisations in share mode')
    const reading = assert.rejects(async () => read(id))
    const stuck = `select pid from pg_stat_activity where $1 = any (pg_blocking_pids(pid))`
    const { rows } = await other.query('select pg_backend_pid() as pid')
    let pid: number | undefined
    for (let tries = 0; pid === undefined && tries < 1000; tries += 1)
      pid = (await pool().query(stuck, [rows[0].pid])).rows[0]?.pid
    const owner = await connectAsOwner(here.installation.ownerUrl)
    await owner.query('select pg_terminate_backend($1)', [pid])
    await owner.end()
    await reading
    await other.query('rollback')
    other.release()
    assert.equal(await schools(), 0)
    assert.deepEqual(left(), [`${id}.csv`])
    const { body } = await open(id)
    assert.match(body, /Until all of it is in, nothing of it is/)
    await read(id)
    assert.equal(await schools(), 5)
    assert.equal((await registerFileById(kysely(), id))?.status, 'read')
  })

  it('waits for its turn while the command line reads', async () => {
    const path = join(folder, 'other.csv')
    writeFileSync(path, textOf(many(3)))
    const id = await sent(many(3))
    const byCommand = importSchools(here.system(), { path, fileName: 'other.csv', force: false })
    const [outcome] = await Promise.allSettled([byCommand, read(id)])
    assert.equal((await registerFileById(kysely(), id))?.status, 'read')
    if (outcome.status === 'rejected') assert.match(String(outcome.reason), /Another register is being read/)
    assert.equal(await schools(), 3)
  })

  it('is refused when it is gone from the disk, and when whoever sent it is of the national team no more', async () => {
    const gone = await sent(many(2))
    rmSync(join(uploads(), `${gone}.csv`))
    await read(gone)
    assert.match((await registerFileById(kysely(), gone))?.reason ?? '', /no longer on the disk/)
    const id = await sent(many(2))
    const set = (to: Temporal.PlainDate | null) =>
      kysely().updateTable('roles').set({ to_on: to }).where('id', '=', roleId).execute()
    await set(Temporal.PlainDate.from('2021-01-01'))
    await read(id)
    await set(null)
    assert.match((await registerFileById(kysely(), id))?.reason ?? '', /Only the national team/)
    assert.equal(await schools(), 0)
  })

  it('is taken away when it was left by a process that was killed, and kept while it waits', async () => {
    const id = await sent(many(2))
    mkdirSync(uploads(), { recursive: true })
    const old = new Date(Date.now() - 24 * 3_600_000)
    for (const name of ['old.part', 'young.part']) writeFileSync(join(uploads(), name), 'x')
    for (const name of ['old.part', `${id}.csv`]) utimesSync(join(uploads(), name), old, old)
    await runSweeps(here.installation, sweeps)
    assert.deepEqual([...left()].sort(), [`${id}.csv`, 'young.part'].sort())
    rmSync(uploads(), { recursive: true })
  })
})
