import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
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
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { json } from '../../platform/database/index.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { addSession, confirmDates, sessionsOfGroup } from '../sessions/index.ts'
import { hostingsOfGroup } from './queries.ts'
import { type Meeting, rotaFor, type School } from './rota.ts'

const school = (id: string, values: Partial<School> = {}): School => ({
  ...{ id, name: `School ${id}`, isWilling: true, room: null, before: 0, travel: 0, minutes: null, isLeads: false },
  ...values,
})
const meeting = (number: number, values: Partial<Meeting> = {}): Meeting => ({
  ...{ id: `m${number}`, number, host: null, declinedBy: [] },
  ...values,
})
const hostsIn = (turns: readonly { readonly schoolId: string | null }[]) => turns.map(({ schoolId }) => schoolId)

describe('a rota of hosts', () => {
  it('begins at the lead’s school, then asks who hosted least this year and before, and is reached soonest', () => {
    const schools = [
      school('a', { before: 1, travel: 5 }),
      school('b', { travel: 9000 }),
      school('c', { travel: 100 }),
      school('lead', { isLeads: true, before: 3 }),
    ]
    assert.deepEqual(
      hostsIn(
        rotaFor(
          [1, 2, 3, 4, 5].map((number) => meeting(number)),
          schools,
          12,
        ),
      ),
      ['lead', 'c', 'b', 'a', 'c'],
    )
  })
  it('passes over whoever would rather not, has no room, or said no to that session', () => {
    const schools = [school('a', { isWilling: false }), school('b', { room: 11 }), school('c', { room: 12 })]
    assert.deepEqual(hostsIn(rotaFor([meeting(1), meeting(2, { declinedBy: ['c'] })], schools, 12)), ['c', null])
  })
  it('goes by the minutes of the hub’s table where it tells of every school, and by the straight line for all otherwise', () => {
    const [far, near] = [school('a', { travel: 100, minutes: 90 }), school('b', { travel: 9000, minutes: 20 })]
    assert.deepEqual(hostsIn(rotaFor([meeting(1)], [far, near], 1)), ['b'])
    assert.deepEqual(hostsIn(rotaFor([meeting(1)], [far, { ...near, minutes: null }], 1)), ['a'])
  })
  it('is as fair as any rota there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('0', '1', '2', '3', null), { maxLength: 5 }),
        (count, sessions, settled) => {
          const schools = Array.from({ length: count }, (_, at) => school(String(at)))
          const meetings = Array.from({ length: sessions }, (_, at) =>
            meeting(at, { host: schools.some(({ id }) => id === settled[at]) ? (settled[at] ?? null) : null }),
          )
          const spread = (hosts: readonly (string | null)[]) =>
            schools.reduce((sum, { id }) => sum + hosts.filter((host) => host === id).length ** 2, 0)
          const turns = rotaFor(meetings, schools, 1)
          const found = meetings.map(
            ({ id, host }) => host ?? turns.find(({ meetingId }) => meetingId === id)?.schoolId ?? null,
          )
          // Every way there is to fill what is open.
          const ways = meetings.reduce<readonly (readonly (string | null)[])[]>(
            (all, { host }) => all.flatMap((way) => (host ? [[...way, host]] : schools.map(({ id }) => [...way, id]))),
            [[]],
          )
          assert.equal(spread(found), Math.min(...ways.map(spread)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

let there: TestInstallation
let app: FastifyInstance
let [group, lead, staff, stranger] = ['', '', '', '']
let [leadSchool, first, second] = ['', '', '']
const db = () => there.installation.connections.kysely
const { see, send } = browser(() => app)
const hosts = async () =>
  (await hostingsOfGroup(db(), group)).map(
    ({ live, hostName }) => `${live?.status ?? 'none'} ${live?.name ?? hostName ?? '-'}`,
  )
const tokenOf = async (number: number) => {
  const [, , ...rest] = [0, 0, ...(await hostingsOfGroup(db(), group))]
  const id = rest.find((each) => each.number === number)?.live?.id ?? ''
  return linkToken(there.installation.config, 'host', id, 21)
}
const mails = async (like: string) =>
  (await db().selectFrom('messages').select(['to_address', 'body_text']).where('subject', 'like', like).execute())
    .length

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  const hub = await makeHub(db(), 'ours')
  const project = await makeProject(db())
  group = await makeGroup(db(), hub.id, project, { status: 'confirmed' })
  const names = ['Lead School', 'First School', 'Second School']
  const schools = []
  for (const name of names) schools.push(await makeSchool(db(), { name }))
  ;[leadSchool = '', first = '', second = ''] = schools
  const person = (await makePerson(db(), 'Mary Lead')).id
  await db()
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: person,
      role: 'group_lead',
      group_id: group,
      from_on: Temporal.PlainDate.from('2021-09-01'),
    })
    .execute()
  await db()
    .insertInto('posts')
    .values({
      id: newId(),
      person_id: person,
      organisation_id: leadSchool,
      post: 'class_teacher',
      from_on: Temporal.PlainDate.from('2020-09-01'),
      stated_at: there.clock.now(),
    })
    .execute()
  for (const organisationId of [first, second]) {
    const place = await makePlace(db(), { groupId: group, projectId: project, organisationId })
    await makeParticipant(db(), place, (await makePerson(db())).id)
  }
  lead = await cookieOf(there, person)
  staff = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
  stranger = await signedInAs(there, 'hub_administrator', { hub_id: (await makeHub(db(), 'theirs')).id })
  const time = { startsAt: Temporal.PlainTime.from('13:00'), endsAt: Temporal.PlainTime.from('15:30') }
  const details = {
    title: null,
    kind: 'workshop',
    mode: 'unknown',
    venueId: null,
    hostOrganisationId: null,
    onlineLink: null,
    practicalNotes: null,
  } as const
  for (const onDate of ['2021-11-10', '2021-12-08', '2022-01-19'].map((day) => Temporal.PlainDate.from(day)))
    await addSession(there.system(), { groupId: group, details: { ...details, ...time, onDate } })
})
after(async () => {
  await app.close()
  await there.release()
})

describe('hosting', () => {
  it('is planned by the lead and the hub alone, with what the schools say', async () => {
    assert.equal((await see(`/groups/${group}/hosts`, stranger)).statusCode, 404)
    const page = (await see(`/groups/${group}/hosts`, lead)).body
    assert.match(page, /The first session is at the lead’s school/)
    const wrong = await send(`/groups/${group}/hosts`, { willing: [first], [`room-${first}`]: 'many' }, staff)
    assert.match(wrong.body, /First School: enter for how many people it has room, or nothing/)
    assert.equal(
      (await send(`/groups/${group}/hosts`, { willing: [leadSchool, first, second], [`room-${second}`]: '30' }, staff))
        .statusCode,
      303,
    )
    assert.match((await see(`/groups/${group}/hosts`, lead)).body, /value="30"/)
  })
  it('shows the minutes of the hub’s table once it tells of every way', async () => {
    const { hub_id: hubId } = await db()
      .selectFrom('groups')
      .select('hub_id')
      .where('id', '=', group)
      .executeTakeFirstOrThrow()
    const table = newId()
    const at = there.clock.now()
    await db()
      .insertInto('travel_tables')
      .values({
        ...{ id: table, hub_id: hubId, year: 2021, file_name: 'ways.csv', read_as: 'commas', status: 'in_force' },
        ...{ refused: json([]), sent_at: at, in_force_at: at },
      })
      .execute()
    const schools = [leadSchool, first, second]
    const way = (from: string, to: string, minutes: number) =>
      db()
        .insertInto('travel_times')
        .values({ id: newId(), table_id: table, organisation_id: from, to_organisation_id: to, minutes })
        .execute()
    for (const to of schools)
      for (const from of schools) if (from !== to && !(from === first && to === second)) await way(from, to, 24)
    assert.doesNotMatch((await see(`/groups/${group}/hosts`, lead)).body, /24 minutes/)
    await way(first, second, 44)
    assert.match((await see(`/groups/${group}/hosts`, lead)).body, /24 minutes[\s\S]*34 minutes/)
  })
  it('asks each school once by a link of its own; the lead’s hosts without being asked', async () => {
    const meetings = await hostingsOfGroup(db(), group)
    const fields = Object.fromEntries(
      meetings.map(({ id }, at) => [`host-${id}`, [leadSchool, first, second][at] ?? '']),
    )
    const answers = await Promise.all([
      send(`/groups/${group}/hosts/ask`, fields, lead),
      send(`/groups/${group}/hosts/ask`, fields, lead),
    ])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    assert.deepEqual(await hosts(), ['accepted Lead School', 'asked First School', 'asked Second School'])
    assert.equal(await mails('%can First School host%'), 1)
    assert.equal((await sessionsOfGroup(db(), group))[0]?.host, 'Lead School')
  })
  it('takes a yes with what people need to know, which goes into their mail and calendars', async () => {
    const url = `/host/${await tokenOf(2)}`
    assert.match((await see(url)).body, /Can First School host session 2\?/)
    assert.equal((await see(url.replace('/host/', '/reflect/'))).statusCode, 404)
    const details = { answer: 'yes', room: 'Library', parking: 'Behind the gym', way_in: 'By the ramp', lunch: '' }
    assert.equal((await send(url, { ...details, room: 'x'.repeat(301) })).statusCode, 422)
    assert.equal((await send(url, details)).statusCode, 303)
    const session = (await sessionsOfGroup(db(), group))[1]
    assert.equal(session?.host, 'First School')
    assert.equal(session?.venueNotes, 'Room: Library\nParking: Behind the gym\nThe way in: By the ramp')
    const context = there.as(actorWith(newId(), 'group_lead', { groupId: group }))
    await confirmDates(context, { groupId: group, sessions: [{ sessionId: session?.id ?? '' }], tell: true })
    const { body_text: text, invitations } = await db()
      .selectFrom('messages')
      .select(['body_text', 'invitations'])
      .where('subject', 'like', '%dates%')
      .executeTakeFirstOrThrow()
    assert.match(text, /Parking: Behind the gym/)
    assert.match(JSON.stringify(invitations), /Behind the gym/)
  })
  it('asks the next for the one session that is declined, and moves no other', async () => {
    const before = await hosts()
    const url = `/host/${await tokenOf(3)}`
    const decline = () => send(url, { answer: 'no', reason: 'Building works' })
    const answers = await Promise.all([decline(), decline()])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    assert.deepEqual(await hosts(), [...before.slice(0, 2), 'asked First School'])
    assert.equal(await mails('%Second School cannot host%'), 1)
    assert.match((await see(url)).body, /another was asked/)
    assert.equal((await send(url, { answer: 'yes' })).statusCode, 422)
    assert.match((await see(`/groups/${group}/hosts`, lead)).body, /Declined: Second School/)
  })
  it('is taken back: the link says so, and the session has no host', async () => {
    const url = `/host/${await tokenOf(3)}`
    const id = (await hostingsOfGroup(db(), group))[2]?.live?.id
    assert.equal((await send(`/groups/${group}/hosts/${id}/withdraw`, {}, stranger)).statusCode, 404)
    assert.equal((await send(`/groups/${group}/hosts/${id}/withdraw`, {}, lead)).statusCode, 303)
    assert.equal((await hosts())[2], 'none -')
    assert.match((await see(url)).body, /was taken back/)
    assert.equal((await send(url, { answer: 'yes' })).statusCode, 422)
    await there.requireNoFaults()
  })
})

it('stopping the links of one person leaves the link of a colleague who was asked the same', async () => {
  const school = await makeSchool(db(), { name: 'Fourth School' })
  const project = (
    await db().selectFrom('groups').select('project_id').where('id', '=', group).executeTakeFirstOrThrow()
  ).project_id
  const place = await makePlace(db(), { groupId: group, projectId: project, organisationId: school, people: 2 })
  const [one, other] = [await makePerson(db(), 'Una One'), await makePerson(db(), 'Otto Other')]
  const participant = await makeParticipant(db(), place, one.id)
  await makeParticipant(db(), place, other.id)
  const sessionId = await addSession(there.as({ kind: 'system', task: 'test' }), {
    groupId: group,
    details: {
      ...{ title: null, kind: 'workshop', mode: 'venue', venueId: null, hostOrganisationId: null, onlineLink: null },
      ...{ practicalNotes: null, onDate: Temporal.PlainDate.from('2022-06-15') },
      ...{ startsAt: Temporal.PlainTime.from('13:00'), endsAt: Temporal.PlainTime.from('15:30') },
    },
  })
  assert.equal((await send(`/groups/${group}/hosts/ask`, { [`host-${sessionId}`]: school }, staff)).statusCode, 303)
  const linkIn = async (address: string): Promise<string> => {
    const mails = await db().selectFrom('messages').select('body_text').where('to_address', '=', address).execute()
    return /\/host\/[\w-]+/.exec(mails.map(({ body_text: text }) => text).join(' '))?.[0] ?? ''
  }
  const [mine, theirs] = [await linkIn(one.address), await linkIn(other.address)]
  assert.notEqual(mine, theirs)
  assert.deepEqual([(await see(mine)).statusCode, (await see(theirs)).statusCode], [200, 200])
  await setTimeout(1100)
  assert.equal((await send(`/groups/${group}/places/${place}/stop-links`, { participant }, staff)).statusCode, 303)
  assert.deepEqual([(await see(mine)).statusCode, (await see(theirs)).statusCode], [404, 200])
  assert.equal((await send(theirs, { answer: 'yes', room: 'Hall' })).statusCode, 303)
  assert.equal((await send(theirs, { answer: 'yes', room: 'Hall' })).statusCode, 303)
})
