import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makeProject, makeSession } from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type Beside, loadsOf, noted, type Planned, termOf, touches, wholeOf } from './plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)
const lead = { id: 'l', name: 'Lead' }
const session = (id: string, values: Partial<Planned> = {}): Planned => ({
  ...{ id, groupId: `g${id}`, group: `Group ${id}`, project: 'Project', number: 1, title: null, kind: 'workshop' },
  ...{ status: 'confirmed', on: day('2021-11-17'), from: time('09:30'), to: time('12:00'), place: null, venueId: null },
  ...{ leads: [], elsewhere: 0, onHoliday: [] },
  ...values,
})

describe('a plan', () => {
  for (const [what, sessions, national, expected] of [
    ['nothing', [session('a')], [], []],
    ['a bank holiday', [session('a', { on: day('2022-01-03') })], [], ['New Year’s Day is a bank holiday']],
    [
      'a day of the network',
      [session('a')],
      [{ title: 'Forum', from: day('2021-11-16'), to: day('2021-11-17') }],
      ['Forum is on that day'],
    ],
    [
      'one venue twice',
      [session('a', { venueId: 'v' }), session('b', { venueId: 'v', from: time('11:00'), to: time('13:00') })],
      [],
      ['Group b is at the same venue then'],
    ],
    [
      'one venue, one after the other',
      [session('a', { venueId: 'v' }), session('b', { venueId: 'v', from: time('12:00'), to: time('13:00') })],
      [],
      [],
    ],
    [
      'one lead twice, times unknown',
      [session('a', { leads: [lead] }), session('b', { leads: [lead], from: null, to: null })],
      [],
      ['Its lead is in Group b then'],
    ],
    [
      'people elsewhere and holidays',
      [session('a', { elsewhere: 1, onHoliday: ['Brent', 'Ealing'] })],
      [],
      ['1 person is expected in another group then', 'School holiday in Brent and Ealing'],
    ],
  ] as const)
    it(`marks ${what}`, () => assert.deepEqual(noted(sessions, national)[0]?.clashes, expected))

  it('touches both ways, minute by minute', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, to: from + length }))
    const at = (minute: number) => time('09:00').add({ minutes: minute })
    fc.assert(
      fc.property(stretch, stretch, (one, other) => {
        const minutes = (span: { from: number; to: number }) =>
          Array.from({ length: span.to - span.from }, (_, index) => span.from + index)
        const shared = minutes(one).some((minute) => minutes(other).includes(minute))
        const of = (span: { from: number; to: number }) => ({
          on: day('2021-10-31'),
          from: at(span.from),
          to: at(span.to),
        })
        assert.equal(touches(of(one), of(other)), shared)
        assert.equal(touches(of(other), of(one)), shared)
      }),
      { numRuns: 60 },
    )
  })

  it('sums what leading comes to, term by term, so that nothing is lost or counted twice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ offset: fc.nat(364), led: fc.subarray(['l', 'm', 'n']), hours: fc.integer({ min: 1, max: 6 }) }),
          { maxLength: 12 },
        ),
        fc.array(
          fc.record({ offset: fc.nat(364), who: fc.constantFrom('l', 'm'), minutes: fc.integer({ min: 5, max: 300 }) }),
          { maxLength: 6 },
        ),
        (sessions, times) => {
          const on = (offset: number) => day('2023-09-01').add({ days: offset })
          const plan = sessions.map(({ offset, led, hours }, at) =>
            session(String(at), {
              on: on(offset),
              to: time('09:30').add({ hours }),
              leads: led.map((id) => ({ id, name: id })),
            }),
          )
          const beside: Beside[] = times.map(({ offset, who, minutes }) => ({
            personId: who,
            groupId: 'g',
            on: on(offset),
            minutes,
          }))
          const sum = (minutes: readonly number[]) => minutes.reduce((all, each) => all + each, 0)
          const inSessions = (id: string) => sum(sessions.map(({ led, hours }) => (led.includes(id) ? hours * 60 : 0)))
          const besideThem = (id: string) => sum(times.map(({ who, minutes }) => (who === id ? minutes : 0)))
          for (const load of loadsOf(plan, beside))
            assert.equal(wholeOf(load), inSessions(load.id) + besideThem(load.id))
        },
      ),
      { numRuns: 40 },
    )
    assert.deepEqual(
      ['2021-09-01', '2021-12-31', '2022-01-01', '2024-02-29', '2022-03-31', '2022-04-01', '2022-08-31'].map((text) =>
        termOf(day(text)),
      ),
      ['autumn', 'autumn', 'spring', 'spring', 'spring', 'summer', 'summer'],
    )
  })
})

