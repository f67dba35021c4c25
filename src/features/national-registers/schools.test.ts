import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type RegisterColumn, registerColumns } from '../../../db/seeds/registers/columns.ts'
import { linkLines, type RegisterRow, registerLines } from '../../../db/seeds/registers/file.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { connectAsOwner } from '../../platform/database/copy.ts'
import { Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import { writeCsv } from '../../platform/spreadsheets/index.ts'
import { schoolByUrn, searchOrganisations, successorsOf } from '../organisations/index.ts'
import { importSchoolLinks, importSchools } from './index.ts'
import { invariants } from './invariants.ts'
import { type ImportInput, type ImportReport, refusedAsRows } from './register-import.ts'

let place: TestInstallation
let folder: string
let files = 0
const kysely = () => place.installation.connections.kysely
const pool = () => place.installation.connections.pool
const one = async <T>(text: string, values: unknown[] = []): Promise<T> =>
  (await pool().query(text, values)).rows[0] as T

before(async () => {
  place = await testInstallation()
  folder = mkdtempSync(join(tmpdir(), 'registers-'))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await place.release()
})
beforeEach(async () => {
  const tables = `register_questions, organisation_former_names, trust_memberships, organisation_successors, school_links, organisations, authorities`
  const owner = await connectAsOwner(place.installation.ownerUrl)
  await owner.query(`truncate ${tables}, organisation_changes, register_imports, graphile_worker._private_jobs cascade`)
  await owner.query(
    `insert into authorities (code, name, region) values ('307', 'Ealing', 'London'), ('881', 'Essex', 'East of England')`,
  )
  await owner.end()
})

const written = (content: string | Buffer): string => {
  files += 1
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, content)
  return path
}

const school = (urn: number, more: RegisterRow = {}): RegisterRow => ({
  URN: urn,
  'LA (code)': 307,
  'LA (name)': 'Ealing',
  EstablishmentName: `School ${urn}`,
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (code)': 1,
  OpenDate: '01-09-1974',
  'PhaseOfEducation (code)': '2',
  StatutoryLowAge: 4,
  StatutoryHighAge: 11,
  Street: 'Twyford Crescent',
  Town: 'Acton',
  Postcode: 'W3 9PP',
  Easting: 519_000,
  Northing: 180_000,
  'GOR (name)': 'London',
  NumberOfPupils: 210,
  ...more,
})

const textOf = (rows: readonly RegisterRow[], columns?: readonly string[]): string =>
  [...registerLines(rows, columns)].join('')
const register = (rows: readonly RegisterRow[]): string => written(Buffer.from(textOf(rows), 'latin1'))
const many = (count: number, more: (at: number) => RegisterRow = () => ({})): readonly RegisterRow[] =>
  Array.from({ length: count }, (_, at) => school(900_100 + at, more(at)))

const read = (path: string, more: Partial<ImportInput> = {}): Promise<ImportReport> =>
  importSchools(place.system(), { path, fileName: 'register.csv', force: false, ...more })
const readLinks = (links: Parameters<typeof linkLines>[0]): Promise<ImportReport> =>
  importSchoolLinks(place.system(), { path: written(linkLines(links)), fileName: 'links.csv', force: false })

const changesOf = async (urn: number): Promise<readonly string[]> =>
  (
    await pool().query(
      'select c.kind from organisation_changes c join organisations o on o.id = c.organisation_id where o.urn = $1 order by c.id',
      [urn],
    )
  ).rows.map(({ kind }) => kind)
const jobs = async (): Promise<readonly string[]> =>
  (
    await pool().query(`select p.urn || ' to ' || s.urn as told from graphile_worker._private_jobs j
      join organisations p on p.id = (j.payload->>'predecessorId')::uuid join organisations s on s.id = (j.payload->>'successorId')::uuid order by 1`)
  ).rows.map(({ told }) => told)
const questions = async (): Promise<readonly string[]> =>
  (
    await pool().query(
      `select kind || ' ' || about as asked from register_questions where settled_at is null order by kind, about`,
    )
  ).rows.map(({ asked }) => asked)

