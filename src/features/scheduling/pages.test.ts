import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
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
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { addSession, rearrangeSessions, sessionsOfGroup } from '../sessions/index.ts'
import { acceptSchedule } from './actions/accept-schedule.ts'
import { latestProposal } from './queries.ts'

let there: TestInstallation
let app: FastifyInstance
let hub = { id: '', slug: '' }
let [group, other, venue, lead] = ['', '', '', '']
let [leading, staff, stranger] = ['', '', '']
const db = () => there.installation.connections.kysely
const { see, send } = browser(() => app)
const path = () => `/groups/${group}/schedule`
const ask = (values: Record<string, string | string[]> = {}) => ({
  ...{ sessions: '4', minutes: '150', starts: '9:30am', days: ['2', '3', '4'], least: '3', most: '9' },
  ...{ 'from-day': '1', 'from-month': '11', 'from-year': '2021', 'to-day': '15', 'to-month': '7', 'to-year': '2022' },
  ...values,
})
const own = async () => sessionsOfGroup(db(), group)
const mails = async () =>
  Number(
    (
      await db()
        .selectFrom('messages')
        .select((s) => s.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  hub = await makeHub(db(), 'ours')
  const project = await makeProject(db(), { sessions_count: 5, days_min: 2.5 })
  venue = newId()
  await db()
    .insertInto('venues')
    .values({ id: venue, hub_id: hub.id, name: 'The Hall', short_name: 'Hall', address: 'High Street' })
    .execute()
  group = await makeGroup(db(), hub.id, project, { status: 'confirmed', venue_id: venue })
  other = await makeGroup(db(), (await makeHub(db(), 'theirs')).id, project, {
    status: 'confirmed',
    name: 'Secret group',
  })
  lead = (await makePerson(db(), 'Mary Lead')).id
  for (const groupId of [group, other])
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: lead,
        role: 'group_lead',
        group_id: groupId,
        from_on: Temporal.PlainDate.from('2021-09-01'),
      })
      .execute()
  leading = await cookieOf(there, lead)
  staff = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
  stranger = await signedInAs(there, 'group_lead', { group_id: other })
  const place = await makePlace(db(), { groupId: group, projectId: project, organisationId: await makeSchool(db()) })
  await makeParticipant(db(), place, (await makePerson(db(), 'Ann Taker')).id)
  // An undated session of the offer, and one in another hub's group on every Wednesday morning of November.
  await makeSession(db(), group, { number: 1, status: 'provisional', on_date: null, starts_at: null, ends_at: null })
  const time = { startsAt: Temporal.PlainTime.from('09:30'), endsAt: Temporal.PlainTime.from('12:00') }
  const details = { title: null, kind: 'workshop', mode: 'unknown', venueId: null, hostOrganisationId: null } as const
  for (const day of [3, 10, 17, 24]) {
    const onDate = Temporal.PlainDate.from({ year: 2021, month: 11, day })
    const session = { ...details, ...time, onDate, onlineLink: null, practicalNotes: null }
    await addSession(there.system(), { groupId: other, status: 'confirmed', details: session })
  }
})
after(async () => {
  await app.close()
  await there.release()
})

