import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Demonstration, startDemonstration } from '../../../test/support/demonstration.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp, createWork, routes } from '../../app.ts'
import { type Context, createContext } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { notRecorded, readings } from '../reads/reading.ts'
import { signInAsCast } from '../sign-in/actions/sign-in.ts'
import { askForReport, makeReport } from './actions/ask-for-report.ts'
import type { Report } from './report.ts'

let world: Demonstration
let app: Awaited<ReturnType<typeof createApp>>
const cast = {
  participant: 'ifeoma.castellan@brackenwell.sch.example',
  lead: 'adaeze.lindqvist@lcw-hub.example',
  administrator: 'rohan.petrescu@lcw-hub.example',
  stranger: 'tunde.hallworthy@eme-hub.example',
  coordinator: 'farida.okonjo@coordinator.example',
  analyst: 'gwilym.trevarthen@ministry.example',
}
const cookies = new Map<string, string>()

before(async () => {
  world = await startDemonstration()
  app = await createApp({ ...world.installation, config: { ...world.installation.config, mostWrites: 1_000_000 } })
  for (const email of Object.values(cast)) {
    const { token } = await signInAsCast(as({ kind: 'visitor' }), { email, device: null })
    cookies.set(email, `${sessionCookie}=${token}`)
  }
})
after(async () => {
  await app?.close()
  await world?.stop()
})

const as = (actor: Actor): Context => createContext(world.installation, actor, newId())
const one = async (query: string, values: readonly unknown[] = []): Promise<string> =>
  String((await world.installation.connections.pool.query(query, [...values])).rows[0]?.found ?? '')
const idOf = (email: string): Promise<string> =>
  one('select person_id as found from email_addresses where address = $1', [email])

const headers = (email: string) => ({ 'sec-fetch-site': 'same-origin', cookie: cookies.get(email) ?? '' })
const open = (url: string, email: string) => app.inject({ url, headers: headers(email) })
const send = (url: string, email: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...headers(email), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })

const lastReport = (email: string): Promise<string> =>
  idOf(email).then((id) =>
    one(
      'select id as found from subject_access_requests where person_id = $1 order by asked_at desc, id desc limit 1',
      [id],
    ),
  )

test('a person gets everything that is held about them, as PDF and as JSON, and nobody else gets it', async () => {
  const asked = await send('/account/data/report', cast.participant)
  assert.equal(asked.statusCode, 303)
  const report = await lastReport(cast.participant)
  if ((await one('select made_at as found from subject_access_requests where id = $1', [report])) === '')
    await makeReport(as({ kind: 'system', task: 'make-report' }), report)
  const json = await open(`/account/data/${report}.json`, cast.participant)
  const told = json.json<Report>()
  assert.equal(told.about, 'Ifeoma Castellan')
  const titles = told.sections.map(({ title }) => title)
  for (const title of ['Who you are', 'Email addresses', 'Groups you take part in', 'Mail sent to you'])
    assert.ok(titles.includes(title), title)
  const text = JSON.stringify(told)
  assert.match(text, /ifeoma\.castellan@brackenwell/)
  assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"/, 'no bare ids')
  assert.ok(told.history.length > 0)
  const pdf = await open(`/account/data/${report}.pdf`, cast.participant)
  assert.match(pdf.body.slice(0, 8), /^%PDF-/)
  for (const other of [cast.lead, cast.coordinator, cast.stranger, cast.analyst])
    assert.equal((await open(`/account/data/${report}.json`, other)).statusCode, 404)
})

test('a hub lead asks for somebody of the hub with a reason; only the person opens it, and sees who asked', async () => {
  const person = await idOf(cast.participant)
  const page = `/hub/london-central-and-west/personal-data/${person}`
  const isKnown = (await open(page, cast.lead)).statusCode
  assert.equal(isKnown, 200)
  assert.equal((await open(page, cast.administrator)).statusCode, 403)
  assert.equal((await open(page, cast.stranger)).statusCode, 404)
  assert.equal((await send(`${page}/report`, cast.lead, { reason: '' })).statusCode, 422)
  const { headers } = await send(`${page}/report`, cast.lead, { reason: 'She rang and cannot sign in' })
  assert.match((await open(String(headers.location), cast.lead)).body, /The report is being made/)
  assert.match(
    (await open('/hub/london-central-and-west/personal-data?q=b', cast.lead)).body,
    /Enter at least three letters/,
  )
  const report = await lastReport(cast.participant)
  await makeReport(as({ kind: 'system', task: 'make-report' }), report)
  assert.equal((await open(`/account/data/${report}.json`, cast.lead)).statusCode, 404)
  const own = await open('/account/data', cast.participant)
  assert.match(own.body, /Adaeze Lindqvist/)
  const mail = await one(
    `select subject as found from messages where to_person_id = $1 order by created_at desc, id desc limit 1`,
    [person],
  )
  assert.match(mail, /report is ready/)
})