describe('reading the schools register', () => {
  it('keeps every fact of a school, and nothing of its headteacher', async () => {
    const { counts } = await read(
      register([
        school(900_100, {
          UKPRN: '10012345',
          'PhaseOfEducation (code)': '04',
          'TypeOfEstablishment (code)': 34,
          SchoolWebsite: 'http://www.oakfield.sch.example/home',
          TelephoneNum: '02079460018',
          PercentageFSM: '12.4',
          SchoolCapacity: 240,
          'Gender (name)': 'Mixed',
          'Trusts (code)': '3012',
          'Trusts (name)': 'Grand Junction Learning Trust',
          HeadLastName: 'Nobodyshould',
        }),
      ]),
    )
    assert.equal(counts.new, 1)
    const found = await schoolByUrn(kysely(), 900_100)
    assert.equal(found?.phase, 'secondary')
    assert.equal(found?.stateFunded, true)
    assert.equal(found?.authorityName, 'Ealing')
    assert.deepEqual(found?.emailDomains, ['oakfield.sch.example'])
    assert.equal(found?.invented, true)
    const more = await one<Record<string, unknown>>('select * from organisations where urn = 900100')
    assert.deepEqual(
      [more['type_code'], more['pupils'], more['capacity'], more['free_meals_percent'], more['ukprn'], more['gender']],
      ['34', 210, 240, 12.4, '10012345', 'Mixed'],
    )
    const trust = await one<{ name: string; kind: string }>(
      `select t.name, t.kind from trust_memberships m join organisations t on t.id = m.trust_id where m.to_on is null`,
    )
    assert.deepEqual(trust, { name: 'Grand Junction Learning Trust', kind: 'trust' })
    const everything = await pool().query(`select o::text as row from organisations o`)
    assert.ok(everything.rows.every(({ row }) => !String(row).includes('Nobodyshould')))
  })

  it('leaves every index and check as it was when the first schools come', async () => {
    const standing = async () =>
      (
        await pool().query(`select pg_get_indexdef(indexrelid) as says from pg_index where indrelid::regclass::text in ('organisations', 'trust_memberships')
          union all select conname || pg_get_constraintdef(oid) from pg_constraint where conrelid::regclass::text in ('organisations', 'trust_memberships') order by says`)
      ).rows.map(({ says }) => says)
    const before = await standing()
    await read(register(many(3)))
    assert.ok(before.length > 20)
    assert.deepEqual(await standing(), before)
    const found = await searchOrganisations(kysely(), 'skool 900101')
    assert.equal(found[0]?.urn, 900_101)
    await assert.rejects(pool().query('select set_aside_before_first_schools()'), /known already/)
    await assert.rejects(pool().query('select * from set_aside'), /permission denied/)
  })

  it('changes nothing when the same file comes again', async () => {
    const path = register(many(30, (at) => ({ 'Trusts (code)': 3000 + (at % 3), 'Trusts (name)': `Trust ${at % 3}` })))
    await read(path)
    const events = await one<{ count: number }>('select count(*) from events')
    const { counts } = await read(path)
    assert.deepEqual([counts.unchanged, counts.new, counts.changed, counts.closed, counts.questions], [30, 0, 0, 0, 0])
    assert.equal((await one<{ count: number }>('select count(*) from organisation_changes')).count, 0)
    assert.equal((await one<{ count: number }>('select count(*) from events')).count, events.count + 1)
  })

  it('reads 2 and 02 as one code, and every usual encoding', async () => {
    const rows = [
      school(900_100, { EstablishmentName: 'École Élysée, "The Château"', Street: 'First line\nSecond line' }),
    ]
    const text = textOf(rows)
    const ways = [
      Buffer.from(text, 'latin1'),
      Buffer.from(text, 'utf8'),
      Buffer.from(`\uFEFF${text}`, 'utf8'),
      Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8'),
      Buffer.from(text.replace(',1,', ',01,').trimEnd(), 'utf8'),
    ]
    for (const [at, way] of ways.entries()) {
      const { counts, refused } = await read(written(way))
      assert.deepEqual(refused, [])
      assert.deepEqual([counts.new, counts.changed], at === 0 ? [1, 0] : [0, 0], `way ${at}`)
      assert.equal((await schoolByUrn(kysely(), 900_100))?.name, 'École Élysée, "The Château"')
    }
  })

  it('reads the apostrophes of Windows, and does not stop at bytes that stand for nothing', async () => {
    const bytes = Buffer.from(textOf([school(900_100, { EstablishmentName: 'St Oswinxs Schoolx' })]), 'latin1')
    bytes[bytes.indexOf('Oswinx') + 'Oswin'.length] = 0x92
    bytes[bytes.indexOf('Schoolx') + 'School'.length] = 0x81
    await read(written(bytes))
    assert.equal((await schoolByUrn(kysely(), 900_100))?.name, 'St Oswin’s School?')
  })

  it('tells what changed: renamed, closed, opened again', async () => {
    const rows = many(3)
    await read(register(rows))
    const [first, second, third] = rows as [RegisterRow, RegisterRow, RegisterRow]
    place.clock.set('2021-11-01T09:00:00Z')
    const { counts } = await read(
      register([
        { ...first, EstablishmentName: 'Another Name', NumberOfPupils: 211 },
        { ...second, 'EstablishmentStatus (code)': '2', CloseDate: '31-10-2021' },
        third,
      ]),
    )
    assert.deepEqual([counts.changed, counts.closed, counts.unchanged], [1, 1, 1])
    assert.deepEqual(counts.fields, { name: 1, pupils: 1, status: 1, closed_on: 1 })
    const former = await one<{ name: string; to_on: Temporal.PlainDate }>(
      'select name, to_on from organisation_former_names',
    )
    assert.deepEqual([former.name, String(former.to_on)], ['School 900100', '2021-11-01'])
    const [foundByIt] = await searchOrganisations(kysely(), 'Schol 900100', { kinds: ['school'] })
    assert.deepEqual([foundByIt?.name, foundByIt?.formerly], ['Another Name', 'School 900100'])
    const id = (await schoolByUrn(kysely(), 900_100))?.id ?? ''
    const [told] = await historyOf(kysely(), { type: 'organisation', id })
    assert.equal(told?.name, 'organisation.changed')
    assert.deepEqual(told?.particulars['changed'], { name: ['School 900100', 'Another Name'] })
    const back = await read(
      register([{ ...first, EstablishmentName: 'Another Name', NumberOfPupils: 211 }, second, third]),
    )
    assert.equal(back.counts.reopened, 1)
    assert.deepEqual(await changesOf(900_101), ['closed', 'reopened'])
    assert.equal((await schoolByUrn(kysely(), 900_101))?.closedOn, null)
    place.clock.set('2021-10-18T08:00:00Z')
  })

  it('keeps what is known of columns that a file does not have, and does not mind new or reordered ones', async () => {
    await read(register(many(2)))
    const fewer = [...registerColumns].filter(
      (column) => !['NumberOfPupils', 'Street', 'Trusts (code)'].includes(column),
    )
    const columns = ['New column', ...fewer.toReversed()] as RegisterColumn[]
    const { counts } = await read(written(textOf(many(2), columns)))
    assert.deepEqual([counts.unchanged, counts.changed], [2, 0])
    assert.deepEqual(counts.missing_columns, ['Trusts (code)', 'Street', 'NumberOfPupils'])
    assert.equal((await schoolByUrn(kysely(), 900_100))?.street, 'Twyford Crescent')
  })

  it('refuses a file that lacks a column it cannot do without, or is none at all', async () => {
    const columns = registerColumns.filter((column) => column !== 'EstablishmentName' && column !== 'URN')
    await assert.rejects(read(written(textOf(many(2), columns))), {
      name: 'Refused',
      message: /lacks the columns URN, EstablishmentName/,
    })
    await assert.rejects(read(written('')), /The file is empty/)
    await assert.rejects(read(join(folder, 'none.csv')), /There is no file/)
    await assert.rejects(read(written(Buffer.from('PK\u0003\u0004rest'))), /not a comma-separated file/)
  })

  it('refuses ten thousand bad rows with their lines and keeps the good ones', async () => {
    const lines = textOf(many(400)).split('\r\n').slice(0, -1)
    const bad = Array.from({ length: 10_000 }, (_, at) => (at % 2 === 0 ? 'rubbish,"' : `12,${'x,'.repeat(133)}`))
    const { counts, refused } = await read(
      written([...lines.slice(0, 200), ...bad, ...lines.slice(200), ''].join('\n')),
    )
    assert.equal(counts.new, 400)
    assert.equal(counts.refused, 10_000)
    assert.deepEqual(refused[0], {
      line: 201,
      sign: '',
      name: '',
      reason: 'It has 2 fields where the header names 135',
    })
    assert.equal(refused.at(-1)?.reason, 'The URN "12" is not six digits')
    assert.equal(refused.at(-1)?.line, 10_200)
  })

  it('says why each row is refused', async () => {
    const { refused } = await read(
      register([
        school(900_100),
        school(900_100),
        school(900_101, { EstablishmentName: '  ' }),
        school(900_102, { 'EstablishmentStatus (code)': 9 }),
        school(900_103, { OpenDate: '31-02-2020' }),
        school(900_104, { Easting: 'west' }),
        school(900_105, { OpenDate: '29-02-2020', 'PhaseOfEducation (code)': 88, 'TypeOfEstablishment (code)': 99 }),
      ]),
    )
    assert.deepEqual(
      refused.map(({ line, reason }) => `${line} ${reason}`),
      [
        '3 The URN 900100 stands in line 2 already',
        '4 It has no name',
        '5 The status "9" is not known',
        '6 The opening date "31-02-2020" is no date',
        '7 The Easting "west" is no whole number of metres',
      ],
    )
    const kept = await one<Record<string, unknown>>(
      'select phase, phase_code, type_code, state_funded from organisations where urn = 900105',
    )
    assert.deepEqual(kept, { phase: null, phase_code: '88', type_code: '99', state_funded: null })
  })

  it('gives refused rows back in which no cell is a formula', async () => {
    const formulas = ['=HYPERLINK("http://elsewhere.example")', '+44 20 7946 0018', '-2+3', '@SUM(A1)', '\tx']
    const rows = formulas.map((text, at) => school(900_100 + at, { EstablishmentName: text, OpenDate: text }))
    const { refused } = await read(register([school(900_200), ...rows]))
    const lines = writeCsv(refusedAsRows(refused)).trim().split('\r\n').slice(1)
    assert.equal(lines.length, formulas.length)
    for (const [at, line] of lines.entries()) {
      const cells = line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []
      assert.ok(
        cells.every((each) => !/^"?[=+\-@\t\r]/.test(each)),
        line,
      )
      assert.ok(line.includes(formulas[at]?.trim().slice(0, 5) ?? '?'), line)
    }
  })

  it('changes nothing by a file that was cut off, or that would close or leave out too many', async () => {
    const rows = many(300)
    await read(register(rows))
    const text = textOf(rows)
    await assert.rejects(read(written(text.slice(0, -100))), {
      name: 'Refused',
      message: /ends in the middle of line 301/,
    })
    const closing = rows.map((row, at) => (at < 20 ? { ...row, 'EstablishmentStatus (code)': 2 } : row))
    await assert.rejects(read(register(closing)), { message: /would close 20 of 300 open schools/ })
    await assert.rejects(read(register(rows.slice(0, 200))), { message: /does not name 100 of 300 open schools/ })
    assert.equal((await one<{ count: number }>(`select count(*) from organisations where status = 'open'`)).count, 300)
    assert.equal((await read(register(closing), { force: true })).counts.closed, 20)
  })

  it('moves a school between trusts and keeps when, and knows a trust by its code', async () => {
    const inTrust = (code: number, name: string) => ({ 'Trusts (code)': code, 'Trusts (name)': name })
    await read(register([school(900_100, inTrust(3001, 'First Trust')), school(900_101, inTrust(3001, 'First Trust'))]))
    const { counts } = await read(
      register([
        school(900_100, inTrust(3002, 'Second Trust')),
        school(900_101, inTrust(3001, 'First Trust, renamed')),
      ]),
    )
    assert.deepEqual(counts.fields, { trust: 1 })
    const { rows } =
      await pool().query(`select t.name, m.from_on::text, m.to_on::text from trust_memberships m join organisations o on o.id = m.organisation_id
      join organisations t on t.id = m.trust_id where o.urn = 900100 order by m.to_on nulls last`)
    assert.deepEqual(
      rows.map(({ name, to_on }) => [name, to_on]),
      [
        ['First Trust, renamed', '2021-10-18'],
        ['Second Trust', null],
      ],
    )
    assert.equal((await one<{ name: string }>('select name from organisation_former_names')).name, 'First Trust')
  })

  it('gives a UKPRN that two schools share to the open one, and moves it when it is another’s', async () => {
    const shut = { 'EstablishmentStatus (code)': 2 }
    await read(register([school(900_100, { UKPRN: '10000001' }), school(900_101, { UKPRN: '10000001', ...shut })]))
    assert.equal((await schoolByUrn(kysely(), 900_100))?.ukprn, '10000001')
    await read(register([school(900_100, { UKPRN: '10000002' }), school(900_101, { UKPRN: '10000001', ...shut })]))
    assert.equal((await schoolByUrn(kysely(), 900_101))?.ukprn, '10000001')
  })

  it('is read by one at a time, and leaves nothing behind when it is cut off', async () => {
    const owner = await connectAsOwner(place.installation.ownerUrl)
    const path = register(many(20))
    // As a reading that goes on holds it.
    await owner.query('select pg_advisory_lock(76, 12)')
    await assert.rejects(read(path), { name: 'Refused', message: /Another register is being read/ })
    await owner.query('select pg_advisory_unlock(76, 12)')
    await read(path)
    const another = register(many(40))
    const end = (step: string) => {
      if (step === 'Writing')
        ended = owner.query(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 76 and objid = 12
             and database = (select oid from pg_database where datname = current_database())`,
        )
    }
    let ended: Promise<unknown> = Promise.resolve()
    await assert.rejects(read(another, { progress: end }))
    await ended
    await owner.end()
    assert.equal((await one<{ count: number }>('select count(*) from organisations')).count, 20)
    assert.equal((await one<{ count: number }>('select count(*) from register_imports')).count, 1)
    assert.equal((await read(another)).counts.new, 20)
  })

  it('is read by the national team and the operator alone', async () => {
    await assert.rejects(importSchools(place.visitor(), { path: register(many(1)), fileName: 'x', force: false }), {
      name: 'Forbidden',
    })
  })
})

describe('who follows whom', () => {
  const closed = (urn: number) => school(urn, { 'EstablishmentStatus (code)': 2, CloseDate: '31-08-2021' })
  const academy = (urn: number) => school(urn, { 'TypeOfEstablishment (code)': 34, OpenDate: '01-09-2021' })
  const link = { urn: 900_100, to: 900_200, type: 'Successor', on: '01-09-2021' }
  const back = { urn: 900_200, to: 900_100, type: 'Predecessor', on: '01-09-2021' }

  for (const order of ['schools first', 'links first']) {
    it(`converts a school to an academy, whichever file comes first: ${order}`, async () => {
      await read(register([school(900_100)]))
      const steps = [() => read(register([closed(900_100), academy(900_200)])), () => readLinks([link, back])]
      for (const step of order === 'schools first' ? steps : steps.toReversed()) await step()
      assert.deepEqual(await changesOf(900_100), ['closed', 'academised'])
      assert.deepEqual(await jobs(), ['900100 to 900200'])
      assert.deepEqual(await questions(), [])
      const id = (await schoolByUrn(kysely(), 900_100))?.id ?? ''
      assert.deepEqual(
        (await successorsOf(kysely(), id)).map(({ urn }) => urn),
        [900_200],
      )
      const again = await readLinks([link, back])
      assert.deepEqual([again.counts.new, again.counts.unchanged], [0, 1])
      assert.deepEqual(await jobs(), ['900100 to 900200'])
    })
  }

  it('asks when a school closes and nobody follows, until somebody does', async () => {
    await read(register([school(900_100), school(900_200)]))
    const { counts } = await read(register([closed(900_100), school(900_200)]))
    assert.equal(counts.questions, 1)
    assert.deepEqual(await questions(), ['closed_without_successor 2021-08-31'])
    await readLinks([{ ...link, type: 'Successor - merged' }])
    assert.deepEqual(await questions(), [])
    assert.deepEqual(await changesOf(900_100), ['closed', 'merged'])
  })

  it('asks which of several takes over, and tells of a split', async () => {
    await read(register([school(900_100), school(900_200), school(900_201)]))
    await read(register([closed(900_100), school(900_200), school(900_201)]))
    const { counts } = await readLinks([
      { ...link, type: 'Successor - Split School' },
      { ...link, to: 900_201, type: 'Successor - Split School' },
    ])
    assert.equal(counts.split, 1)
    assert.deepEqual(await questions(), ['several_successors 900200,900201'])
    assert.deepEqual(await jobs(), [])
  })

  it('follows a chain of successors one by one', async () => {
    await read(register([school(900_100), school(900_101), school(900_102)]))
    await readLinks([
      { urn: 900_100, to: 900_101, type: 'Successor' },
      { urn: 900_101, to: 900_102, type: 'Successor' },
    ])
    await read(register([closed(900_100), closed(900_101), school(900_102)]))
    assert.deepEqual(await jobs(), ['900100 to 900101', '900101 to 900102'])
    const id = (await schoolByUrn(kysely(), 900_100))?.id ?? ''
    assert.deepEqual(
      (await successorsOf(kysely(), id)).map(({ urn }) => urn),
      [900_102],
    )
  })

  it('tells nothing of schools that were closed before they were known', async () => {
    await read(register([closed(900_100), school(900_200)]))
    await readLinks([link, back])
    assert.deepEqual([await jobs(), await questions(), await changesOf(900_100)], [[], [], []])
    const id = (await schoolByUrn(kysely(), 900_100))?.id ?? ''
    assert.equal((await successorsOf(kysely(), id)).length, 1)
  })

  it('asks about unknown URNs and unknown authorities, once, and settles them when they are known', async () => {
    await readLinks([{ urn: 900_100, to: 900_200, type: 'Successor' }])
    await read(register([school(900_100, { 'LA (code)': 942, 'LA (name)': 'Cumberland' })]))
    assert.deepEqual(await questions(), ['unknown_authority 942', 'unknown_urn 900200'])
    const { told } = await one<{ told: unknown }>(
      `select told from register_questions where kind = 'unknown_authority'`,
    )
    assert.deepEqual(told, { code: '942', name: 'Cumberland', region: 'London', schools: 1 })
    await read(register([school(900_100, { 'LA (code)': 942, 'LA (name)': 'Cumberland' }), school(900_200)]))
    assert.deepEqual(await questions(), ['unknown_authority 942'])
  })

  it('refuses links that name no school, and leaves other kinds of link aside', async () => {
    const { counts, refused } = await readLinks([
      link,
      { urn: 900_100, to: 5, type: 'Successor' },
      { urn: 900_100, to: 900_300, type: 'Sixth Form Centre Link' },
      { urn: 900_100, to: 900_100, type: 'Successor' },
    ])
    assert.deepEqual([counts.new, counts.other], [1, 1])
    assert.deepEqual(
      refused.map(({ line, reason }) => `${line} ${reason}`),
      ['3 The LinkURN "5" is not six digits', '5 It links a school to itself'],
    )
  })

  it('leaves data in which every rule holds', async () => {
    await read(register(many(12, (at) => ({ 'Trusts (code)': 3000 + at, 'Trusts (name)': `Trust ${at}` }))))
    await read(register(many(12, (at) => (at === 3 ? closed(900_103) : {}))))
    assert.deepEqual(await findFaults(kysely(), invariants), [])
    await assert.rejects(read(register([])), Refused)
  })
})