let there: TestInstallation
let app: FastifyInstance
let [group, person, own, staff, stranger] = ['', '', '', '', '']
const db = () => there.installation.connections.kysely
const { see, send } = browser(() => app)

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  const [ours, theirs] = [await makeHub(db(), 'ours'), await makeHub(db(), 'theirs')]
  const project = await makeProject(db())
  group = await makeGroup(db(), ours.id, project, { status: 'confirmed', name: 'Our group' })
  const foreign = await makeGroup(db(), theirs.id, project, { status: 'confirmed', name: 'Foreign group' })
  person = (await makePerson(db(), 'Mary Lead')).id
  for (const groupId of [group, foreign])
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: person, role: 'group_lead', group_id: groupId, from_on: day('2021-09-01') })
      .execute()
  await makeSession(db(), group, {
    number: 1,
    on_date: day('2021-11-17'),
    starts_at: time('09:30'),
    ends_at: time('14:30'),
  })
  await makeSession(db(), group, {
    number: 2,
    status: 'provisional',
    on_date: day('2022-02-28'),
    starts_at: null,
    ends_at: null,
  })
  await makeSession(db(), foreign, {
    number: 1,
    on_date: day('2021-11-24'),
    starts_at: time('09:30'),
    ends_at: time('12:00'),
  })
  own = await cookieOf(there, person)
  staff = await signedInAs(there, 'hub_administrator', { hub_id: ours.id })
  stranger = await signedInAs(there, 'hub_administrator', { hub_id: theirs.id })
})
after(async () => {
  await app.close()
  await there.release()
})

describe('the plan of a year and of a month', () => {
  it('shows a lead all they lead, and a hub its own', async () => {
    const mine = (await see('/my/plan/2021-22', own)).body
    assert.match(mine, /Our group<\/a>, session 1/)
    assert.match(mine, /Foreign group<\/a>, session 1/)
    const hubs = (await see('/hub/ours/plan/2021-22', staff)).body
    assert.match(hubs, /Our group<\/a>, session 2/)
    assert.doesNotMatch(hubs, /Foreign group/)
    assert.equal((await see('/hub/ours/plan/2021-22', stranger)).statusCode, 404)
    assert.equal((await see('/hub/ours/plan', staff)).headers.location, '/hub/ours/plan/2021-22')
    for (const wrong of ['/my/plan/2021-23', '/my/plan/2021-22/13', '/my/plan/2021-22/0'])
      assert.equal((await see(wrong, own)).statusCode, 404)
  })
  it('shows a month day by day', async () => {
    const november = (await see('/my/plan/2021-22/11', own)).body
    assert.match(
      november,
      /Wednesday 17 November 2021<\/span><\/span><a class="govuk-link app-month__entry" href="\/groups\/[^"]+">9:30am Our group, 1/,
    )
    assert.doesNotMatch(november, /session 2/)
    assert.match((await see('/my/plan/2021-22/2', own)).body, /app-month__entry--provisional/)
  })
  it('counts time beside sessions, done and planned, of those who lead the group or take part in it', async () => {
    const path = `/groups/${group}/time`
    const typed = {
      whose: person,
      kind: 'planning',
      'on-day': '4',
      'on-month': '10',
      'on-year': '2021',
      hours: '2',
      minutes: '30',
    }
    assert.equal((await send(path, typed, stranger)).statusCode, 404)
    assert.match((await send(path, { ...typed, hours: '', minutes: '' }, own)).body, /Enter how long it takes/)
    assert.match((await send(path, { ...typed, 'on-year': '2022' }, own)).body, /after the year of the group/)
    assert.match(
      (await send(path, { ...typed, whose: newId() }, own)).body,
      /Time is recorded for those who lead the group or take part in it/,
    )
    assert.equal((await send(path, typed, own)).statusCode, 303)
    const planned = { ...typed, 'on-month': '12' }
    assert.equal((await send(path, planned, own)).statusCode, 303)
    assert.match(
      (await see(path, staff)).body,
      /Done so far[\s\S]*0 days in sessions and 0.5 days beside them, 0.5 days in all[\s\S]*Still planned[\s\S]*1 day in sessions and 0.5 days beside them, 1.5 days in all/,
    )
    await db().deleteFrom('time_beside').where('on_date', '>', day('2021-11-01')).execute()
    assert.match((await see('/hub/ours/plan/2021-22', staff)).body, /Mary Lead<\/th>/)
    const id = (await db().selectFrom('time_beside').select('id').executeTakeFirstOrThrow()).id
    await send(`${path}/${id}/remove`, {}, own)
    assert.match((await see(path, own)).body, /Nothing recorded yet/)
  })
  it('is printed', async () => {
    const pdf = await see('/hub/ours/plan/2021-22/plan.pdf', staff)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.match(pdf.rawPayload.subarray(0, 5).toString(), /%PDF-/)
  })
})
