import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import writeWorkbook from 'write-excel-file/node'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { uploadOf } from '../../../test/support/old-lists.ts'
import { makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { prepareImport } from './actions/prepare-import.ts'
import { importById } from './queries.ts'

let here: TestInstallation
let app: FastifyInstance
let hub: { id: string; slug: string }
let offerId: string
let foreignOffer: string
const token = 'a token of a session'
const headers = { 'sec-fetch-site': 'same-origin', cookie: `${sessionCookie}=${token}` }

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
  const db = here.installation.connections.kysely
  hub = await makeHub(db)
  const other = await makeHub(db)
  const project = await makeProject(db)
  offerId = await makeOffer(db, hub.id, project)
  foreignOffer = await makeOffer(db, other.id, project)
  await makeSchool(db, { name: 'Curlewfield School' })
  const person = await makePerson(db)
  const fromOn = Temporal.PlainDate.from('2020-09-01')
  await db
    .insertInto('roles')
    .values({ id: newId(), person_id: person.id, role: 'hub_administrator', hub_id: hub.id, from_on: fromOn })
    .execute()
  const now = Temporal.Now.instant()
  await db
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: person.id,
      token_hash: hashOf(token),
      created_at: now,
      expires_at: now.add({ hours: 1 }),
    })
    .execute()
})
after(async () => {
  await app.close()
  await here.release()
})

const send = (fields: Record<string, string>, bytes: Buffer, name = 'list.csv', more: Record<string, string> = {}) => {
  const { payload, headers: type } = uploadOf(fields, { name, bytes })
  return app.inject({
    method: 'POST',
    url: `/hub/${hub.slug}/imports/new`,
    payload,
    headers: { ...headers, ...type, ...more },
  })
}
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })
const open = (url: string) => app.inject({ url, headers })
const interest = () => ({ kind: 'interest', offer: offerId })
const good = Buffer.from('School,Name,Email\nCurlewfield School,Ann Lee,ann@curlew.example\n')

const brought = async (bytes: Buffer = good, name = 'list.csv'): Promise<string> => {
  const answer = await send(interest(), bytes, name)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 2000))
  return String(answer.headers.location).replace('/columns', '')
}

test('a file is taken whatever it is called, and leads to its columns', async () => {
  const base = await brought(good, 'list.exe')
  const { body } = await open(`${base}/columns`)
  assert.match(body, /What the columns mean/)
  assert.match(body, /<option value="school_name" selected>/)
  const workbook = await (
    await writeWorkbook([
      [{ value: 'School' }, { value: 'Name' }, { value: 'Email' }],
      [{ value: 'A' }, { value: 'B C' }, { value: 'd@e.example' }],
    ])
  ).toBuffer()
  await brought(workbook, 'list.csv')
})

test('what cannot be taken is said where the file was chosen', async () => {
  const cases: readonly (readonly [Record<string, string>, Buffer, number, RegExp])[] = [
    [{}, good, 422, /Choose what the file holds/],
    [{ kind: 'interest' }, good, 422, /Choose the offer/],
    [{ kind: 'interest', offer: foreignOffer }, good, 422, /Choose the offer/],
    [interest(), Buffer.alloc(0), 415, /The file is empty/],
    [interest(), Buffer.from('School,Name,Email\n'), 422, /headings but no rows/],
    [interest(), Buffer.from('%PDF-1.4'), 415, /This is a PDF/],
    [interest(), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 415, /damaged or cut off/],
    [interest(), Buffer.from(Array(400).fill('x').join(',')), 415, /400 columns/],
    [interest(), Buffer.alloc(10_000_001, 'x'), 413, /choose a smaller file/],
  ]
  for (const [fields, bytes, status, sentence] of cases) {
    const answer = await send(fields, bytes)
    assert.equal(answer.statusCode, status, String(sentence))
    assert.match(answer.body, sentence)
  }
  assert.equal((await send(interest(), good, 'x', { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  const without = await app.inject({ method: 'POST', url: `/hub/${hub.slug}/imports/new`, headers })
  assert.equal(without.statusCode, 422)
})

test('columns that leave something out, or come twice, are asked again with nothing lost', async () => {
  const base = await brought()
  const again = await post(`${base}/columns`, {
    column_0: '',
    column_1: 'person_name',
    column_2: 'person_name',
    remember: 'yes',
    name: '',
  })
  assert.equal(again.statusCode, 422)
  for (const sentence of [
    /which column holds the school/,
    /email address/,
    /Only one column can hold/,
    /Enter a name to remember/,
  ])
    assert.match(again.body, sentence)
  assert.match(again.body, /<option value="person_name" selected>/)
  assert.equal((await post(`${base}/header`, { row: '99' })).statusCode, 422)
  assert.equal((await post(`${base}/header`, { row: 'x' })).statusCode, 422)
})

test('an import goes its way page by page, and none of its pages opens at another hub', async () => {
  const base = await brought(
    Buffer.from(
      'School,Name,Email\nCurlewfield School,Ann Lee,ann@curlew.example\nNowhere,Bo <script>alert(1)</script> Day,bo@nowhere.example\n',
    ),
  )
  await post(`${base}/columns`, { column_0: 'school_name', column_1: 'person_name', column_2: 'person_email' })
  assert.match((await open(base)).body, /data-under-way/)
  const id = base.split('/').at(-1) ?? ''
  const spreadsheet = await importById(here.installation.connections.kysely, id)
  await prepareImport(here.system(), { importId: id, round: spreadsheet?.round ?? 0 })
  const shown = await open(base)
  assert.match(shown.body, /1 row waits until you say which school is meant/)
  assert.doesNotMatch(shown.body, /<script>alert/)
  assert.match((await open(`${base}/schools`)).body, /Nothing like it is known here/)
  assert.equal((await post(`${base}/schools`, {})).statusCode, 422)
  assert.equal((await post(`${base}/schools`, { school_0: newId() })).statusCode, 422)
  const file = await open(`${base}/refused.csv`)
  assert.match(file.headers['content-type']?.toString() ?? '', /text\/csv/)
  assert.match(file.body, /Its school is to be decided/)
  const other = base.replace(hub.slug, 'another')
  for (const page of ['', '/columns', '/schools', '/refused.csv'])
    assert.equal((await open(`${other}${page}`)).statusCode, 404)
  assert.equal((await open(`/hub/${hub.slug}/imports/not-an-id`)).statusCode, 404)
  assert.equal((await open(`/hub/${hub.slug}/imports/${newId()}`)).statusCode, 404)
  assert.equal((await post(`${base}/run`, {})).statusCode, 303)
  assert.equal((await post(`${base}/run`, {})).statusCode, 303)
  assert.equal(
    (await post(`${base}/columns`, { column_0: 'school_name', column_1: 'person_name', column_2: 'person_email' }))
      .statusCode,
    409,
  )
  assert.equal((await open(`${base}/columns`)).statusCode, 303)
})

test('a file that is thrown away is gone, with its rows', async () => {
  const base = await brought()
  assert.equal((await post(`${base}/discard`, {})).statusCode, 303)
  assert.match((await open(base)).body, /thrown away with its rows/)
  assert.equal((await open(`${base}/refused.csv`)).statusCode, 404)
})
