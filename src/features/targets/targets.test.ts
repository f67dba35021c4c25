import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { uploadOf } from '../../../test/support/old-lists.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Conflict, Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { sendList } from './actions/send-list.ts'
import { discardList, stateList } from './actions/state-list.ts'
import { stateTargets } from './actions/state-targets.ts'
import { invariants } from './invariants.ts'
import { knownForList, targetListById } from './list-queries.ts'
import { listRowsIn } from './list-rows.ts'
import { linesOf, plansOf, schoolsBehind, targetsOfHub } from './queries.ts'
import { type Line, type Planned, planRefusal, totalOf } from './target.ts'
import { countOutcomes, markOfList, planList } from './target-list.ts'

let there: TestInstallation
let app: FastifyInstance
let [ours, theirs] = [
  { id: '', slug: '' },
  { id: '', slug: '' },
]
let [national, own] = ['', '']
let farida = ''
const db = () => there.installation.connections.kysely
const team = () => there.as(actorWith(farida, 'national_team'))
const lead = (hub: { id: string; slug: string }) =>
  there.as(actorWith(farida, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
const { see, send } = browser(() => app)
const plan = (groups: number, places: number): Planned => ({ groups, places })
const state = (hubId: string, planned: Planned | null, mark = '') =>
  stateTargets(team(), { projectId: national, stated: [{ hubId, planned, mark }] })

const ask = async (hubId: string, projectId: string, status: string) => {
  const now = there.clock.now()
  await db()
    .insertInto('expressions_of_interest')
    .values({
      ...{ id: newId(), offer_id: await makeOffer(db(), hubId, projectId), project_id: projectId, status },
      ...{ organisation_id: await makeSchool(db()), sender_name: 'A', sender_email: 'a@school.example' },
      ...{ sender_post: 'maths_lead', created_at: now, confirmed_email_at: now, received_at: now },
    })
    .execute()
}

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  farida = (await makePerson(db(), 'Farida Test')).id
  ours = await makeHub(db(), 'ours')
  theirs = await makeHub(db(), 'theirs')
  await db()
    .insertInto('hub_names')
    .values({ hub_id: theirs.id, name: 'Former North Maths Hub', to_on: Temporal.PlainDate.from('2020-08-31') })
    .execute()
  national = await makeProject(db(), { code: 'NCP21-15', title: 'Subject Leadership', slug: 'subject-leadership' })
  own = await makeProject(db(), { title: 'Talking Proof', slug: 'talking-proof', hub_id: ours.id })
  await makeProject(db(), { title: 'Not out yet', slug: 'not-out', status: 'draft', published_at: null })
  const [one, two] = [await makeSchool(db()), await makeSchool(db())]
  const running = await makeGroup(db(), ours.id, national, { status: 'running' })
  const second = await makeGroup(db(), ours.id, national, { status: 'completed' })
  await makeGroup(db(), ours.id, national, { status: 'forming' })
  await makeGroup(db(), ours.id, national, { status: 'cancelled' })
  await makePlace(db(), { groupId: running, projectId: national, organisationId: one })
  await makePlace(db(), { groupId: second, projectId: national, organisationId: one, status: 'completed' })
  await makePlace(db(), { groupId: running, projectId: national, organisationId: two, status: 'offered' })
  await makePlace(db(), {
    groupId: running,
    projectId: national,
    organisationId: await makeSchool(db()),
    status: 'left',
  })
  const shared = await makeGroup(db(), theirs.id, national, { status: 'confirmed' })
  await db().insertInto('group_partner_hubs').values({ group_id: shared, hub_id: ours.id }).execute()
  await makePlace(db(), { groupId: shared, projectId: national, organisationId: await makeSchool(db()) })
  const ownGroup = await makeGroup(db(), ours.id, own, { status: 'running' })
  await makePlace(db(), { groupId: ownGroup, projectId: own, organisationId: one })
  for (const status of ['received', 'confirmed', 'waiting', 'declined', 'offered']) await ask(ours.id, national, status)
})
after(async () => {
  await app.close()
  await there.release()
})

