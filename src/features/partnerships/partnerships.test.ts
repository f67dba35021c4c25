import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RegisterRow, registerLines } from '../../../db/seeds/registers/file.ts'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import type { Context } from '../../platform/context.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { hashOf } from '../../platform/secrets.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { importProviders, importSchools } from '../national-registers/index.ts'
import { beginPartnership, endPartnership, stateTrust } from './index.ts'
import { partnershipAt, schoolInTrust } from './queries.ts'

const year = academicYear(2021)
const day = (text: string) => Temporal.PlainDate.from(text)
const token = 'a token of a session'
const headers = { 'sec-fetch-site': 'same-origin', cookie: `${sessionCookie}=${token}` }
let here: TestInstallation
let app: FastifyInstance
let folder: string
let national: Context
const kysely = () => here.installation.connections.kysely

const idOf = async (name: string): Promise<string> =>
  (await kysely().selectFrom('organisations').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
const school = (urn: number, more: RegisterRow = {}): RegisterRow => ({
  ...{ URN: urn, 'LA (code)': 307, EstablishmentName: `School ${urn}`, 'TypeOfEstablishment (code)': '34' },
  ...{ 'EstablishmentStatus (code)': 1, 'PhaseOfEducation (code)': '2' },
  ...more,
})
const inTrust = (code: number, name: string): RegisterRow => ({ 'Trusts (code)': code, 'Trusts (name)': name })
const readSchools = (...rows: readonly RegisterRow[]) => {
  const path = join(folder, 'schools.csv')
  writeFileSync(path, [...registerLines(rows)].join(''), 'latin1')
  return importSchools(here.system(), { path, fileName: 'schools.csv', force: false })
}
const university = '19000001,Fenland University,HEI,QTS primary,yes,,'
const readProviders = () => {
  const path = join(folder, 'providers.csv')
  const rows = [
    university,
    '19000002,Brook SCITT,SCITT,QTS secondary,no,19000001,2021/22',
    '19000003,Weir SCITT,SCITT,QTS secondary,no,,',
  ]
  writeFileSync(path, ['UKPRN,Name,Type,Phases,Accredited,Works with,Academic year', ...rows].join('\r\n'))
  return importProviders(here.system(), { path, fileName: 'providers.csv', force: false })
}
const keyOf = async (provider: string, partner: string) => ({
  providerId: await idOf(provider),
  partnerId: await idOf(partner),
  year,
})
const trustOf = async (urn: number): Promise<string | null> =>
  (await schoolInTrust(kysely(), await idOf(`School ${urn}`)))?.trust?.name ?? null

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partnerships-'))
  here = await testInstallation()
  app = await createApp(here.installation)
  const person = await makePerson(kysely(), 'Farida Test')
  await kysely().insertInto('authorities').values({ code: '307', name: 'Ealing' }).execute()
  await kysely()
    .insertInto('roles')
    .values({ id: newId(), person_id: person.id, role: 'national_team', from_on: day('2020-09-01') })
    .execute()
  const now = Temporal.Now.instant()
  await kysely()
    .insertInto('signed_in_sessions')
    .values({
      ...{ id: newId(), person_id: person.id, token_hash: hashOf(token) },
      ...{ created_at: now, expires_at: now.add({ hours: 1 }) },
    })
    .execute()
  national = here.as(actorWith(person.id, 'national_team'))
  await readProviders()
  await readSchools(
    school(900_100, inTrust(3001, 'First Trust')),
    school(900_101, inTrust(3002, 'Second Trust')),
    school(900_102, inTrust(3001, 'First Trust')),
  )
})
after(async () => {
  await app.close()
  await here.release()
  rmSync(folder, { recursive: true, force: true })
})

