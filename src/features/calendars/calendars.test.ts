import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { uploadOf } from '../../../test/support/old-lists.ts'
import { makeHub, makePerson } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { bankHolidayOn, knowBankHolidays } from '../../vocabulary/bank-holidays.ts'
import { newId } from '../../vocabulary/ids.ts'
import { readBankHolidays } from './actions/read-bank-holidays.ts'
import { stateNationalDay } from './actions/state-national-day.ts'
import { discardTermList, sendTermList, stateTermList } from './actions/state-term-list.ts'
import { removeTermDates, stateTermDates } from './actions/state-terms.ts'
import { bankHolidaysIn } from './bank-holiday-file.ts'
import { authoritiesFor, bankHolidaysRead, daysOfAuthorities, knownForTerms, termListOf } from './queries.ts'
import { schoolDay, type TermDates } from './school-days.ts'
import { markOfTermList, planTermList } from './term-list.ts'
import { termRowsIn } from './term-rows.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const holiday = (name: string, from: string, to: string): TermDates => ({
  kind: 'holiday',
  name,
  from: day(from),
  to: day(to),
})
const term = (name: string, from: string, to: string): TermDates => ({ ...holiday(name, from, to), kind: 'term' })

describe('a day of schools', () => {
  const known = [
    term('Autumn term', '2021-09-02', '2021-12-17'),
    holiday('Autumn half-term', '2021-10-25', '2021-10-29'),
    term('Spring term', '2022-01-04', '2022-04-01'),
    term('Summer term', '2024-04-15', '2024-07-19'),
  ]
  for (const [on, is] of [
    ['2021-10-24', 'term'],
    ['2021-10-25', 'Autumn half-term'],
    ['2021-10-29', 'Autumn half-term'],
    ['2021-12-17', 'term'],
    ['2021-12-20', 'between Autumn term and Spring term'],
    ['2022-01-03', 'between Autumn term and Spring term'],
    ['2022-01-04', 'term'],
    ['2022-04-04', null],
    ['2021-08-31', null],
    ['2024-02-29', null],
  ] as const)
    it(`${on} is ${is ?? 'not known'}`, () => {
      const found = schoolDay(day(on), known)
      assert.equal(found?.kind === 'holiday' ? found.name : (found?.kind ?? null), is)
    })
})

const file = (dates: readonly string[]) =>
  JSON.stringify({
    'england-and-wales': {
      division: 'england-and-wales',
      events: dates.map((date) => ({ title: `Day ${date}`, date, notes: '', bunting: true })),
    },
  })
const wholeYear = [
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-07-14',
  '2028-08-28',
  '2028-12-25',
]

describe('the file of bank holidays', () => {
  it('is read by what it says', () => assert.equal(bankHolidaysIn(`\uFEFF${file(wholeYear)}`).length, 8))
  for (const [what, text, sentence] of [
    ['another file', 'Date,Title', /cannot be read as JSON/],
    ['another country', '{"scotland":{"events":[]}}', /no bank holidays of “england-and-wales”/],
    ['a day that there is not', file([...wholeYear, '2028-02-30']), /“Day 2028-02-30” has no date like/],
    ['half a year', file(wholeYear.slice(0, 3)), /only 3 bank holidays of 2028/],
    ['a day twice', file([...wholeYear, '2028-12-25']), /2028-12-25 stands in the file twice/],
    ['a day without a title', file(wholeYear).replace('Day 2028-01-03', ' '), /Day 1 of the file has no title/],
  ] as const)
    it(`refuses ${what} in words`, () => assert.throws(() => bankHolidaysIn(text), sentence))
})

let there: TestInstallation
let app: FastifyInstance
let ours = { id: '', slug: '' }
let [national, staff, other] = ['', '', '']
const db = () => there.installation.connections.kysely
let person = ''
const team = () => there.as(actorWith(person, 'national_team'))
const atHub = () => there.as(actorWith(person, 'hub_administrator', { hubId: ours.id, hubSlug: ours.slug }))
const { see, send } = browser(() => app)
const span = { from: day('2021-09-01'), to: day('2022-08-31') }
const datesOf = async (code: string) => (await daysOfAuthorities(db(), [code], span))[0]?.dates ?? []

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  person = (await makePerson(db())).id
  await db().insertInto('networks').values({ id: newId(), name: 'Maths Hubs', coordinator: 'NCETM' }).execute()
  ours = await makeHub(db(), 'ours')
  const theirs = await makeHub(db(), 'theirs')
  await db()
    .insertInto('authorities')
    .values([
      { code: '307', name: 'Ealing' },
      { code: '383', name: 'Leeds' },
      { code: '201', name: 'City of London' },
    ])
    .onConflict((there) => there.doNothing())
    .execute()
  await db()
    .insertInto('hub_areas')
    .values({ id: ours.id, hub_id: ours.id, authority_code: '307', described_as: 'Ealing' })
    .execute()
  national = await signedInAs(there, 'national_team')
  staff = await signedInAs(there, 'hub_administrator', { hub_id: ours.id })
  other = await signedInAs(there, 'hub_administrator', { hub_id: theirs.id })
})
after(async () => {
  knowBankHolidays([])
  await app.close()
  await there.release()
})