describe('what a list of targets says', () => {
  const known = {
    year: academicYear(2021),
    hubs: [
      { id: 'h1', slug: 'london-central-and-west', names: ['London Central and West Maths Hub'], isOpen: true },
      { id: 'h2', slug: 'solent', names: ['Solent Maths Hub', 'South Maths Hub'], isOpen: true },
      { id: 'h3', slug: 'surrey', names: ['Surrey Maths Hub', 'South Maths Hub'], isOpen: true },
      { id: 'h4', slug: 'gone', names: ['Gone Maths Hub'], isOpen: false },
    ],
    projects: [
      { id: 'p1', code: 'NCP21-15', title: 'Subject Leadership', isOwn: false },
      { id: 'p2', code: null, title: 'Talking Proof', isOwn: true },
    ],
    plans: new Map([['h2 p1', plan(1, 8)]]),
  }
  const row = (hub: string, project: string, groups: string, places: string, year = '') => ({
    ...{ number: 2, hub, project, groups, places, year },
  })
  const rows: readonly [string, ReturnType<typeof row>, string][] = [
    ['a hub by any spelling of its name', row('london central & west', 'ncp 2115', '2', '12'), 'new'],
    ['a hub by its address', row('london-central-and-west', '21-15', '0', '0'), 'new'],
    ['what stands already', row('The Solent Maths Hub', 'Subject leadership', '1.0', '8'), 'same'],
    ['what differs from what stands', row('Solent', 'NCP21-15', '1', '1,200', '2021/22'), 'changed'],
    ['an unknown hub', row('Nowhere', '21-15', '1', '8'), 'No hub is called “Nowhere”'],
    ['no hub', row(' ', '21-15', '1', '8'), 'It names no hub'],
    ['a name that two hubs had', row('South', '21-15', '1', '8'), 'several hubs'],
    ['a closed hub', row('Gone', '21-15', '1', '8'), '“Gone” has closed'],
    ['an unknown code', row('Solent', 'NCP21-99', '1', '8'), 'No published project of 2021/22 is NCP21-99'],
    ['no project', row('Solent', '', '1', '8'), 'It names no project'],
    ['a hub’s own project', row('Solent', 'Talking Proof', '1', '8'), 'the hub plans it itself'],
    ['words for a number', row('Solent', '21-15', 'two', '8'), 'Groups must be a whole number'],
    ['half a group', row('Solent', '21-15', '1.5', '8'), 'Groups must be a whole number'],
    ['far too many places', row('Solent', '21-15', '1', '100000'), 'Places cannot be more than'],
    ['nothing', row('Solent', '21-15', '', ''), 'It states no groups and no places'],
    ['places without a group', row('Solent', '21-15', '0', '8'), 'Places need a group'],
    ['another year', row('Solent', '21-15', '1', '8', '2020/21'), 'It is for 2020/21'],
  ]
  for (const [what, given, expected] of rows)
    it(`is understood or refused where it is ${what}`, () => {
      const [planned] = planList([given], known)
      assert.ok(planned)
      if (planned.outcome === 'refused') assert.match(planned.reason ?? '', new RegExp(expected))
      else assert.equal(planned.outcome, expected)
    })

  it('counts once where it says the same hub and project twice', () => {
    const twice = planList(
      [row('Solent', '21-15', '1', '9'), { ...row('solent', 'ncp21-15', '2', '9'), number: 5 }],
      known,
    )
    assert.deepEqual(countOutcomes(twice), { new: 0, changed: 1, same: 0, refused: 1 })
    assert.match(twice[1]?.reason ?? '', /Row 2 of this list names the same hub/)
  })

  it('is found below titles, in columns of any order, and blank rows are passed over', () => {
    const read = listRowsIn([
      ['Plans of the hubs'],
      [],
      ['Year', 'Project title', 'Places planned', 'Hub name', 'Work Groups planned', 'NCP code'],
      [],
      ['2021/22', 'Subject Leadership', '8', 'Solent', '1', 'NCP21-15'],
    ])
    assert.deepEqual(read, [
      { number: 5, hub: 'Solent', project: 'NCP21-15', groups: '1', places: '8', year: '2021/22' },
    ])
  })

  it('is refused where a column is missing, which is named, or where no rows follow', () => {
    assert.throws(
      () =>
        listRowsIn([
          ['Hub', 'Groups', 'Code'],
          ['a', '1', 'b'],
        ]),
      /lacks a column headed Places/,
    )
    assert.throws(() => listRowsIn([['Hub', 'Groups', 'Code', 'Places']]), /no rows below/)
  })

  it('plans no places without a group', () => {
    assert.equal(planRefusal(plan(0, 0)), null)
    assert.match(planRefusal(plan(0, 1)) ?? '', /at least one group/)
  })
})

