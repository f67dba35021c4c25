import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { accountsOfHub } from '../accounts/queries.ts'
import { approveGrants } from './actions/approve-grants.ts'
import { moveGrant, noteRepayment } from './actions/move-grant.ts'
import { workOutGrants } from './actions/work-out-grants.ts'
import { writeGrantRule } from './actions/write-grant-rule.ts'
import { daysByTime } from './earning.ts'
import type { GrantStatus } from './grant.ts'
import { type Earned, type GrantRule, grantDue, grantRuleInWords } from './grant-rule.ts'
import { grantsInNumbers, grantsOfHub } from './queries.ts'

const firstYear: Omit<GrantRule, 'id' | 'version'> = {
  name: 'First year of a primary school',
  kind: 'participation',
  deliveryModel: null,
  phase: 'primary',
  firstYearOnly: true,
  amountPence: 100_000,
  per: 'once',
  leastSessions: 2,
  leastDays: 0,
}
const release: Omit<GrantRule, 'id' | 'version'> = {
  ...firstYear,
  name: 'Release of leads',
  kind: 'release',
  phase: null,
  firstYearOnly: false,
  amountPence: 20_000,
  per: 'day',
  leastSessions: 0,
  leastDays: 2,
}
const all = { status: null, kind: null, words: '' }

describe('what a rule grants', () => {
  it('is told in a sentence', () => {
    assert.equal(
      grantRuleInWords(firstYear),
      '£1,000 to a primary school that takes part, in its first year, where at least 2 sessions were attended.',
    )
    assert.equal(
      grantRuleInWords(release),
      '£200 for each day, half days counting half, to the school of whoever leads a group, where at least 2 days were led.',
    )
  })

  // Said again as plainly as it can be, sum by sum.
  const oracle = (rule: GrantRule, earned: Earned): number => {
    const reasonsNot = [
      earned.sessions === 0,
      earned.sessions < rule.leastSessions,
      earned.days < rule.leastDays,
      rule.firstYearOnly && !earned.isFirstYear,
      rule.phase !== null && earned.phases.indexOf(rule.phase) < 0,
      rule.deliveryModel !== null && rule.deliveryModel !== earned.deliveryModel,
    ]
    if (reasonsNot.includes(true)) return 0
    let sum = 0
    let left = { once: 1, session: earned.sessions, day: earned.days }[rule.per]
    for (; left >= 1; left -= 1) sum += rule.amountPence
    // What is left is half a day or nothing; of an odd sum half is a penny more than its smaller part.
    return left > 0 ? sum + (rule.amountPence - Math.floor(rule.amountPence / 2)) : sum
  }
  const phase = fc.constantFrom('primary' as const, 'secondary' as const, 'post_16' as const)
  const model = fc.constantFrom('work_group', 'community')
  it('is what adding it up one by one finds it to be', () =>
    fc.assert(
      fc.property(
        fc.record({
          id: fc.constant('r'),
          name: fc.constant('Any'),
          version: fc.constant(1),
          kind: fc.constant('participation' as const),
          deliveryModel: fc.option(model),
          phase: fc.option(phase),
          firstYearOnly: fc.boolean(),
          amountPence: fc.integer({ min: 1, max: 100_000 }),
          per: fc.constantFrom('once' as const, 'session' as const, 'day' as const),
          leastSessions: fc.nat({ max: 4 }),
          leastDays: fc.nat({ max: 4 }),
        }),
        fc.record({
          sessions: fc.nat({ max: 6 }),
          days: fc.nat({ max: 12 }).map((halves) => halves / 2),
          deliveryModel: model,
          phases: fc.subarray(['primary' as const, 'secondary' as const]),
          isFirstYear: fc.boolean(),
        }),
        (rule, earned) => assert.equal(grantDue(rule, earned), oracle(rule, earned)),
      ),
      { numRuns: 200 },
    ))
})

describe('the days that time comes to', () => {
  // Gone through half day by half day, as long as there is time left for a whole one of them.
  const oracle = (minutes: number, minutesInADay: number): number => {
    let [halves, left] = [0, 2 * minutes]
    while (left >= minutesInADay) {
      left -= minutesInADay
      halves += 1
    }
    return halves * 0.5
  }
  it('are whole and half days of the length that the project says', () => {
    assert.equal(daysByTime({ minutes: 449, minutesInADay: 300 }), 1)
    assert.equal(daysByTime({ minutes: 450, minutesInADay: 300 }), 1.5)
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.integer({ min: 60, max: 720 }), (minutes, minutesInADay) =>
        assert.equal(daysByTime({ minutes, minutesInADay }), oracle(minutes, minutesInADay)),
      ),
    )
  })
})

