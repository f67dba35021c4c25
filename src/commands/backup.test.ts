import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeYear,
} from '../../test/support/records.ts'
import { erasePerson } from '../features/retention/actions/erase-person.ts'
import { readErasedList, writeErasedList } from '../features/retention/index.ts'
import { makeBackup, restoreBackup } from '../platform/backup/index.ts'
import { erasedAgain, keepErasures, listBeside } from './erasures.ts'

let first: TestInstallation
let second: TestInstallation
let folder = ''

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erasures-'))
  first = await testInstallation({ dataDir: join(folder, 'first') })
  second = await testInstallation({ dataDir: join(folder, 'second') })
  for (const { config } of [first.installation, second.installation]) mkdirSync(config.dataDir)
})
after(async () => {
  await first.release()
  await second.release()
  rmSync(folder, { recursive: true })
})

test('a list of who was erased is read as it was written, and names nobody', () => {
  const all = [
    { personId: '01a20232-5305-71d7-9f1d-54e64150a297', at: '2021-11-03T09:00:00Z', mentionsByName: true },
    { personId: '01a20232-5305-71d7-9f1d-54e64150a298', at: '2021-11-01T09:00:00.5Z', mentionsByName: false },
  ]
  assert.deepEqual(readErasedList(writeErasedList([...all, ...all])), all.toReversed())
  assert.deepEqual(readErasedList('nothing\n2021 of this\n\n'), [])
})

test('whoever was erased after a backup is erased again when it is restored', async () => {
  const db = first.installation.connections.kysely
  const [gone, early, stays, taking] = [
    await makePerson(db, 'Gone Since'),
    await makePerson(db, 'Gone Before'),
    await makePerson(db, 'Staying On'),
    await makePerson(db, 'Taking Part'),
  ]
  await makeYear(db)
  const [hub, projectId, organisationId] = [await makeHub(db), await makeProject(db), await makeSchool(db)]
  const groupId = await makeGroup(db, hub.id, projectId)
  const placeId = await makePlace(db, { groupId, projectId, organisationId })
  const participant = await makeParticipant(db, placeId, taking.id)
  await erasePerson(first.system(), { personId: early.id, mentionsByName: false })

  const backup = join(folder, 'monday.backup')
  await makeBackup(first.installation, backup)
  await keepErasures(first.installation, listBeside(backup))
  // After it, one is erased, and another once the place was given up.
  await erasePerson(first.system(), { personId: gone.id, mentionsByName: true })
  await db
    .updateTable('participants')
    .set({ status: 'left', to_on: Temporal.PlainDate.from('2021-10-17') })
    .where('id', '=', participant)
    .execute()
  await erasePerson(first.system(), { personId: taking.id, mentionsByName: false })
  assert.equal(await keepErasures(first.installation, listBeside(backup)), 3)
  const list = readFileSync(listBeside(backup), 'utf8')
  assert.doesNotMatch(list, /Gone|Taking|@/)
  assert.equal(statSync(listBeside(backup)).mode & 0o777, 0o600)

  await restoreBackup(second.installation, backup)
  const names = async () =>
    (await second.installation.connections.kysely.selectFrom('people').select(['id', 'name']).execute()).map(
      ({ id, name }) => [id, name],
    )
  assert.ok(
    (await names()).some(([, name]) => name === 'Gone Since'),
    'the backup brings them back',
  )
  const { erased, refused } = await erasedAgain(second.installation, listBeside(backup))
  assert.equal(erased, 1)
  assert.deepEqual(Object.fromEntries(await names()), {
    [gone.id]: 'Erased person',
    [early.id]: 'Erased person',
    [stays.id]: 'Staying On',
    [taking.id]: 'Taking Part',
  })
  // What stands against it in the older data is said, and the erasure waits to be decided.
  assert.deepEqual(
    refused.map(({ personId }) => personId),
    [taking.id],
  )
  assert.match(refused[0]?.why ?? '', /They take part in/)
  const waiting = await second.installation.connections.kysely
    .selectFrom('erasure_requests')
    .select(['person_id', 'status'])
    .execute()
  assert.deepEqual(waiting, [{ person_id: taking.id, status: 'asked' }])
  assert.deepEqual((await erasedAgain(second.installation, listBeside(backup))).erased, 0, 'once is enough')
  // A list once kept loses nobody, whatever the database knows.
  writeFileSync(listBeside(backup), list)
  assert.equal(await keepErasures(second.installation, listBeside(backup)), 3)
  await second.requireNoFaults()
})