describe('the schedule of a group', () => {
  it('takes what lead and venue state, and keeps what was typed wrongly', async () => {
    const wrong = await send('/my/times', { 'from-2': '9:00am', 'to-2': '8:00am', away: 'in May' }, leading)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Tuesday: the end is after the start/)
    assert.match(wrong.body, /“in May” is no day/)
    assert.match(wrong.body, />in May<\/textarea>/)
    const times = {
      'from-2': '9:00am',
      'to-2': '3:00pm',
      'from-3': '12:30',
      'to-3': '16:00',
      'from-4': '9:00',
      'to-4': '15:00',
      away: '23/11/2021 to 26/11/2021',
    }
    assert.equal((await send('/my/times', times, leading)).statusCode, 303)
    assert.match((await see('/my/times', leading)).body, /23\/11\/2021 to 26\/11\/2021/)
    const atVenue = `/hub/ours/venues/${venue}/times`
    assert.equal(
      (await send(atVenue, { 'from-2': '8:00', 'to-2': '18:00', 'from-3': '8:00', 'to-3': '18:00' }, staff)).statusCode,
      303,
    )
    assert.equal((await see(atVenue, leading)).statusCode, 404)
  })
  it('takes when a lead can from its hub as well, and tells the lead who stated it', async () => {
    const page = (await see(path(), staff)).body
    const [, address = ''] = /href="([^"]*schedule\/leads\/[^"]*)">State it/.exec(page) ?? []
    assert.doesNotMatch((await see(path(), leading)).body, /schedule\/leads/)
    assert.match((await see(address, staff)).body, /The lead stated this on[\s\S]*23\/11\/2021 to 26\/11\/2021/)
    assert.equal((await see(address, leading)).statusCode, 403)
    assert.equal((await see(address, stranger)).statusCode, 404)
    assert.equal((await send(address, { 'from-2': 'early' }, staff)).statusCode, 422)
    const before = (await see('/my/times', leading)).body
    assert.doesNotMatch(before, /stated this/)
    const times = {
      'from-2': '9:00am',
      'to-2': '3:00pm',
      'from-3': '12:30',
      'to-3': '16:00',
      'from-4': '9:00',
      'to-4': '15:00',
      away: '23/11/2021 to 26/11/2021',
    }
    assert.equal((await send(address, times, staff)).statusCode, 303)
    assert.match(
      (await see('/my/times', leading)).body,
      /stated this for you on \d+ \w+ \d{4}\. Change what is not right/,
    )
    assert.equal((await send('/my/times', times, leading)).statusCode, 303)
    assert.doesNotMatch((await see('/my/times', leading)).body, /stated this for you/)
  })
  it('is asked for by its lead and its hub alone, and says what is wrong with what was asked', async () => {
    assert.equal((await see(path(), stranger)).statusCode, 404)
    const page = (await see(path(), leading)).body
    assert.match(page, /The project asks for 5 sessions, or 2.5 days/)
    assert.match(page, /When Mary Lead can is stated/)
    const wrong = await send(path(), ask({ least: '9', most: '3', days: [], 'to-day': '31', 'to-month': '2' }), leading)
    for (const sentence of [/The most weeks between are not fewer/, /Choose at least one day/, /There is no such date/])
      assert.match(wrong.body, sentence)
  })
  it('says which single change would make it fit, where nothing fits', async () => {
    await send(path(), ask({ days: ['4'] }), leading)
    const page = (await see(path(), leading)).body
    assert.match(page, /Nothing fits/)
    assert.match(page, /The venue cannot at that time: \d+ days/)
    assert.match(page, /Allow Tuesdays too/)
  })
  it('is proposed round everything that stands in the way, and names no group of another hub', async () => {
    await send(path(), ask(), staff)
    const proposal = await latestProposal(db(), group)
    assert.ok(proposal && proposal.alternatives.length >= 3)
    for (const { dates } of proposal.alternatives)
      for (const { on, startsAt } of dates) {
        assert.ok([2, 3].includes(on.dayOfWeek), `${on}`)
        assert.equal(startsAt.toString(), on.dayOfWeek === 2 ? '09:30:00' : '12:30:00')
        assert.ok(!['2021-11-23', '2021-11-24'].includes(on.toString()))
      }
    assert.doesNotMatch((await see(path(), staff)).body, /Secret group/)
  })
  it('is planned once, the session without a date first', async () => {
    const proposal = await latestProposal(db(), group)
    assert.ok(proposal)
    const accept = () => send(`${path()}/accept`, { proposal: proposal.id, alternative: '0' }, leading)
    const answers = await Promise.all([accept(), accept()])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    const sessions = await own()
    assert.deepEqual(
      sessions.map(({ number, status }) => `${number} ${status}`),
      [1, 2, 3, 4].map((number) => `${number} provisional`),
    )
    assert.deepEqual(
      sessions.map(({ onDate }) => onDate?.toString()),
      proposal.alternatives[0]?.dates.map(({ on }) => on.toString()),
    )
    const again = await send(`${path()}/accept`, { proposal: proposal.id, alternative: '1' }, leading)
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /These proposals have been overtaken/)
    await there.requireNoFaults()
  })
  it('refuses a date that has become impossible since', async () => {
    await send(
      path(),
      ask({
        sessions: '1',
        least: '0',
        'from-day': '1',
        'from-month': '11',
        'to-day': '9',
        'to-month': '11',
        'to-year': '2021',
        days: ['2'],
      }),
      leading,
    )
    const proposal = await latestProposal(db(), group)
    const [date] = proposal?.alternatives[0]?.dates ?? []
    assert.ok(proposal && date)
    await makeSession(db(), other, {
      number: 40,
      status: 'provisional',
      on_date: date.on,
      starts_at: null,
      ends_at: null,
    })
    const context = there.as(actorWith(lead, 'group_lead', { groupId: group }))
    await assert.rejects(
      acceptSchedule(context, { groupId: group, proposalId: proposal.id, alternative: 0 }),
      /is no longer possible. The lead is in a session of another group on that day/,
    )
  })
  it('has its provisional dates confirmed together, with one mail each', async () => {
    const sessions = await own()
    const sequences = Object.fromEntries(sessions.map(({ id, sequence }) => [`sequence-${id}`, String(sequence)]))
    const fields = { sessions: sessions.map(({ id }) => id), ...sequences, tell: 'yes' }
    assert.match((await see(`${path()}/confirm`, leading)).body, /Who would be told: .*Ann Taker/)
    const before = await mails()
    const answers = await Promise.all([
      send(`${path()}/confirm`, fields, leading),
      send(`${path()}/confirm`, fields, leading),
    ])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    assert.ok((await own()).every(({ status }) => status === 'confirmed'))
    assert.equal((await mails()) - before, 2)
  })
  it('moves one session and all later ones with one mail each, as was shown', async () => {
    const [first, second, ...later] = await own()
    assert.ok(first?.onDate && second?.onDate)
    const to = second.onDate.add({ days: 7 })
    const url = `${path()}/shift/${second.id}`
    const shown = (await see(`${url}?to=${to}&which=later`, leading)).body
    assert.match(shown, /Move these 3 sessions/)
    assert.match(shown, /2 people have been told/)
    const mark = /name="mark" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    const before = await mails()
    assert.equal((await send(url, { to: to.toString(), which: 'later', mark: 'another' }, leading)).statusCode, 409)
    assert.equal((await send(url, { to: to.toString(), which: 'later', mark }, leading)).statusCode, 303)
    assert.equal((await mails()) - before, 2)
    const now = await own()
    assert.equal(now[0]?.onDate?.toString(), first.onDate.toString())
    assert.equal(now[1]?.onDate?.toString(), to.toString())
    for (const { id, onDate } of later) {
      const moved = now.find((each) => each.id === id)
      assert.ok(moved?.onDate && onDate && Temporal.PlainDate.compare(moved.onDate, onDate) > 0)
      assert.equal(moved.status, 'confirmed')
    }
    assert.match(
      (await see(`${url}?to=2022-01-03`, leading)).body,
      /Monday 3 January 2022 is not possible. It is a bank holiday/,
    )
    await there.requireNoFaults()
  })
  it('changes two sessions with each other', async () => {
    const [one, two] = (await own()).slice(-2)
    assert.ok(one?.onDate && two?.onDate)
    const to = (session: typeof one, day: typeof one) => ({
      sessionId: session.id,
      sequence: session.sequence,
      details: { onDate: day.onDate },
    })
    const context = there.as(actorWith(lead, 'group_lead', { groupId: group }))
    const came = await rearrangeSessions(context, { groupId: group, moves: [to(one, two), to(two, one)] })
    assert.deepEqual(came, { moved: 2, told: 2 })
    await there.requireNoFaults()
  })
})