describe('recruitment against plan', () => {
  it('counts groups that go on, places held, offered and asked for, each by itself and at the hub that leads', async () => {
    const { lines, schools } = await targetsOfHub(db(), ours.id, 2021)
    const line = lines.find(({ projectId }) => projectId === national)
    assert.deepEqual(line?.progress, {
      ...{ forming: 1, confirmed: 0, running: 1, completed: 1 },
      ...{ offered: 1, held: 2, waiting: 3, schools: 1 },
    })
    assert.deepEqual(schools, { national: 1, own: 1 })
  })

  it('keeps projects of one hub apart from national ones, and counts a school once in a total', async () => {
    const [lines, schools] = [await linesOf(db(), { year: 2021 }), await schoolsBehind(db(), { year: 2021 })]
    assert.deepEqual([schools.national, schools.own], [2, 1])
    const of = (isOwn: boolean): readonly Line[] => lines.filter((line) => line.isOwn === isOwn)
    assert.equal(totalOf(of(false), schools.national).progress.held, 3)
    assert.equal(totalOf(of(true), schools.own).progress.held, 1)
  })
})

describe('targets', () => {
  it('are stated, changed and taken away, and the history says by how much', async () => {
    assert.equal(await state(ours.id, plan(2, 16)), 1)
    assert.equal(await state(ours.id, plan(2, 16), '2/16'), 0)
    assert.equal(await state(ours.id, plan(3, 24), '2/16'), 1)
    assert.deepEqual((await plansOf(db(), national)).get(ours.id), plan(3, 24))
    assert.equal(await state(ours.id, null, '3/24'), 1)
    assert.equal((await plansOf(db(), national)).size, 0)
    const history = await historyOf(db(), { type: 'project', id: national })
    assert.deepEqual(
      history.slice(0, 3).map(({ name, particulars }) => [name, particulars['planned']]),
      [
        ['target.removed', null],
        ['target.changed', { groups: 3, places: 24 }],
        ['target.stated', { groups: 2, places: 16 }],
      ],
    )
  })

  it('are not overwritten by a page that was opened before somebody else’s change', async () => {
    await state(ours.id, plan(1, 8))
    await assert.rejects(state(ours.id, plan(2, 12)), Conflict)
    assert.equal(await state(ours.id, plan(1, 8)), 0)
    const both = await Promise.allSettled([state(ours.id, plan(4, 30), '1/8'), state(ours.id, plan(5, 40), '1/8')])
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    await state(ours.id, null, (await plansOf(db(), national)).get(ours.id)?.groups === 4 ? '4/30' : '5/40')
  })

  it('are the national team’s to state, and of a hub’s own project its leads’', async () => {
    const ofOwn = (context: ReturnType<typeof team>, hubId: string) =>
      stateTargets(context, { projectId: own, stated: [{ hubId, planned: plan(1, 6), mark: '' }] })
    await assert.rejects(
      stateTargets(lead(ours), { projectId: national, stated: [{ hubId: ours.id, planned: plan(1, 6), mark: '' }] }),
      Forbidden,
    )
    await assert.rejects(ofOwn(team(), ours.id), Forbidden)
    await assert.rejects(ofOwn(lead(theirs), ours.id), Forbidden)
    await assert.rejects(ofOwn(lead(ours), theirs.id), Refused)
    assert.equal(await ofOwn(lead(ours), ours.id), 1)
    assert.deepEqual(await findFaults(db(), invariants), [])
    const wrong = { id: newId(), hub_id: theirs.id, project_id: own, groups_planned: 1, places_planned: 1 }
    await db()
      .insertInto('recruitment_targets')
      .values({ ...wrong, stated_at: there.clock.now() })
      .execute()
    assert.equal((await findFaults(db(), invariants)).length, 1)
    await db().deleteFrom('recruitment_targets').where('id', '=', wrong.id).execute()
  })
})

