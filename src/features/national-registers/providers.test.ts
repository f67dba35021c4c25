import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeSchool } from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { addBody, changeBody } from './actions/keep-body.ts'
import { bodyInFull } from './bodies-queries.ts'
import type { BodyStated } from './body.ts'
import { importProviders, settleQuestion } from './index.ts'
import { openQuestions } from './queries.ts'
import type { ImportReport } from './register-import.ts'
import { questionSentence } from './register-question.ts'

let place: TestInstallation
let folder: string
const kysely = () => place.installation.connections.kysely
const pool = () => place.installation.connections.pool
before(async () => {
  place = await testInstallation()
  folder = mkdtempSync(join(tmpdir(), 'providers-'))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await place.release()
})

const header = 'UKPRN,Provider code,URN,Name,Type,Accredited,Accredited from,Phases,Works with,Academic year'
const read = (...rows: readonly string[]): Promise<ImportReport> => {
  const path = join(folder, 'providers.csv')
  writeFileSync(path, [header, ...rows].join('\r\n'))
  return importProviders(place.system(), { path, fileName: 'providers.csv', force: false })
}
const idOf = async (name: string): Promise<string> =>
  (await pool().query('select id from organisations where name = $1', [name])).rows[0]?.id
const known = async (name: string) => {
  const found = await bodyInFull(kysely(), await idOf(name))
  assert.ok(found)
  return found
}

const university = '19000001,Q01,,Fenland University,HEI,yes,01-08-2019,EYTS; QTS primary,,'
const scitt = '19000002,Q02,,Brook SCITT,SCITT,no,,QTS secondary;Post-16,19000001,2021/22'

describe('reading the providers of teacher training', () => {
  it('keeps who they are, what for, since when accredited, and with whom they work in a year', async () => {
    const { counts } = await read(university, scitt)
    assert.deepEqual([counts.new, counts.other, counts.refused], [2, 1, 0])
    const { body, accreditations, partnerships } = await known('Fenland University')
    assert.deepEqual([body.ittKind, body.ittPhases, body.providerCode], ['hei', ['eyts', 'qts_primary'], 'Q01'])
    assert.deepEqual(accreditations, [{ from: '2019-08-01', to: null }])
    assert.deepEqual(
      partnerships.map(({ name, year, part }) => [name, year, part]),
      [['Brook SCITT', 2021, 'partner']],
    )
  })

  it('changes nothing when the same file comes again, and tells what differs when another comes', async () => {
    const again = await read(university, scitt)
    assert.deepEqual([again.counts.unchanged, again.counts.changed, again.counts.other], [2, 0, 0])
    const { counts } = await read(university.replace('yes,01-08-2019', 'no,'), scitt.replace('Brook', 'Bourne'))
    assert.equal(counts.changed, 2)
    assert.deepEqual(counts.fields, { accredited: 1, name: 1 })
    const { accreditations } = await known('Fenland University')
    assert.deepEqual(accreditations, [{ from: '2019-08-01', to: '2021-10-18' }])
    assert.equal((await known('Bourne SCITT')).formerNames[0]?.name, 'Brook SCITT')
  })

  it('leaves a school its own name and gives it its part in training', async () => {
    await makeSchool(kysely(), { urn: 911_111, name: 'Marlfold School' })
    await read(university, scitt, ',L01,911111,Marlfold Alliance,Lead school,,,QTS primary,Q01,2021/22')
    const { body } = await known('Marlfold School')
    assert.deepEqual(
      [body.kind, body.ittKind, body.ittPhases, body.providerCode],
      ['school', 'lead_school', ['qts_primary'], 'L01'],
    )
  })

  it('says why a row is refused', async () => {
    const { refused } = await read(
      university,
      ',,,Nobody,HEI,,,,,',
      '19000009,,,Strange,Bakery,,,,,',
      '19000009,,,Odd,HEI,perhaps,,,,',
      '19000009,,,Off,HEI,,,Nursery songs,,',
      '19000001,Q02,,Two at once,HEI,,,,,',
      '19000010,,,Alone,SCITT,,,,Q99,2021/22',
    )
    assert.deepEqual(
      refused.map(({ line, reason }) => `${line} ${reason}`),
      [
        '3 It has neither a UKPRN nor a provider code nor a URN',
        '4 The type "Bakery" is none of HEI, SCITT and lead school',
        '5 "perhaps" does not say whether it is accredited: write yes or no',
        '6 The phase "Nursery songs" is none of EYTS, QTS primary, QTS secondary and post-16',
        '7 Its numbers are those of two bodies: Fenland University and Brook SCITT',
        '8 The accredited provider "Q99" that it works with is not known',
      ],
    )
  })
})