describe('bank holidays', () => {
  it('are read anew from the file by the national team alone, and followed', async () => {
    await assert.rejects(readBankHolidays(atHub(), file(wholeYear)), Forbidden)
    const read = await readBankHolidays(team(), file(wholeYear))
    assert.deepEqual([read.days, read.years, read.added.length, read.gone.length], [8, [2028], 8, 0])
    assert.equal(bankHolidayOn(day('2028-07-14')), 'Day 2028-07-14')
    const again = await readBankHolidays(team(), file(wholeYear.filter((date) => date !== '2028-07-14')))
    assert.deepEqual([again.added.length, again.gone.map(({ on }) => on.toString())], [0, ['2028-07-14']])
    assert.equal((await bankHolidaysRead(db())).length, 7)
    assert.equal(bankHolidayOn(day('2028-07-14')), null)
    assert.equal(bankHolidayOn(day('2022-09-19')), 'Bank Holiday for the State Funeral of Queen Elizabeth II')
  })
  it('are read on the page, which says what is wrong with another file', async () => {
    const sent = async (text: string) => {
      const { payload, headers } = uploadOf({}, { name: 'bank-holidays.json', bytes: Buffer.from(text) })
      const url = '/network/days/bank-holidays'
      return app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers, cookie: national, 'sec-fetch-site': 'same-origin' },
      })
    }
    assert.match(
      (await sent(file(wholeYear))).body,
      /8 bank holidays from 2028 to 2028 were read; new: Friday 14 July 2028/,
    )
    const refused = await sent('{}')
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /The file has no bank holidays of/)
    assert.match((await see('/network/days?year=2021-22', national)).body, /Monday 3 January 2022/)
  })
})