describe('a list of targets', () => {
  const rows = [
    ['Hub', 'Project code', 'Groups', 'Places'],
    ['ours', 'NCP21-15', '2', '16'],
    ['Former North', '21-15', '1', '8'],
    ['Nowhere', '21-15', '1', '8'],
  ]
  const sendRows = (given = rows) =>
    sendList(team(), { year: academicYear(2021), fileName: 'a.csv', sheet: { readAs: 'UTF-8', rows: given } })
  const markNow = async (listId: string) => {
    const list = await targetListById(db(), listId)
    assert.ok(list)
    return markOfList(planList(list.rows, await knownForList(db(), list.year)))
  }

  it('states nothing before it is confirmed, and then all that its preview showed, once', async () => {
    const listId = await sendRows()
    assert.equal((await plansOf(db(), national)).size, 0)
    const mark = await markNow(listId)
    await Promise.all([stateList(team(), { listId, mark }), stateList(team(), { listId, mark })])
    assert.deepEqual(
      [...(await plansOf(db(), national)).entries()].toSorted(),
      [
        [ours.id, plan(2, 16)],
        [theirs.id, plan(1, 8)],
      ].toSorted() as [string, Planned][],
    )
    const list = await targetListById(db(), listId)
    assert.deepEqual(list?.outcome?.counts, { new: 2, changed: 0, same: 0, refused: 1 })
    assert.deepEqual(
      list?.outcome?.refused.map(({ number }) => number),
      [4],
    )
    const stated = (await historyOf(db(), { type: 'project', id: national })).filter(
      ({ name }) => name === 'target.stated',
    )
    assert.equal(stated.filter(({ particulars }) => particulars['hubId'] === theirs.id).length, 1)
    await assert.rejects(discardList(team(), listId), Refused)
  })

  it('is refused when what stands has changed since it was looked at, or when nothing would change', async () => {
    const listId = await sendRows([rows[0] ?? [], ['ours', '21-15', '3', '20']])
    const mark = await markNow(listId)
    await state(ours.id, plan(2, 17), '2/16')
    await assert.rejects(stateList(team(), { listId, mark }), Conflict)
    await state(ours.id, plan(3, 20), '2/17')
    await assert.rejects(stateList(team(), { listId, mark: await markNow(listId) }), /changes anything/)
    await discardList(team(), listId)
    assert.deepEqual((await targetListById(db(), listId))?.rows, [])
    await assert.rejects(stateList(lead(ours), { listId, mark }), Forbidden)
    await assert.rejects(
      sendList(lead(ours), { year: academicYear(2021), fileName: 'a', sheet: { readAs: '', rows } }),
      Forbidden,
    )
  })
})

