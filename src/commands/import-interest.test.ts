import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject, makeSchool } from '../../test/support/records.ts'
import { matchColumns, uploadSpreadsheet } from '../features/imports/index.ts'
import { readSpreadsheet } from '../platform/spreadsheets/index.ts'

const program = join(import.meta.dirname, '../../bin/tessellate')
let here: TestInstallation
let folder: string
let offerId: string

const form = 'School,Name,Email\nCurlewfield School,Ann Lee,ann@curlew.example\nCurlewfield School,Bo Day,no address\n'

before(async () => {
  here = await testInstallation()
  folder = await mkdtemp(join(tmpdir(), 'old-lists-'))
  const db = here.installation.connections.kysely
  const hub = await makeHub(db)
  offerId = await makeOffer(db, hub.id, await makeProject(db))
  await makeSchool(db, { name: 'Curlewfield School' })
  const sheet = await readSpreadsheet(Buffer.from(form))
  const kept = { hubId: hub.id, kind: 'interest' as const, offerId, fileName: 'first.csv', sheet }
  const importId = await uploadSpreadsheet(here.system(), kept)
  const matching = ['school_name', 'person_name', 'person_email']
  const options = { surnameFirst: false, fillsDown: false }
  await matchColumns(here.system(), { importId, matching, options, name: 'Our form' }, { inBackground: false })
})
after(async () => {
  await rm(folder, { recursive: true })
  await here.release()
})

type Outcome = { readonly status: number; readonly said: string; readonly complained: string }

const importInterest = (...words: string[]): Promise<Outcome> => {
  const env = {
    ...process.env,
    DATABASE_URL: here.installation.ownerUrl,
    DEMO: '0',
    SECRET_KEY: 'a key for tests that is long enough to be one',
  }
  return new Promise((resolve) => {
    execFile(program, ['import', 'interest', ...words], { env }, (problem, said, complained) => {
      resolve({ status: problem ? Number(problem.code) : 0, said, complained })
    })
  })
}

const fileWith = async (name: string, words: string): Promise<string> => {
  await writeFile(join(folder, name), words)
  return join(folder, name)
}

test('an operator moves a file over by a remembered matching, has the refused rows as a file, and can do it twice', async () => {
  const path = await fileWith('list.csv', form)
  const errors = join(folder, 'refused.csv')
  const words = [path, '--offer', offerId, '--mapping', 'our form']
  const first = await importInterest(...words, '--errors', errors, '--json')
  assert.deepEqual([first.status, first.complained], [1, ''])
  const { import: importId, ...told } = JSON.parse(first.said)
  assert.deepEqual(told, { imported: 1, alreadyHere: 0, leftOut: 0, refused: 1 })
  assert.match(importId, /^[\da-f-]{36}$/)
  assert.match(await readFile(errors, 'utf8'), /Bo Day,no address,3,Bo Day: “no address” is not an email address/)
  const again = await importInterest(...words)
  assert.match(again.said, /0 rows imported, 1 already here, 0 left out, 1 refused\.\nRow 3, Bo Day:/)
  const entered = await here.installation.connections.kysely
    .selectFrom('expressions_of_interest')
    .select(['status', 'entered_by_person_id', 'entered_at'])
    .where('offer_id', '=', offerId)
    .execute()
  assert.deepEqual(
    entered.map(({ status, entered_by_person_id }) => [status, entered_by_person_id]),
    [['confirmed', null]],
  )
})

test('what is missing or wrong is said in one line', async () => {
  const path = await fileWith('list.csv', form)
  const other = await fileWith('other.csv', 'Site,Who,Mail\nA,B,c@d.example\n')
  assert.equal((await importInterest(path, '--offer', offerId)).status, 2)
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[path, '--offer', offerId, '--mapping', 'Nobody’s'], /has no mapping called Nobody’s\. It has: Our form\.\n$/],
    [[other, '--offer', offerId, '--mapping', 'Our form'], /^The headings of other\.csv are not those/],
  ]
  for (const [words, sentence] of cases) {
    const { status, complained } = await importInterest(...words)
    assert.equal(status, 1)
    assert.match(complained, sentence)
  }
})