describe('grants and payments of a hub', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let staff: string
  let groupId: string
  let lead: string
  let newcomer: string
  let leadsSchool: string
  let projectId: string
  const sessions: string[] = []

  const db = () => there.installation.connections.kysely
  const as = (role: 'hub_lead' | 'hub_administrator' = 'hub_lead', at = hub) =>
    there.as(actorWith(staff, role, { hubId: at.id, hubSlug: at.slug }))
  const national = () => there.as(actorWith(staff, 'national_team', {}))
  const mark = (sessionId: string, participantId: string, name: string) =>
    db()
      .insertInto('marks')
      .values({
        id: newId(),
        session_id: sessionId,
        participant_id: participantId,
        mark: name,
        recorded_by_person_id: staff,
        recorded_at: there.clock.now(),
        received_at: there.clock.now(),
      })
      .execute()
  const grants = () => grantsOfHub(db(), hub.id, all)
  const grantFor = async (organisation: string) => {
    const found = (await grants()).find((grant) => grant.organisationId === organisation)
    assert.ok(found)
    return found
  }
  const balance = async (organisation: string) =>
    (await accountsOfHub(db(), hub.id)).find(({ organisationId }) => organisationId === organisation)?.owed ?? 0

  const join = async (came: readonly (readonly [string, string])[], name?: string): Promise<string> => {
    const organisationId = await makeSchool(db(), { phase: 'primary', ...(name ? { name } : {}) })
    const placeId = await makePlace(db(), { groupId, projectId, organisationId, status: 'held' })
    const participant = await makeParticipant(db(), placeId, (await makePerson(db())).id)
    for (const [session, named] of came) await mark(session, participant, named)
    return organisationId
  }
  const joinsLater = (name = 'Newcomer Primary') => join([[sessions[0] ?? '', 'present']], name)

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
    staff = (await makePerson(db())).id
    projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const days = ['2021-09-20', '2021-10-04'].map((day) => Temporal.PlainDate.from(day))
    for (const onDate of days) sessions.push(await makeSession(db(), groupId, { status: 'held', on_date: onDate }))
    const [first = '', second = ''] = sessions
    newcomer = await join([
      [first, 'present'],
      [second, 'online'],
    ])
    await join([
      [first, 'present'],
      [second, 'absent'],
    ])
    const known = await join([
      [first, 'late'],
      [second, 'present'],
    ])
    await db()
      .insertInto('academic_years')
      .values({
        year: 2020,
        starts_on: Temporal.PlainDate.from('2020-09-01'),
        ends_on: Temporal.PlainDate.from('2021-08-31'),
      })
      .onConflict((there) => there.doNothing())
      .execute()
    const before = await makeProject(db(), { year: 2020 })
    const earlier = await makeGroup(db(), hub.id, before, { year: 2020, status: 'completed' })
    await makePlace(db(), { groupId: earlier, projectId: before, organisationId: known, status: 'left' })
    lead = (await makePerson(db())).id
    leadsSchool = await makeSchool(db(), { phase: 'secondary' })
    const since = Temporal.PlainDate.from('2021-09-01')
    await db()
      .insertInto('posts')
      .values({
        id: newId(),
        person_id: lead,
        organisation_id: leadsSchool,
        post: 'class_teacher',
        from_on: since,
        stated_at: there.clock.now(),
      })
      .execute()
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: lead, role: 'group_lead', group_id: groupId, from_on: since })
      .execute()
  })
  after(() => there.release())

  it('are rules in versions, the network’s by the national team, the hub’s by its leads', async () => {
    const write = (by: ReturnType<typeof as>, hubId: string | null, rule: typeof firstYear, seenVersion = 0) =>
      writeGrantRule(by, { hubId, year: 2021, rule, seenVersion })
    await write(national(), null, firstYear)
    await assert.rejects(write(as(), null, release), Forbidden)
    await assert.rejects(write(as('hub_administrator'), hub.id, release), Forbidden)
    await assert.rejects(write(as('hub_lead', other), hub.id, release), NotFound)
    await write(as(), hub.id, release)
    await assert.rejects(write(as(), hub.id, release), Refused)
    await write(as(), hub.id, { ...release, amountPence: 15_000 }, 1)
    await assert.rejects(write(as(), hub.id, release, 1), Conflict)
    await assert.rejects(
      there.installation.connections.pool.query('update grant_rules set amount_pence = 1'),
      /permission denied/,
    )
  })

  it('are due by what was attended and led, worked out as often as one likes and once each, whatever the race', async () => {
    // The second session was short, and its lead spent the rest of the day on planning: two days by time, whatever the dates.
    await db()
      .updateTable('sessions')
      .set({ ends_at: Temporal.PlainTime.from('12:00') })
      .where('group_id', '=', groupId)
      .where('on_date', '=', Temporal.PlainDate.from('2021-10-04'))
      .execute()
    const planned = (on: string, minutes: number) => ({
      id: newId(),
      group_id: groupId,
      person_id: lead,
      kind: 'planning',
      on_date: Temporal.PlainDate.from(on),
      minutes,
      recorded_at: there.clock.now(),
    })
    await db()
      .insertInto('time_beside')
      .values([planned('2021-10-04', 150), planned('2022-03-01', 600)])
      .execute()
    const workOut = () => workOutGrants(as('hub_administrator'), { hubId: hub.id, year: 2021 })
    const due = await Promise.all([workOut(), workOut()])
    assert.deepEqual(due.toSorted(), [0, 2])
    assert.deepEqual(
      (await grants()).map(({ organisationId, pence, status }) => [organisationId, pence, status]).toSorted(),
      [
        [leadsSchool, 30_000, 'due'],
        [newcomer, 100_000, 'due'],
      ].toSorted(),
    )
    await assert.rejects(workOutGrants(as('hub_lead', other), { hubId: hub.id, year: 2021 }), NotFound)
    assert.equal((await grantsOfHub(db(), other.id, all)).length, 0)
  })

  it('are approved by a lead, paid and clawed back, and the ledger says at each moment who owes whom', async () => {
    const { id } = await grantFor(newcomer)
    const move = (to: GrantStatus, reason: string | null = null, by = as()) =>
      moveGrant(by, { grantId: id, to, reason })
    await assert.rejects(move('approved', null, as('hub_administrator')), Forbidden)
    await assert.rejects(move('approved', null, as('hub_lead', other)), NotFound)
    await assert.rejects(move('paid'), Refused)
    await move('approved')
    assert.equal(await balance(newcomer), -100_000)
    await assert.rejects(move('clawed_back', 'Left'), Refused)
    await move('paid', null, as('hub_administrator'))
    assert.equal(await balance(newcomer), 0)
    await assert.rejects(move('void', 'Too late'), Refused)
    await assert.rejects(move('clawed_back'), Refused)
    await move('clawed_back', 'The school left in the autumn')
    assert.equal(await balance(newcomer), 100_000)
    const back = (pence: number, owed: number) =>
      noteRepayment(as(), { grantId: id, pence, owed, onDate: Temporal.PlainDate.from('2021-10-17') })
    await assert.rejects(back(100_001, 100_000), Refused)
    const twice = await Promise.allSettled([back(40_000, 100_000), back(40_000, 100_000)])
    assert.deepEqual(twice.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await back(60_000, 60_000)
    assert.equal(await balance(newcomer), 0)
    await assert.rejects(back(1, 0), Refused)
  })

  it('are made void with a reason, before and after they are approved', async () => {
    const { id } = await grantFor(leadsSchool)
    await moveGrant(as(), { grantId: id, to: 'approved', reason: null })
    await assert.rejects(moveGrant(as(), { grantId: id, to: 'void', reason: ' ' }), Refused)
    await moveGrant(as(), { grantId: id, to: 'void', reason: 'Paid by another programme' })
    assert.equal(await balance(leadsSchool), 0)
    assert.equal(await workOutGrants(as(), { hubId: hub.id, year: 2021 }), 0)
    assert.deepEqual(
      (await grantsInNumbers(db(), 2021))
        .map(({ kind, status, count, pence }) => [kind, status, count, pence])
        .toSorted(),
      [
        ['participation', 'clawed_back', 1, 100_000],
        ['release', 'void', 1, 30_000],
      ],
    )
  })

  it('stand on pages for the hub, in numbers for the national team, and in a file', async () => {
    const app = await createApp(there.installation)
    const cookie = await signedInAs(there, 'hub_lead', { hub_id: hub.id })
    const { see, send } = browser(() => app)
    const base = `/hub/${hub.slug}/grants`
    assert.match((await see(base, cookie)).body, /2 grants, £1,300 in all/)
    assert.match(
      (await see(`${base}/${(await grantFor(newcomer)).id}`, cookie)).body,
      /Clawed back[\s\S]*Payment received/,
    )
    assert.match((await see(`${base}.csv`, cookie)).body, /Participation grant/)
    assert.match((await see(`${base}/rules?of=Release+of+leads`, cookie)).body, /A new version of Release of leads/)
    assert.equal((await send(`${base}/rules`, { amount: 'much' }, cookie)).statusCode, 422)
    const written = { name: 'Community Leads', kind: 'lead_funding', amount: '600', per: 'once', model: 'community' }
    assert.equal((await send(`${base}/rules`, written, cookie)).statusCode, 303)
    assert.equal((await send(`${base}/work-out`, {}, cookie)).statusCode, 303)
    const farida = await signedInAs(there, 'national_team')
    const numbers = (await see('/network/grants', farida)).body
    assert.match(numbers, /Participation grant[\s\S]*£1,000/)
    await app.close()
  })

  it('are approved together as they were looked at, and for ten minutes that can be undone before anybody hears of it', async () => {
    const app = await createApp(there.installation)
    const cookie = await signedInAs(there, 'hub_lead', { hub_id: hub.id })
    const administrator = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    const { see, send } = browser(() => app)
    const base = `/hub/${hub.slug}/grants`
    const later = await joinsLater()
    await writeGrantRule(as(), {
      hubId: hub.id,
      year: 2021,
      rule: { ...firstYear, name: 'Start', firstYearOnly: false, leastSessions: 1 },
      seenVersion: 0,
    })
    assert.equal(await workOutGrants(as(), { hubId: hub.id, year: 2021 }), 4)
    const due = (await grants()).filter(({ status }) => status === 'due')
    const chosen = { grant: due.map(({ id }) => id) }
    assert.equal((await send(`${base}/check`, {}, cookie)).headers.location, `${base}?status=due&chosen=none`)
    assert.equal((await send(`${base}/approve`, chosen, administrator)).statusCode, 403)
    assert.match((await send(`${base}/check`, chosen, cookie)).body, /Newcomer Primary[\s\S]*Approve 4 grants: £4,000/)
    const before = await balance(later)
    const act = String((await send(`${base}/approve`, chosen, cookie)).headers.location)
    assert.equal(await balance(later), before - 100_000)
    const held = () =>
      db().selectFrom('messages').select(['subject', 'held']).where('subject', 'like', '%Newcomer Primary').execute()
    assert.deepEqual(
      (await held()).map((message) => message.held),
      [true],
    )
    assert.match((await see(act, cookie)).body, /Approved together: 4 grants, £4,000[\s\S]*You can undo this until/)
    // One of them is paid in the meantime: it stays as it is.
    const [first] = due.filter(({ organisationId }) => organisationId !== later)
    await moveGrant(as(), { grantId: first?.id ?? '', to: 'paid', reason: null })
    assert.equal((await send(`${act}/undo`, {}, administrator)).statusCode, 403)
    const undone = String((await send(`${act}/undo`, {}, cookie)).headers.location)
    assert.match((await see(undone, cookie)).body, /3 of 4 undone/)
    assert.equal(await balance(later), before)
    assert.deepEqual(await held(), [])
    const again = String((await send(`${base}/approve`, chosen, cookie)).headers.location)
    assert.match((await see(again, cookie)).body, /Approved together: 3 grants, £3,000/)
    there.clock.set(String(there.clock.now().add({ minutes: 11 })))
    assert.equal((await send(`${again}/undo`, {}, cookie)).statusCode, 409)
    await app.close()
  })

  it('are approved at once by two together only once each, and the ledger is the sum of what stands', async () => {
    const racing = await joinsLater('Racing Primary')
    await workOutGrants(as(), { hubId: hub.id, year: 2021 })
    const { id } = await grantFor(racing)
    const both = [
      approveGrants(as(), { hubId: hub.id, grantIds: [id] }),
      approveGrants(as(), { hubId: hub.id, grantIds: [id] }),
    ]
    assert.deepEqual((await Promise.allSettled(both)).map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const standing = (await grants()).filter(({ status }) => status === 'approved')
    const { rows } = await there.installation.connections.pool.query(
      "select coalesce(sum(case when credit = 'owing' then amount_pence when debit = 'owing' then -amount_pence end), 0)::int as owing from ledger_entries",
    )
    assert.equal(
      rows[0].owing,
      standing.reduce((sum, { pence }) => sum + pence, 0),
    )
  })

  it('leave every rule that must hold true of the data', () =>
    there.requireNoFaults('Each expression of interest that counts has its receipt in the history'))
})