test('a hub does not learn of people it does not know', async () => {
  const elsewhere =
    await one(`select p.id as found from people p where not exists (select from participants a where a.person_id = p.id)
    and not exists (select from roles r where r.person_id = p.id and r.hub_id is not null and r.hub_id = (select id from hubs where slug = 'london-central-and-west'))
    and not exists (select from expressions_of_interest i where i.sender_person_id = p.id) and not exists (select from interest_people n where n.person_id = p.id)
    and not exists (select from roles r where r.person_id = p.id and r.group_id is not null) order by p.id limit 1`)
  assert.equal((await open(`/hub/london-central-and-west/personal-data/${elsewhere}`, cast.lead)).statusCode, 404)
})

test('of somebody who is erased at this moment nothing is asked for any more', async () => {
  const { pool, kysely } = world.installation.connections
  const { id: personId } = await makePerson(kysely)
  const erasing = await pool.connect()
  await erasing.query('begin')
  await erasing.query('select from people where id = $1 for update', [personId])
  await erasing.query('update people set erased_at = now() where id = $1', [personId])
  const asked = askForReport(as({ kind: 'person', personId, name: 'N', roles: [] }), { personId, reason: null })
  const refused = assert.rejects(asked, NotFound)
  const waiting = `select count(*)::int as found from pg_locks join pg_stat_activity using (pid)
    where not granted and datname = current_database()`
  while (Number(await one(waiting)) === 0) await wait(5)
  await erasing.query('commit')
  erasing.release()
  await refused
})

test('who opens a record with others’ personal data is recorded, and the person and the hub lead see it', async () => {
  const person = await idOf(cast.participant)
  const group = await one(
    'select p.group_id as found from participants a join places p on p.id = a.place_id where a.person_id = $1 limit 1',
    [person],
  )
  const hub = await one('select h.slug as found from groups g join hubs h on h.id = g.hub_id where g.id = $1', [group])
  assert.equal((await open(`/groups/${group}/attendance`, cast.administrator)).statusCode, 200)
  await wait(300)
  const kept = await one(
    `select count(*) as found from personal_reads where page = '/groups/:id/attendance' and $1 = any(person_ids)`,
    [person],
  )
  assert.equal(kept, '1')
  assert.match((await open('/account/data/reads', cast.participant)).body, /Rohan Petrescu[\s\S]*Attendance of a group/)
  const atHub = await open(`/hub/${hub}/reads`, cast.lead)
  assert.match(atHub.body, /Rohan Petrescu/)
  assert.equal((await open(`/hub/${hub}/reads`, cast.analyst)).statusCode, 404)
})

test('one’s own record is not recorded as read', async () => {
  await wait(200)
  const before = await one('select count(*) as found from personal_reads')
  await open('/my', cast.participant)
  await open('/account/data', cast.participant)
  await wait(200)
  assert.equal(await one('select count(*) as found from personal_reads'), before)
})

test('the national team takes out names only with a stated reason, which everybody on the list can see', async () => {
  const form = { year: '2021', hub: '', reason: 'short' }
  assert.equal((await send('/network/participants', cast.coordinator, form)).statusCode, 422)
  const given = await send('/network/participants', cast.coordinator, {
    ...form,
    reason: 'The evaluator draws a sample for interviews',
  })
  assert.equal(given.statusCode, 200)
  assert.match(given.body, /Ifeoma Castellan/)
  assert.doesNotMatch(given.body, /@/)
  assert.equal((await send('/network/participants', cast.analyst, form)).statusCode, 404)
  assert.match(
    (await open('/account/data/reads', cast.participant)).body,
    /The evaluator draws a sample for interviews/,
  )
})

test('every page behind a role is recorded, or says why it is not', () => {
  const free = /^everyone|signed in, for what is theirs|the holder of a/
  const behind = routes
    .filter(({ method, access }) => method === 'GET' && !free.test(access.sentence))
    .map(({ path }) => path)
  const unknown = behind.filter((path) => !(path in readings) && !(path in notRecorded))
  assert.deepEqual(unknown, [], 'add each to readings, or with a reason to notRecorded, in reading.ts')
})

test('privacy notices come from the table of personal fields and the hub’s own facts', async () => {
  const notice = (await open('/hubs/east-midlands-east/privacy', cast.analyst)).body
  assert.match(notice, /Vetchridge Learning Trust/)
  assert.match((await open('/hubs/london-central-and-west/privacy', cast.analyst)).body, /Department for Education/)
  assert.match(notice, /Access needs/)
  assert.match(notice, /6 years after the end of the academic year of the group/)
  assert.doesNotMatch((await open('/privacy', cast.analyst)).body, /Vetchridge Learning Trust/)
})

test('a large report is made by a job, which mails the person', async () => {
  const { jobs } = createWork(world.installation)
  assert.ok(jobs['make-report'])
})