describe('bodies that no register tells of', () => {
  const stated: BodyStated = {
    kind: 'trust',
    name: 'Estuary Trust',
    ukprn: null,
    street: null,
    town: 'Southend-on-Sea',
    postcode: null,
    website: null,
    status: 'open',
    ittKind: null,
    ittPhases: [],
    accredited: false,
  }

  it('are added and changed by the national team, and keep what they were called', async () => {
    const id = await addBody(place.system(), stated)
    await changeBody(place.system(), {
      id,
      stated: { ...stated, name: 'Estuary Lights Trust', ittKind: 'scitt', ittPhases: ['eyts'], accredited: true },
    })
    const { body, formerNames, accreditations } = await known('Estuary Lights Trust')
    assert.deepEqual([body.ittKind, formerNames[0]?.name, accreditations.length], ['scitt', 'Estuary Trust', 1])
    await assert.rejects(addBody(place.visitor(), stated), { name: 'Forbidden' })
    await assert.rejects(addBody(place.system(), { ...stated, ukprn: '19000001' }), { name: 'Refused' })
  })
})

describe('what a register leaves open', () => {
  const raise = async (kind: string, organisationId: string | null, told: object): Promise<string> => {
    const id = newId()
    await pool().query(
      `insert into register_questions (id, kind, organisation_id, about, told, raised_at) values ($1, $2, $3, $5, $4, '2021-10-18')`,
      [id, kind, organisationId, JSON.stringify(told), id],
    )
    return id
  }

  it('is settled by naming the school that takes over, which later rooms are told once', async () => {
    const closed = await makeSchool(kysely(), { urn: 911_200, status: 'closed' })
    const follower = await makeSchool(kysely(), { urn: 911_201 })
    const id = await raise('closed_without_successor', closed, {})
    const settle = (urn: number | null) => settleQuestion(place.system(), { id, answer: 'successor', urn })
    await assert.rejects(settle(911_999), { name: 'Refused' })
    await assert.rejects(settle(911_200), { name: 'Refused' })
    await settle(911_201)
    await assert.rejects(settle(911_201), { name: 'Conflict' })
    const { rows } = await pool().query(
      `select payload from graphile_worker._private_jobs where payload->>'predecessorId' = $1`,
      [closed],
    )
    assert.deepEqual(rows, [{ payload: { predecessorId: closed, successorId: follower } }])
  })

  it('is settled by adding an authority, under which its schools come', async () => {
    const school = await makeSchool(kysely(), { urn: 911_300 })
    await pool().query(`update organisations set authority_given = '942' where id = $1`, [school])
    const id = await raise('unknown_authority', null, {
      code: '942',
      name: 'Cumberland',
      region: 'North West',
      schools: 1,
    })
    const question = (await openQuestions(kysely())).find((each) => each.id === id)
    assert.ok(question)
    assert.match(questionSentence(question), /1 school is under authority 942 \(Cumberland\)/)
    await assert.rejects(settleQuestion(place.system(), { id, answer: 'successor', urn: 911_201 }), { name: 'Refused' })
    await settleQuestion(place.system(), { id, answer: 'add', urn: null })
    assert.equal((await bodyInFull(kysely(), school))?.body.authority, 'Cumberland')
  })
})
