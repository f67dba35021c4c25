import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Listed, listedSchools } from '../../../db/seeds/world/old-lists.ts'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { bookingFile, handKeptFile, webFormFile } from '../../../test/support/old-lists.ts'
import { makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { connected } from '../../../test/support/server.ts'
import { invariants } from '../../invariants.ts'
import type { Context } from '../../platform/context.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import { readSpreadsheet, writeCsv } from '../../platform/spreadsheets/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { answerAsHeadteacher } from '../interest/index.ts'
import { type ListKind, proposeMatching, proposeOptions } from '../old-lists/index.ts'
import { declineInterest } from '../place-offers/index.ts'
import { deleteOldRows, discardImport } from './actions/discard-import.ts'
import { startUndo, undoImport } from './actions/undo-import.ts'
import { type Counts, countOf, type Import } from './import.ts'
import {
  decideSchools,
  importById,
  matchColumns,
  prepareImport,
  refusedFile,
  refusedRows,
  runImport,
  schoolsOf,
  startImport,
  uploadSpreadsheet,
} from './index.ts'
import { jobs } from './jobs.ts'
import { matchingOfShape } from './matching-queries.ts'
import { countsOf, rawRowsOf, rowsShown } from './row-queries.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
let staff: Context
let projectId: string
let offerId: string
const db = () => here.installation.connections.kysely

before(async () => {
  here = await testInstallation()
})
after(() => here.release())
beforeEach(async () => {
  hub = await makeHub(db())
  const person = await makePerson(db())
  await db()
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: person.id,
      role: 'hub_administrator',
      hub_id: hub.id,
      from_on: Temporal.PlainDate.from('2020-09-01'),
    })
    .execute()
  staff = here.as(actorWith(person.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  projectId = await makeProject(db(), { people_max: 3 })
  offerId = await makeOffer(db(), hub.id, projectId)
})

const known = new Set<number>()
const makeKnown = async (listed: readonly Listed[]): Promise<void> => {
  for (const { school } of listed.filter((each) => !known.has(each.school.urn))) {
    known.add(school.urn)
    const id = await makeSchool(db(), { name: school.name, urn: school.urn, town: school.town ?? '' })
    await db().updateTable('organisations').set({ postcode: school.postcode }).where('id', '=', id).execute()
  }
}

const uploaded = async (bytes: Buffer, kind: ListKind = 'interest', as: Context = staff): Promise<Import> => {
  const sheet = await readSpreadsheet(bytes)
  const id = await uploadSpreadsheet(as, {
    hubId: hub.id,
    kind,
    offerId: kind === 'interest' ? offerId : null,
    fileName: 'list.csv',
    sheet,
  })
  return found(id)
}

const found = async (id: string): Promise<Import> => {
  const spreadsheet = await importById(db(), id)
  assert.ok(spreadsheet)
  return spreadsheet
}

/** Matches as proposed, and reads the rows. */
const prepared = async (spreadsheet: Import, name: string | null = null): Promise<Import> => {
  const rows = (await rawRowsOf(db(), spreadsheet.id))
    .filter(({ number }) => number > spreadsheet.headerRow + 1)
    .map(({ cells }) => cells)
  const samples = spreadsheet.header.map((_, at) => rows.map((cells) => cells[at] ?? '').filter(Boolean))
  const matching = proposeMatching(spreadsheet.header, samples, spreadsheet.kind)
  const options = proposeOptions(rows, matching)
  const { round } = await matchColumns(staff, { importId: spreadsheet.id, matching, options, name })
  await prepareImport(here.system(), { importId: spreadsheet.id, round })
  return found(spreadsheet.id)
}

const imported = async (spreadsheet: Import, tells = false): Promise<Counts> => {
  await startImport(staff, { importId: spreadsheet.id, tells })
  await runImport(here.system(), spreadsheet.id)
  return (await found(spreadsheet.id)).counts
}

const undone = async ({ id }: Import) => {
  await startUndo(staff, id)
  await undoImport(here.system(), id)
  return found(id)
}

const requests = async (): Promise<number> =>
  (
    await db()
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('offer_id', '=', offerId)
      .where('status', '=', 'confirmed')
      .execute()
  ).length
const mails = async (): Promise<number> => (await db().selectFrom('messages').select('id').execute()).length
const rowsOf = async ({ id }: Import) => (await rowsShown(db(), id, { outcomes: null, offset: 0, limit: 1000 })).rows
const noFaults = async () => assert.deepEqual(await findFaults(db(), invariants), [])

const csv = (...rows: string[][]): Buffer => Buffer.from(writeCsv([['School', 'Name', 'Email', 'Role'], ...rows]))

describe('three old lists', () => {
  test('a web form’s answers become requests, with second people, needs and comments, and nobody is written to', async () => {
    const listed = listedSchools(12, { each: 2 })
    await makeKnown(listed)
    const before = await mails()
    const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
    assert.equal(spreadsheet.status, 'ready')
    assert.deepEqual(spreadsheet.counts, { new: 12 })
    assert.equal(await requests(), 0)
    assert.deepEqual(await imported(spreadsheet), { made: 12 })
    assert.equal(await requests(), 12)
    assert.equal(await mails(), before)
    const first = await db()
      .selectFrom('expressions_of_interest')
      .selectAll()
      .where('offer_id', '=', offerId)
      .where('sender_email', '=', listed[0]?.people[0]?.email ?? '')
      .executeTakeFirstOrThrow()
    assert.match(first.comments ?? '', /near us, "if possible"/)
    assert.match(first.comments ?? '', /Asked on 1 June 2021/)
    assert.equal(first.access_needs, 'Step-free access, please')
    assert.ok(first.entered_by_person_id)
    await noFaults()
  })

  test('a booking list’s attendees join in one request of their school, those who cancelled are left out', async () => {
    const listed = listedSchools(16, { each: 2, seed: 8 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(bookingFile(listed)))
    assert.deepEqual(spreadsheet.counts, { left_out: 1, new: 31 })
    assert.deepEqual(await imported(spreadsheet), { left_out: 1, made: 31 })
    assert.equal(await requests(), 16)
    const named = await db()
      .selectFrom('interest_people as p')
      .innerJoin('expressions_of_interest as i', 'i.id', 'p.interest_id')
      .select('p.name')
      .where('i.offer_id', '=', offerId)
      .execute()
    assert.equal(named.length, 31)
    assert.ok(named.some(({ name }) => name === listed[3]?.people[1]?.name))
    await noFaults()
  })

  test('a sheet kept by hand is understood as far as it goes; the rest comes back with names and reasons', async () => {
    const listed = listedSchools(20, { each: 2, seed: 9 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(await handKeptFile(listed)))
    const schools = await schoolsOf(db(), spreadsheet.id)
    const certain = schools.filter(({ certainty }) => certainty === 'certain')
    assert.ok(certain.length >= schools.length * 0.8, JSON.stringify(schools.filter((each) => !certain.includes(each))))
    const refused = await refusedRows(db(), spreadsheet.id)
    const telephones = refused.filter(({ reason }) => /telephone number/.test(reason ?? ''))
    assert.equal(telephones.length, 2)
    assert.equal(telephones[0]?.who, listed[5]?.people[0]?.name)
    const file = refusedFile(spreadsheet.header, refused)
    assert.deepEqual(file[0]?.slice(-2), ['Row', 'Reason'])
    assert.match(file[1]?.at(-1) ?? '', /telephone/)
    await imported(spreadsheet)
    await noFaults()
  })
})

test('the same file again changes nothing, and a longer one adds what is new to what is here', async () => {
  const listed = listedSchools(6, { each: 1, seed: 10 })
  await makeKnown(listed)
  await imported(await prepared(await uploaded(webFormFile(listed))))
  const again = await prepared(await uploaded(webFormFile(listed)))
  assert.deepEqual(again.counts, { same: 6 })
  await assert.rejects(
    imported(again).then(() => Promise.reject(new Refused('done'))),
    Refused,
  )
  assert.deepEqual((await found(again.id)).counts, { here: 6 })
  assert.equal(await requests(), 6)
  const more = listedSchools(6, { each: 2, seed: 10 }).map((each, at) => ({
    ...each,
    people: at < 2 ? [...(listed[at]?.people ?? []), ...each.people.slice(1)] : (listed[at]?.people ?? []),
  }))
  const longer = await prepared(await uploaded(bookingFile(more)))
  assert.deepEqual(longer.counts, { changed: 2, same: 6 })
  assert.deepEqual(await imported(longer), { added: 2, here: 6 })
  assert.equal(await requests(), 6)
  await noFaults()
})

test('schools are decided once: for every row that names them so, and for the next file', async () => {
  const one = await makeSchool(db(), { name: 'Saint Brannock’s Church of England Primary School', town: 'Ealing' })
  await makeSchool(db(), { name: 'Saint Brannock’s Catholic Primary School', town: 'Hayes' })
  const rows = [
    ['St Brannocks', 'Ann Lee', 'ann@brannock.example', 'maths lead'],
    ['St. Brannock’s', 'Bo Day', 'bo@brannock.example', ''],
    ['Nowhere At All', 'Cy Fox', 'cy@nowhere.example', ''],
  ]
  const spreadsheet = await prepared(await uploaded(csv(...rows)))
  assert.equal(spreadsheet.status, 'settling')
  assert.deepEqual(spreadsheet.counts, { waiting: 3 })
  const schools = await schoolsOf(db(), spreadsheet.id)
  assert.deepEqual(
    schools.map(({ certainty, rows }) => [certainty, rows]),
    [
      ['unknown', 1],
      ['likely', 2],
    ],
  )
  const likely = schools.find(({ certainty }) => certainty === 'likely')
  const unknown = schools.find(({ certainty }) => certainty === 'unknown')
  assert.ok(likely && unknown && likely.candidates.some(({ organisationId }) => organisationId === one))
  await decideSchools(staff, {
    importId: spreadsheet.id,
    choices: [
      { key: likely.key, organisationId: one },
      { key: unknown.key, organisationId: null },
    ],
  })
  const decided = await found(spreadsheet.id)
  await prepareImport(here.system(), { importId: decided.id, round: decided.round })
  assert.deepEqual((await found(decided.id)).counts, { left_out: 1, new: 2 })
  const next = await prepared(await uploaded(csv(['Saint Brannocks', 'Di Gray', 'di@brannock.example', ''])))
  assert.deepEqual([next.status, next.counts], ['ready', { new: 1 }])
})

test('a school that has closed is asked about, with its successor; none can be chosen that is closed', async () => {
  const closed = await makeSchool(db(), { name: 'Gorsebank Junior School', status: 'closed' })
  const successor = await makeSchool(db(), { name: 'Gorsebank Academy' })
  await db()
    .insertInto('organisation_successors')
    .values({ predecessor_id: closed, successor_id: successor, kind: 'converted' })
    .execute()
  const spreadsheet = await prepared(
    await uploaded(csv(['Gorsebank Junior School', 'Ann Lee', 'ann@gorse.example', ''])),
  )
  const [school] = await schoolsOf(db(), spreadsheet.id)
  assert.ok(school)
  assert.equal(school.certainty, 'likely')
  assert.equal(school.candidates[0]?.organisationId, successor)
  assert.match(school.reason ?? school.candidates[0]?.reason ?? '', /has closed/)
  await assert.rejects(
    decideSchools(staff, { importId: spreadsheet.id, choices: [{ key: school.key, organisationId: closed }] }),
    Refused,
  )
})

test('a known person stays who they are: another name is a warning, and not told', async () => {
  const school = 'Withycombe High School'
  await makeSchool(db(), { name: school })
  const person = await makePerson(db(), 'Katherine Oyelaran')
  const spreadsheet = await prepared(await uploaded(csv([school, 'Kate Smith', person.address, ''])))
  const [row] = await rowsOf(spreadsheet)
  assert.match(row?.warnings.join() ?? '', /known here under another name than Kate Smith: that name stays/)
  assert.doesNotMatch(row?.warnings.join() ?? '', /Oyelaran/)
  await imported(spreadsheet)
  const { name } = await db().selectFrom('people').select('name').where('id', '=', person.id).executeTakeFirstOrThrow()
  assert.equal(name, 'Katherine Oyelaran')
})

test('the hub may have everybody told, once each', async () => {
  const listed = listedSchools(3, { each: 2, seed: 12 })
  await makeKnown(listed)
  const before = await mails()
  await imported(await prepared(await uploaded(webFormFile(listed))), true)
  assert.equal((await mails()) - before, 3)
})

test('headteachers are asked where the project asks for them and everybody is told, and what they answered is not taken back', async () => {
  await db().updateTable('projects').set({ headteacher_confirms: true }).where('id', '=', projectId).execute()
  for (const name of ['Headley School', 'Headwood School']) await makeSchool(db(), { name })
  const file = Buffer.from(
    'School,Name,Email,Headteacher,Headteacher email\nHeadley School,Isla Rook,isla@headley.example,Hal Head,hal@headley.example\nHeadwood School,Jude Fenn,jude@headwood.example,Hol Head,hol@headwood.example\n',
  )
  const spreadsheet = await prepared(await uploaded(file))
  assert.deepEqual(await imported(spreadsheet, true), { made: 2 })
  const ids = (await rowsOf(spreadsheet)).map(({ interestId }) => interestId ?? '')
  const stands = async () =>
    (
      await db()
        .selectFrom('expressions_of_interest')
        .select(['status', 'headteacher_name'])
        .where('id', 'in', ids)
        .orderBy('headteacher_name')
        .execute()
    ).map(({ status, headteacher_name: name }) => [name, status])
  assert.deepEqual(await stands(), [
    ['Hal Head', 'received'],
    ['Hol Head', 'received'],
  ])
  const asked = await db()
    .selectFrom('messages')
    .select('to_address')
    .where('key', 'like', '%:headteacher')
    .where('to_address', 'in', ['hal@headley.example', 'hol@headwood.example'])
    .execute()
  assert.equal(asked.length, 2)
  const answered = (await rowsOf(spreadsheet)).find(({ who }) => who === 'Isla Rook')?.interestId ?? ''
  const head = here.as({ kind: 'link', purpose: 'headteacher', subjectId: answered })
  await answerAsHeadteacher(head, { interestId: answered, answer: 'confirmed', word: null })
  await undone(spreadsheet)
  assert.deepEqual(await stands(), [
    ['Hal Head', 'confirmed'],
    ['Hol Head', 'withdrawn'],
  ])
  assert.match((await rowsOf(spreadsheet)).find(({ undo }) => undo === 'left')?.undoReason ?? '', /changed it since/)
  await noFaults()
})

test('what is wrong with an import’s counts, or with what an undo left, is found', async () => {
  const rule = async () => (await findFaults(db(), invariants)).map((fault) => fault.rule)
  await makeSchool(db(), { name: 'Countwell School' })
  const spreadsheet = await prepared(await uploaded(csv(['Countwell School', 'Isla Rook', 'isla@count.example', ''])))
  await imported(spreadsheet)
  const change = (counts: string) =>
    db()
      .updateTable('imports')
      .set({ counts: sql`${counts}::jsonb` })
      .where('id', '=', spreadsheet.id)
      .execute()
  for (const wrong of ['{"made": 2}', '{"made": 1, "refused": 3}']) {
    await change(wrong)
    assert.deepEqual(
      [...new Set(await rule())],
      ['What an import says it came to is what became of its rows, and none is left to be done'],
    )
  }
  await change('{"made": 1}')
  await undone(spreadsheet)
  await noFaults()
  const row = () =>
    db().updateTable('import_rows').where('import_id', '=', spreadsheet.id).where('outcome', '=', 'made')
  await row().set({ undo: null }).execute()
  assert.deepEqual(await rule(), ['An import that was undone has left nothing but what it says it left'])
  await row().set({ undo: 'taken_back' }).execute()
  await noFaults()
})

test('what a project has no room for in one school is refused by name', async () => {
  const school = 'Quillmere School'
  await makeSchool(db(), { name: school })
  const rows = ['Ann', 'Bo', 'Cy', 'Di'].map((name) => [school, `${name} Lee`, `${name}@quill.example`, ''])
  const spreadsheet = await prepared(await uploaded(csv(...rows)))
  assert.deepEqual(spreadsheet.counts, { new: 3, refused: 1 })
  const refused = (await rowsOf(spreadsheet)).find(({ outcome }) => outcome === 'refused')
  assert.deepEqual([refused?.who, /takes 3 people/.test(refused?.reason ?? '')], ['Di Lee', true])
})

describe('taking back', () => {
  test('withdraws what nobody has touched since, and names what is left and why', async () => {
    const listed = listedSchools(5, { each: 1, seed: 13 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
    await imported(spreadsheet)
    const touched = (await rowsOf(spreadsheet))[2]?.interestId ?? ''
    await declineInterest(staff, { interestId: touched, reason: 'Full' })
    const before = await mails()
    assert.equal((await undone(spreadsheet)).status, 'undone')
    assert.equal(await mails(), before)
    assert.equal(await requests(), 0)
    const rows = await rowsOf(spreadsheet)
    assert.deepEqual(
      rows.map(({ undo }) => undo),
      ['taken_back', 'taken_back', 'left', 'taken_back', 'taken_back'],
    )
    assert.match(rows[2]?.undoReason ?? '', /moved on since: declined/)
    await undoImport(here.system(), spreadsheet.id)
    assert.deepEqual(await prepared(await uploaded(webFormFile(listed))).then(({ counts }) => counts), { new: 5 })
    await noFaults()
  })

  test('takes people away again whom it made known, unless something depends on them', async () => {
    const school = await makeSchool(db(), { name: 'Larchwood Academy' })
    const spreadsheet = await prepared(
      await uploaded(
        csv(
          ['Larchwood Academy', 'Ann Lee', 'ann@larch.example', 'maths lead'],
          ['Larchwood Academy', 'Bo Day', 'bo@larch.example', ''],
        ),
        'people',
      ),
    )
    assert.deepEqual(spreadsheet.counts, { new: 2 })
    assert.deepEqual(await imported(spreadsheet), { made: 2 })
    const again = await prepared(
      await uploaded(csv(['Larchwood Academy', 'Ann Lee', 'ann@larch.example', 'maths lead']), 'people'),
    )
    assert.deepEqual(again.counts, { same: 1 })
    const ann = await db()
      .selectFrom('people')
      .select('id')
      .where('name', '=', 'Ann Lee')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: ann.id,
        role: 'school_lead',
        organisation_id: school,
        from_on: here.system().today,
      })
      .execute()
    await undone(spreadsheet)
    const left = await db()
      .selectFrom('people')
      .select('name')
      .where('name', 'in', ['Ann Lee', 'Bo Day'])
      .where('id', '>=', ann.id)
      .execute()
    assert.deepEqual(
      left.map(({ name }) => name),
      ['Ann Lee'],
    )
    assert.match((await rowsOf(spreadsheet))[0]?.undoReason ?? '', /other records name them/)
    await noFaults()
  })
})

describe('what goes wrong', () => {
  test('an import that is cut off in the middle goes on, and nothing is doubled', async () => {
    const listed = listedSchools(30, { each: 1, seed: 14 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
    await startImport(staff, { importId: spreadsheet.id, tells: false })
    const cutOff = assert.rejects(runImport(here.system(), spreadsheet.id))
    while (countOf(await countsOf(db(), spreadsheet.id), 'made') < 5) await wait(5)
    const owner = await connected(here.installation.ownerUrl)
    await owner.query(
      'select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await owner.end()
    await cutOff
    // Each connection is asked once: one that has not heard of its end yet would fail whoever is given it next.
    const { pool } = here.installation.connections
    await Promise.allSettled(Array.from({ length: pool.options.max ?? 20 }, () => pool.query('select')))
    const before = await found(spreadsheet.id)
    assert.equal(before.status, 'running')
    assert.ok((await requests()) < 30)
    await Promise.all([runImport(here.system(), spreadsheet.id), runImport(here.system(), spreadsheet.id)])
    assert.equal(await requests(), 30)
    assert.deepEqual((await found(spreadsheet.id)).counts, { made: 30 })
    await runImport(here.system(), spreadsheet.id)
    assert.equal(await requests(), 30)
    await noFaults()
  })

  test('two tabs that start the same import start it once; two imports of one file make each request once', async () => {
    const listed = listedSchools(6, { each: 2, seed: 15 })
    await makeKnown(listed)
    const [one, other] = [
      await prepared(await uploaded(webFormFile(listed))),
      await prepared(await uploaded(webFormFile(listed))),
    ]
    await Promise.all([one, one, other].map(({ id }) => startImport(staff, { importId: id, tells: false })))
    await Promise.all([one, other].map(({ id }) => runImport(here.system(), id)))
    assert.equal(await requests(), 6)
    const sum = countOf((await found(one.id)).counts, 'made') + countOf((await found(other.id)).counts, 'made')
    assert.equal(sum, 6)
    await noFaults()
  })

  test('another hub’s staff bring nothing, see nothing, start nothing; an offer of another hub is not there', async () => {
    const other = await makeHub(db())
    const stranger = here.as(
      actorWith((await makePerson(db())).id, 'hub_administrator', { hubId: other.id, hubSlug: other.slug }),
    )
    const spreadsheet = await uploaded(csv(['A School', 'Ann Lee', 'a@b.example', '']))
    await assert.rejects(uploaded(csv(['A School', 'Ann Lee', 'a@b.example', '']), 'interest', stranger), Forbidden)
    await assert.rejects(startImport(stranger, { importId: spreadsheet.id, tells: false }), Forbidden)
    await assert.rejects(discardImport(stranger, spreadsheet.id), Forbidden)
    await assert.rejects(startUndo(stranger, spreadsheet.id), Forbidden)
    const foreign = await makeOffer(db(), other.id, projectId)
    const sheet = await readSpreadsheet(csv(['A School', 'Ann Lee', 'a@b.example', '']))
    await assert.rejects(
      uploadSpreadsheet(staff, { hubId: hub.id, kind: 'interest', offerId: foreign, fileName: 'x', sheet }),
      NotFound,
    )
  })

  test('whoever started it and has left the hub since imports nothing more', async () => {
    const listed = listedSchools(2, { each: 1, seed: 16 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
    await startImport(staff, { importId: spreadsheet.id, tells: false })
    const yesterday = here.system().today.subtract({ days: 1 })
    await db().updateTable('roles').set({ to_on: yesterday }).where('hub_id', '=', hub.id).execute()
    await runImport(here.system(), spreadsheet.id)
    assert.deepEqual((await found(spreadsheet.id)).counts, { refused: 2 })
  })

  test('begun by somebody who acts for another it is told, with all that it makes, of both', async () => {
    const listed = listedSchools(2, { each: 1, seed: 31 })
    await makeKnown(listed)
    const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
    const lead = await makePerson(db(), 'Adaeze Lindqvist')
    if (staff.actor.kind !== 'person') throw new Error('Staff sign in')
    const forId = staff.actor.personId
    const acting = { id: newId(), byId: lead.id, byName: lead.name, forId, hubIds: [hub.id], minutesLeft: 9 }
    await startImport(here.as({ ...staff.actor, acting }), { importId: spreadsheet.id, tells: false })
    const { rows } = await here.installation.connections.pool.query<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where payload->>'importId' = $1 and payload->'acting' is not null`,
      [spreadsheet.id],
    )
    await jobs['run-import']?.(here.system(), rows[0]?.payload)
    assert.deepEqual((await found(spreadsheet.id)).counts, { made: 2 })
    const finished = await historyOf(db(), { type: 'import', id: spreadsheet.id })
    assert.match(finished[0]?.actorName ?? '', /^Adaeze Lindqvist for /)
    const done = await db()
      .selectFrom('events')
      .select('name')
      .where('acting_by', '=', lead.id)
      .where('actor_id', '=', forId)
      .where('name', 'like', 'interest.%')
      .execute()
    assert.ok(done.length >= 2, 'each request says both names')
  })

  test('a file with headings alone is refused in words; cells that are formulas stay texts', async () => {
    await assert.rejects(uploaded(csv()), /no rows below/)
    const spreadsheet = await prepared(
      await uploaded(csv(['=HYPERLINK("http://x.example","x")', '=1+1', '@sum', '+44'])),
    )
    const [row] = await refusedRows(db(), spreadsheet.id)
    assert.match(
      writeCsv(
        refusedFile(
          spreadsheet.header,
          [row].flatMap((each) => each ?? []),
        ),
      ),
      /"'=HYPERLINK/,
    )
  })

  test('a preparation that is overtaken by another writes nothing', async () => {
    const spreadsheet = await uploaded(csv(['A School', 'Ann Lee', 'a@b.example', '']))
    const matched = {
      importId: spreadsheet.id,
      matching: ['school_name', 'person_name', 'person_email', ''],
      options: { surnameFirst: false, fillsDown: false },
      name: null,
    }
    const first = await matchColumns(staff, matched)
    const second = await matchColumns(staff, matched)
    await prepareImport(here.system(), { importId: spreadsheet.id, round: first.round })
    assert.equal((await found(spreadsheet.id)).status, 'preparing')
    await prepareImport(here.system(), { importId: spreadsheet.id, round: second.round })
    assert.equal((await found(spreadsheet.id)).status, 'settling')
  })
})

test('a matching is remembered by its name and by the shape of the file', async () => {
  const spreadsheet = await prepared(await uploaded(csv(['A School', 'Ann Lee', 'a@b.example', ''])), 'Our form')
  const remembered = await matchingOfShape(db(), hub.id, { kind: 'interest', shape: spreadsheet.headerShape })
  assert.deepEqual(
    [remembered?.name, remembered?.matching],
    ['Our form', ['school_name', 'person_name', 'person_email', 'person_post']],
  )
})

test('rows are deleted thirty days after the import, and their numbers stay', async () => {
  const listed = listedSchools(2, { each: 1, seed: 17 })
  await makeKnown(listed)
  const spreadsheet = await prepared(await uploaded(webFormFile(listed)))
  await imported(spreadsheet)
  await deleteOldRows(here.system())
  assert.deepEqual(await countsOf(db(), spreadsheet.id), { made: 2 })
  here.clock.set(
    here.clock
      .now()
      .add({ hours: 24 * 31 })
      .toString(),
  )
  await deleteOldRows(here.system())
  assert.deepEqual(await countsOf(db(), spreadsheet.id), {})
  const after = await found(spreadsheet.id)
  assert.deepEqual([after.counts, after.status], [{ made: 2 }, 'finished'])
  await assert.rejects(startUndo(staff, spreadsheet.id), NotFound)
})

test('people who join by themselves have a request each, and a second file finds them', async () => {
  offerId = await makeOffer(db(), hub.id, await makeProject(db(), { unit: 'person', people_max: 1 }))
  const listed = listedSchools(2, { each: 2, seed: 18 })
  await makeKnown(listed)
  const spreadsheet = await prepared(await uploaded(bookingFile(listed)))
  assert.deepEqual(spreadsheet.counts, { new: 4 })
  assert.deepEqual(await imported(spreadsheet), { made: 4 })
  assert.equal(await requests(), 4)
  assert.deepEqual((await prepared(await uploaded(bookingFile(listed)))).counts, { same: 4 })
  await undone(spreadsheet)
  assert.equal(await requests(), 0)
})