describe('terms and holidays of schools', () => {
  const half = holiday('Autumn half-term', '2021-10-25', '2021-10-29')
  it('are stated by the network and by a hub that serves the authority, and changed by their name', async () => {
    await stateTermDates(atHub(), { hubId: ours.id, authority: '307', dates: half })
    await assert.rejects(stateTermDates(atHub(), { hubId: ours.id, authority: '383', dates: half }), NotFound)
    await assert.rejects(stateTermDates(atHub(), { hubId: null, authority: '383', dates: half }), Forbidden)
    await stateTermDates(team(), { hubId: null, authority: '383', dates: half })
    const longer = { ...half, name: 'AUTUMN HALF-TERM', from: day('2021-10-18') }
    await stateTermDates(team(), { hubId: null, authority: '307', dates: longer })
    const [only, ...rest] = await datesOf('307')
    assert.deepEqual([only?.name, only?.from.toString(), rest.length], ['Autumn half-term', '2021-10-18', 0])
    await assert.rejects(
      stateTermDates(team(), { hubId: null, authority: '307', dates: { ...half, name: 'Another' } }),
      (problem: unknown) =>
        problem instanceof Refused &&
        /overlaps Autumn half-term \(18 October 2021 to 29 October 2021\) of Ealing/.test(problem.message),
    )
    await removeTermDates(atHub(), { hubId: ours.id, authority: '307', id: only?.id ?? '' })
    assert.equal((await datesOf('307')).length, 0)
  })

  const rows = [
    ['Terms'],
    ['Council', 'Description', 'Starts', 'Ends'],
    ['London Borough of Ealing', 'Autumn term', '2/9/2021', '17 December 2021'],
    ['Ealing', 'Half-term', '2021-10-25', '2021-10-29'],
    ['307', 'Late break', '28/10/2021', '29/10/2021'],
    ['Leeds', 'Spring term', '04/01/2022', '01/04/2022'],
    ['Ealing', 'half-TERM', '25/10/2021', '29/10/2021'],
    ['Atlantis', 'Spring term', '04/01/2022', '01/04/2022'],
    ['Ealing', 'Easter', '18/04/2022', '04/04/2022'],
    ['Ealing', 'Summer term', 'after Easter', '21/07/2022'],
    ['Ealing', 'Spring term', '04/01/2022', '01/09/2022'],
    ['Ealing', 'Inset day', '05/01/2022', ''],
  ]
  it('are read from a list, whose refused rows say why', async () => {
    const known = await knownForTerms(db(), { hubId: ours.id, today: day('2021-10-18') })
    assert.deepEqual(
      (await authoritiesFor(db(), { hubId: ours.id, today: day('2021-10-18') })).map(({ code }) => code),
      ['307'],
    )
    const planned = planTermList(termRowsIn(rows), known)
    assert.deepEqual(
      planned.map(({ row, outcome, reason, dates }) => `${row.number} ${outcome} ${reason ?? dates?.kind}`),
      [
        '3 new term',
        '4 new holiday',
        '5 refused It overlaps Half-term (25 October 2021 to 29 October 2021) of Ealing',
        '6 refused Leeds is outside the area of your hub, and no school of your groups lies there',
        '7 refused Row 4 of this list names it already',
        '8 refused No authority is called “Atlantis”: write its name or code as the registers have it',
        '9 refused It ends before it begins',
        '10 refused “after Easter” is no date: write its first day like 25/10/2021',
        '11 refused A term of 241 days is longer than any: check its dates',
        '12 new holiday',
      ],
    )
    assert.throws(
      () =>
        termRowsIn([
          ['Authority', 'Name'],
          ['Ealing', 'Term'],
        ]),
      /lacks a column headed First day and one headed Last day/,
    )
  })

  it('of a list are stated once, as they were seen, by the hub that brought it', async () => {
    const sheet = { readAs: 'UTF-8', rows }
    const listId = await sendTermList(atHub(), { hubId: ours.id, fileName: 'terms.csv', sheet })
    const which = { hubId: ours.id, listId }
    const mark = async () =>
      markOfTermList(
        planTermList(termRowsIn(rows), await knownForTerms(db(), { hubId: ours.id, today: day('2021-10-18') })),
      )
    const seen = await mark()
    await stateTermDates(team(), {
      hubId: null,
      authority: '307',
      dates: holiday('Half-term', '2021-10-25', '2021-10-28'),
    })
    await assert.rejects(stateTermList(atHub(), { ...which, mark: seen }), Conflict)
    const base = '/hub/ours/days/lists'
    assert.match((await see(`${base}/${listId}`, staff)).body, /It stands at 25 October 2021 to 28 October 2021/)
    assert.equal((await see(`${base}/${listId}`, other)).statusCode, 404)
    assert.equal((await see(`/network/days/lists/${listId}`, national)).statusCode, 404)
    assert.match((await see(`${base}/${listId}/refused.csv`, staff)).body, /Atlantis,Spring term,,04\/01\/2022/)
    const answer = await send(`${base}/${listId}/state`, { mark: await mark() }, staff)
    assert.equal(answer.statusCode, 303)
    await stateTermList(atHub(), { ...which, mark: seen })
    assert.deepEqual(
      (await datesOf('307')).map(({ name }) => name),
      ['Autumn term', 'Half-term', 'Inset day'],
    )
    assert.deepEqual((await termListOf(db(), listId, ours.id))?.outcome?.counts, {
      new: 2,
      changed: 1,
      same: 0,
      refused: 7,
    })
    await assert.rejects(discardTermList(atHub(), which), Refused)
  })

  it('are typed in on a page that keeps what was typed, and taken away', async () => {
    const path = '/hub/ours/days/terms/307?year=2021-22'
    const wrong = { name: 'Easter', kind: 'holiday', 'from-day': '31', 'from-month': '4', 'from-year': '2022' }
    const refused = await send(path, wrong, staff)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /There is no such date\. Enter it as 25 10 2021/)
    assert.match(refused.body, /value="Easter"/)
    assert.equal((await send(path, { ...wrong, 'from-day': '4' }, staff)).statusCode, 303)
    const easter = (await datesOf('307')).find(({ name }) => name === 'Easter')
    assert.equal(easter?.to.toString(), '2022-04-04')
    assert.match((await see(path, staff)).body, /Easter/)
    assert.equal((await send(`/hub/ours/days/terms/307/${easter?.id}/remove?year=2021-22`, {}, other)).statusCode, 404)
    await send(`/hub/ours/days/terms/307/${easter?.id}/remove?year=2021-22`, {}, staff)
    assert.equal(
      (await datesOf('307')).some(({ name }) => name === 'Easter'),
      false,
    )
  })
})

describe('days of the whole network', () => {
  it('are stated by the national team, once, and shown to hubs', async () => {
    const forum = { title: 'Forum', from: day('2021-11-10'), to: day('2021-11-11') }
    await assert.rejects(stateNationalDay(atHub(), forum), Forbidden)
    await stateNationalDay(team(), forum)
    await stateNationalDay(team(), forum)
    const body = (await see(`/hub/ours/days?year=${academicYear(2021)}-22`, staff)).body
    assert.equal(body.match(/10 November 2021 to 11 November 2021/g)?.length, 1)
    assert.doesNotMatch(body, /Take away/)
    const wrong = {
      name: '',
      'from-day': '2',
      'from-month': '2',
      'from-year': '2022',
      'to-day': '1',
      'to-month': '2',
      'to-year': '2022',
    }
    assert.match((await send('/network/days/national', wrong, national)).body, /The last day is before the first/)
  })
})