const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('partnerships in training teachers', () => {
  it('begin with an accredited provider, once, and are in the history of both', async () => {
    const key = await keyOf('Fenland University', 'Weir SCITT')
    await beginPartnership(national, key)
    assert.equal((await partnershipAt(kysely(), key))?.endedOn, null)
    for (const id of [key.providerId, key.partnerId])
      assert.equal((await historyOf(kysely(), { type: 'organisation', id }))[0]?.name, 'partnership.begun')
    await assert.rejects(beginPartnership(national, key), /partners in 2021\/22 already/)
    await assert.rejects(
      beginPartnership(national, await keyOf('Weir SCITT', 'Brook SCITT')),
      /was not accredited in 2021/,
    )
    await assert.rejects(beginPartnership(national, { ...key, partnerId: key.providerId }), Refused)
    await assert.rejects(beginPartnership(national, { ...key, partnerId: newId() }), NotFound)
    await assert.rejects(beginPartnership(here.as(actorWith(newId(), 'hub_lead')), key), Forbidden)
  })

  it('of two who begin the same one succeeds', async () => {
    const key = { ...(await keyOf('Fenland University', 'School 900100')), year: academicYear(2022) }
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => beginPartnership(national, key)))
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected'])
  })

  it('end on a day, are not begun again by the register, and can be taken up again', async () => {
    const key = await keyOf('Fenland University', 'Brook SCITT')
    await endPartnership(national, key)
    assert.equal(String((await partnershipAt(kysely(), key))?.endedOn), '2021-10-18')
    await assert.rejects(endPartnership(national, key), Conflict)
    await readProviders()
    assert.equal(String((await partnershipAt(kysely(), key))?.endedOn), '2021-10-18')
    await beginPartnership(national, key)
    assert.equal((await partnershipAt(kysely(), key))?.endedOn, null)
  })

  it('are added and ended on pages, which say what is wrong', async () => {
    const id = await idOf('School 900101')
    const url = `/network/organisations/${id}/partnerships/new`
    const wrong: readonly [Record<string, string>, RegExp][] = [
      [{}, /Enter who it works with[\s\S]*Choose what the other is/],
      [
        { other: 'Fenland Uni', part: 'provider', year: '2021' },
        /Give one of these numbers: Fenland University 19000001/,
      ],
      [{ other: 'Nobody at all zzz', part: 'provider', year: '2021' }, /Nothing like/],
      [{ other: '19000003', part: 'provider', year: '2021' }, /Weir SCITT was not accredited/],
      [{ other: '19000001', part: 'provider', year: 'x' }, /Choose the academic year/],
    ]
    for (const [fields, sentence] of wrong) {
      const { statusCode, body } = await post(url, fields)
      assert.equal(statusCode, 422)
      assert.match(body, sentence)
    }
    const added = await post(url, { other: 'fenland university', part: 'provider', year: '2021' })
    assert.equal(added.headers['location'], `/network/organisations/${id}`)
    const shown = await app.inject({ url: `/network/organisations/${id}`, headers })
    const end = /href="(\/network\/partnerships\/[^"]+)"/.exec(shown.body)?.[1] ?? ''
    assert.match((await app.inject({ url: end, headers })).body, /End it today/)
    assert.equal((await post(end, {})).statusCode, 303)
    assert.match((await app.inject({ url: end, headers })).body, /It ended on 18 October 2021/)
    assert.match((await app.inject({ url: `/network/organisations/${id}`, headers })).body, /until 18 October 2021/)
    assert.equal((await app.inject({ url: `/network/partnerships/${id}/${id}/2021-22`, headers })).statusCode, 404)
  })
})