describe('the pages of targets', () => {
  it('take a file, show what each row would do, state it, and give refused rows back', async () => {
    const cookie = await signedInAs(there, 'national_team')
    const upload = async (text: string, fields: Record<string, string> = { year: '2021-22' }) => {
      const { payload, headers } = uploadOf(fields, { name: 'plans.csv', bytes: Buffer.from(text) })
      return app.inject({
        ...{ method: 'POST', url: '/network/targets/lists', payload },
        headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin' },
      })
    }
    const file = 'Hub,Project code,Groups,Places\nours,NCP21-15,5,40\nNowhere,NCP21-15,1,2\n'
    assert.match((await upload(file, { year: '' })).body, /Choose the year that is planned/)
    assert.match((await upload('Hub,Groups\na,1\n')).body, /Project code/)
    const sent = await upload(file)
    assert.equal(sent.statusCode, 303)
    const address = String(sent.headers['location'])
    const preview = (await see(address, cookie)).body
    assert.match(preview, /Changes a target/)
    assert.match(preview, /It stands at 3 groups and 20 places/)
    assert.match(preview, /No hub is called “Nowhere”/)
    const mark = /name="mark" value="([^"]*)"/.exec(preview)?.[1] ?? ''
    assert.equal((await send(`${address}/state`, { mark: 'another' }, cookie)).statusCode, 409)
    assert.equal((await send(`${address}/state`, { mark }, cookie)).statusCode, 303)
    assert.match((await see(address, cookie)).body, /Rows that were refused/)
    assert.match((await see(`${address}/refused.csv`, cookie)).body, /Nowhere,NCP21-15,1,2,3,No hub is called/)
    assert.deepEqual((await plansOf(db(), national)).get(ours.id), plan(5, 40))
  })

  it('say all that is wrong at once and keep what was typed; who was overtaken sees what stands', async () => {
    const cookie = await signedInAs(there, 'national_team')
    const url = `/network/targets/${national}`
    const wrong = await send(
      url,
      { 'groups-ours': 'some', 'places-ours': '4', 'mark-ours': '5/40', 'groups-theirs': '0', 'places-theirs': '8' },
      cookie,
    )
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Groups planned by ours must be a whole number/)
    assert.match(wrong.body, /theirs: Places need a group/)
    assert.match(wrong.body, /value="some"/)
    const late = await send(url, { 'groups-ours': '6', 'places-ours': '48', 'mark-ours': '1/1' }, cookie)
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Stands now: 5 groups and 40 places/)
    assert.match(late.body, /value="48"/)
    const mended = await send(url, { 'groups-ours': '6', 'places-ours': '48', 'mark-ours': '5/40' }, cookie)
    assert.equal(mended.statusCode, 303)
    assert.deepEqual((await plansOf(db(), national)).get(ours.id), plan(6, 48))
    assert.deepEqual((await plansOf(db(), national)).get(theirs.id), plan(1, 8))
  })

  it('show a hub its own plans alone, and in its file too', async () => {
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: ours.id })
    const seen = (await see('/hub/ours/targets?year=2021-22', cookie)).body
    assert.match(seen, /Subject Leadership/)
    assert.match(seen, /2 of 48/)
    assert.match(seen, /Your hub’s own projects/)
    assert.equal((await see('/hub/theirs/targets', cookie)).statusCode, 404)
    const file = (await see('/hub/ours/targets.csv?year=2021-22', cookie)).body
    assert.match(file, /2021\/22,ours,NCP21-15,Subject Leadership,National catalogue,6,48,3,1,0,1,1,2,1,3,1/)
    assert.match(file, /ours,,Talking Proof,The hub itself,1,6/)
    assert.doesNotMatch(file, /theirs/)
  })

  it('let a lead plan the hub’s own project and no national one, and analysts read the numbers', async () => {
    const cookie = await signedInAs(there, 'hub_lead', { hub_id: ours.id })
    assert.equal((await see(`/hub/ours/targets/${national}`, cookie)).statusCode, 404)
    assert.equal((await see(`/hub/ours/targets/${own}`, cookie)).statusCode, 200)
    const saved = await send(
      `/hub/ours/targets/${own}`,
      { 'groups-ours': '2', 'places-ours': '9', 'mark-ours': '1/6', 'groups-theirs': '9', 'places-theirs': '9' },
      cookie,
    )
    assert.equal(saved.statusCode, 303)
    assert.deepEqual([...(await plansOf(db(), own)).keys()], [ours.id])
    const analyst = await signedInAs(there, 'analyst')
    const numbers = (await see(`/network/targets/${national}`, analyst)).body
    assert.match(numbers, /2 of 48/)
    assert.doesNotMatch(numbers, /Save targets/)
    const all = (await see('/network/targets?year=2021-22', analyst)).body
    assert.match(all, /counted apart/)
    assert.match(all, /3 of 56/)
  })
})