describe('the trust of a school', () => {
  it('that is stated by hand stands until the register says something new', async () => {
    const schoolId = await idOf('School 900100')
    await stateTrust(national, { schoolId, trustId: await idOf('Second Trust'), on: day('2021-09-01') })
    assert.equal(await trustOf(900_100), 'Second Trust')
    const again = [school(900_101, inTrust(3002, 'Second Trust')), school(900_102, inTrust(3001, 'First Trust'))]
    const same = await readSchools(school(900_100, inTrust(3001, 'First Trust')), ...again)
    assert.deepEqual([same.counts.unchanged, same.counts.changed], [3, 0])
    assert.equal(await trustOf(900_100), 'Second Trust')
    const renamed = await readSchools(
      school(900_100, { ...inTrust(3001, 'First Trust'), Street: 'New Lane' }),
      ...again,
    )
    assert.deepEqual(renamed.counts.fields, { street: 1 })
    assert.equal(await trustOf(900_100), 'Second Trust')
    const moved = await readSchools(school(900_100, { ...inTrust(3003, 'Third Trust'), Street: 'New Lane' }), ...again)
    assert.deepEqual(moved.counts.fields, { trust: 1 })
    assert.equal(await trustOf(900_100), 'Third Trust')
    assert.equal((await schoolInTrust(kysely(), schoolId))?.isByHand, false)
    const spans = await kysely()
      .selectFrom('trust_memberships as m')
      .innerJoin('organisations as t', 't.id', 'm.trust_id')
      .select(['t.name', 'm.from_on', 'm.to_on'])
      .where('m.organisation_id', '=', schoolId)
      .orderBy('m.id')
      .execute()
    assert.deepEqual(spans.map(({ name, from_on, to_on }) => `${name} ${from_on} ${to_on}`).sort(), [
      'First Trust null 2021-09-01',
      'Second Trust 2021-09-01 2021-10-18',
      'Third Trust 2021-10-18 null',
    ])
  })

  it('can be none, while the register says one', async () => {
    const schoolId = await idOf('School 900102')
    await stateTrust(national, { schoolId, trustId: null, on: day('2021-10-01') })
    assert.equal(await trustOf(900_102), null)
    await readSchools(
      school(900_100, { ...inTrust(3003, 'Third Trust'), Street: 'New Lane' }),
      school(900_101, inTrust(3002, 'Second Trust')),
      school(900_102, inTrust(3001, 'First Trust')),
    )
    assert.equal(await trustOf(900_102), null)
    const [told] = await historyOf(kysely(), { type: 'organisation', id: schoolId })
    assert.deepEqual([told?.name, told?.particulars['on']], ['trust.stated', '2021-10-01'])
  })

  it('is stated on a page, which says what is wrong', async () => {
    const id = await idOf('School 900101')
    const url = `/network/organisations/${id}/trust`
    const on = { 'on-day': '1', 'on-month': '10', 'on-year': '2021' }
    const wrong: readonly [Record<string, string>, RegExp][] = [
      [{ ...on }, /Choose whether it belongs/],
      [{ ...on, belongs: 'trust' }, /Enter the trust/],
      [{ belongs: 'none', 'on-day': '31', 'on-month': '2', 'on-year': '2021' }, /Enter the day as 1 9 2021/],
      [{ ...on, belongs: 'none', 'on-year': '2031' }, /A day to come/],
      [{ ...on, belongs: 'trust', trust: 'Second Trust' }, /It belongs to Second Trust already/],
      [{ ...on, belongs: 'trust', trust: 'Trust' }, /Give one of these numbers/],
    ]
    for (const [fields, sentence] of wrong) {
      const { statusCode, body } = await post(url, fields)
      assert.equal(statusCode, 422)
      assert.match(body, sentence)
    }
    assert.equal((await post(url, { ...on, belongs: 'trust', trust: 'Third Trust' })).statusCode, 303)
    const { body } = await app.inject({ url: `/network/organisations/${id}`, headers })
    assert.match(body, /Third Trust<\/a>, since 1 october 2021/i)
    assert.match(body, /Stated by the national team/)
    const earlier = await post(url, { belongs: 'none', 'on-day': '1', 'on-month': '9', 'on-year': '2021' })
    assert.match(earlier.body, /It joined Third Trust on 1 October 2021/)
    const provider = await app.inject({ url: `/network/organisations/${await idOf('Weir SCITT')}/trust`, headers })
    assert.equal(provider.statusCode, 404)
  })
})
