import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createApp } from '../../src/app.ts'
import { makeReport } from '../../src/features/personal-data/actions/ask-for-report.ts'
import { dataSubject, rowsAbout } from '../../src/features/personal-fields/holding-queries.ts'
import { holdings } from '../../src/features/personal-fields/personal-fields.ts'
import { askErasure } from '../../src/features/retention/actions/ask-erasure.ts'
import { carryOutErasure } from '../../src/features/retention/actions/decide-erasure.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { makeToken } from '../../src/features/tokens/actions/make-token.ts'
import { invariants } from '../../src/invariants.ts'
import { type Context, createContext, type Installation, transaction } from '../../src/platform/context.ts'
import { connect } from '../../src/platform/database/index.ts'
import { Refused } from '../../src/platform/errors.ts'
import { record } from '../../src/platform/history.ts'
import { keepPages } from '../../src/platform/http/kept-pages.ts'
import { sessionCookie } from '../../src/platform/http/server.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { linkToken } from '../../src/platform/links.ts'
import { post } from '../../src/platform/mail/index.ts'
import type { Actor } from '../../src/vocabulary/actor.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { LinkPurpose } from '../../src/vocabulary/link-purpose.ts'
import { ownRecords } from '../access-matrix/records.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { everythingOffered, squashed } from '../support/everything-offered.ts'
import { actorWith } from '../support/installation.ts'
import { fillPerson, type WholePerson } from '../support/whole-person.ts'
import { namingInTables } from './naming-in-tables.ts'

let world: Demonstration
let here: Installation
let owner: ReturnType<typeof connect>
let app: Awaited<ReturnType<typeof createApp>>
const logged: string[] = []
const cookies = new Map<string, string>()

const reader = {
  coordinator: 'farida.okonjo@coordinator.example',
  lead: 'adaeze.lindqvist@lcw-hub.example',
  administrator: 'rohan.petrescu@lcw-hub.example',
  groupLead: 'marisol.featherby@plovergate.sch.example',
}

before(async () => {
  world = await startDemonstration()
  const note = (details: object, message: string) => void logged.push(JSON.stringify([details, message]))
  here = { ...world.installation, log: { info: note, warn: note, error: note } }
  owner = connect(here.ownerUrl, { asOwner: true })
  app = await createApp({ ...here, config: { ...here.config, mostWrites: 1_000_000 } }, keepPages(here.ownerUrl))
})
after(async () => {
  await app?.close()
  await owner?.end()
  await world?.stop()
})

const as = (actor: Actor): Context => createContext(here, actor, newId())
const run = (query: string, values: readonly unknown[] = []) => owner.pool.query(query, [...values])
const one = async (query: string, ...values: readonly unknown[]): Promise<string> =>
  String((await run(query, values)).rows[0]?.found ?? '')

const cookieOf = async (email: string): Promise<string> => {
  const known = cookies.get(email)
  if (known) return known
  const { token } = await signInAsCast(as({ kind: 'visitor' }), { email, device: null })
  cookies.set(email, `${sessionCookie}=${token}`)
  return `${sessionCookie}=${token}`
}

const castMember = async (email: string): Promise<WholePerson> => ({
  id: await one('select person_id as found from email_addresses where address = $1', email),
  name: await one(
    'select p.name as found from people p join email_addresses e on e.person_id = p.id where e.address = $1',
    email,
  ),
  address: email,
})

const nationalTeam = async (): Promise<Actor> => actorWith((await castMember(reader.coordinator)).id, 'national_team')

const carryOut = async (person: WholePerson): Promise<void> => {
  const requestId = await askErasure(as({ kind: 'person', personId: person.id, name: person.name, roles: [] }), {
    personId: person.id,
    reason: null,
  })
  await carryOutErasure(as(await nationalTeam()), { requestId, isNamesakeChecked: false })
}

test('somebody who takes part is not erased: what to do first is said', async () => {
  const lead = await castMember(reader.groupLead)
  await assert.rejects(carryOut(lead), (problem: unknown) => {
    assert.ok(problem instanceof Refused)
    assert.match(problem.message, /They lead .*\. Give the group another lead/)
    return true
  })
  assert.equal(await one('select erased_at as found from people where id = $1', lead.id), '')
})

type Records = { readonly participantId: string; readonly groupId: string; readonly interestId: string }

/** Where the person takes part, with a request that they sent. */
const recordsOf = async (person: WholePerson): Promise<Records> => {
  const participantId = await one(
    `select a.id as found from participants a join places p on p.id = a.place_id where a.person_id = $1 order by p.status = 'held' desc limit 1`,
    person.id,
  )
  const interestId = await one(
    `select i.id as found from expressions_of_interest i join offers o on o.id = i.offer_id join hubs h on h.id = o.hub_id
      where i.status = 'declined' and h.slug = 'london-central-and-west' order by i.id limit 1`,
  )
  await run(
    'update expressions_of_interest set sender_person_id = $2, sender_name = $3, sender_email = $4, headteacher_name = $3, headteacher_email = $4 where id = $1',
    [interestId, person.id, person.name, person.address],
  )
  const groupId = await one(
    'select p.group_id as found from places p join participants a on a.place_id = p.id where a.id = $1',
    participantId,
  )
  return { participantId, groupId, interestId }
}

/** Something of every kind, and texts of others that name them. */
const fill = async (person: WholePerson, records: Records): Promise<void> => {
  const { participantId, groupId, interestId } = records
  const words = [person.name, person.address, ...(person.also ?? [])].join(', ')
  const [formerName = '', formerAddress = '', telephone = '', number = ''] = person.also ?? []
  await run('update people set telephone = $2, teacher_reference_number = $3 where id = $1', [
    person.id,
    telephone,
    number,
  ])
  await run(`insert into person_names (id, person_id, name, to_on) values ($1, $2, $3, '2019-08-31')`, [
    newId(),
    person.id,
    formerName,
  ])
  await run(
    `insert into email_addresses (id, person_id, address, is_primary, from_at, to_at) values ($1, $2, $3, false, '2015-09-01', '2019-08-31')`,
    [newId(), person.id, formerAddress],
  )
  await transaction(as(await nationalTeam()), async (tx, context) => {
    const subject = { type: 'participant', id: participantId }
    const also = [{ type: 'person', id: person.id }]
    await record(tx, context, { name: 'mark.recorded', subject, also, personal: { note: `${words} came late` } })
    const group = { type: 'group', id: groupId }
    await record(tx, context, { name: 'group.told', subject: group, personal: { reason: `for ${words}` } })
    const letter = { subject: `Hello ${person.name}`, paragraphs: [words], why: 'A test' }
    await post(tx, context, { address: person.address, personId: person.id }, letter, 'to-be-erased')
    await post(tx, context, { address: reader.administrator }, { ...letter, subject: 'About' }, 'about-somebody-else')
  })
  const eventId = await one('select max(event_id) as found from event_subjects where subject_id = $1', participantId)
  await fillPerson(owner.pool, person, { participantId, interestId, eventId })
  await run(
    `update statements set group_id = $2, withdrawn_at = null, withdrawn_reason = null, particulars = (
      select o.particulars from statements o where o.participant_id <> $1 limit 1) || jsonb_build_object('name', $3::text) where participant_id = $1`,
    [participantId, groupId, person.name],
  )
  await run(
    `insert into personal_reads (id, read_at, reader_id, page, kind, record_type, people_count, person_ids) values ($1, now(), $2, '/groups', 'page', 'group', 1, $3)`,
    [newId(), person.id, [(await castMember(reader.groupLead)).id]],
  )
}

/** Everything that stands against an erasure is over. */
const settle = async (person: WholePerson, { participantId }: Records): Promise<void> => {
  await run(
    `update places set status = 'completed', ended_at = '2021-10-01T09:00:00Z' where id in (select place_id from participants where person_id = $1)`,
    [person.id],
  )
  await run(
    `update charges set status = 'waived', status_reason = $2, decided_by_person_id = $3 where participant_id = $1`,
    [participantId, `Waived for ${person.name}`, (await castMember(reader.coordinator)).id],
  )
  await run(`update expressions_of_interest set status = 'declined' where sender_person_id = $1 or person_id = $1`, [
    person.id,
  ])
  await run(`update roles set to_on = '2021-10-17' where person_id = $1 and to_on is null`, [person.id])
  await run(`update erasure_requests set status = 'withdrawn' where status = 'asked' and person_id = $1`, [person.id])
}

/** The report to somebody else, of the same group. */
const reportOfAnother = async (personId: string): Promise<string> => {
  const id = newId()
  await run(
    'insert into subject_access_requests (id, person_id, asked_by_person_id, asked_at) values ($1, $2, $2, now())',
    [id, personId],
  )
  await makeReport(as({ kind: 'person', personId, name: 'Marisol', roles: [] }), id)
  return id
}

let token: string | null = null
/** The token of a program that reads a hub's requests for its lead. */
const programToken = async (): Promise<string> => {
  const { id, name } = await castMember(reader.lead)
  const hubId = await one(`select id as found from hubs where slug = 'london-central-and-west'`)
  const role = {
    name: 'hub_lead',
    hubId,
    hubSlug: 'london-central-and-west',
    groupId: null,
    organisationId: null,
  } as const
  token ??= await makeToken(as({ kind: 'person', personId: id, name, roles: [role] }), {
    name: 'a program',
    scopes: ['interest:read'],
    days: 30,
  })
  return token
}

/** Everything anybody is given that names the person, by its address. */
const offered = async (person: WholePerson, { participantId, groupId, interestId }: Records) => {
  const of = (query: string) => one(query, participantId)
  const records = {
    ...(await ownRecords(here)),
    group: groupId,
    interest: interestId,
    person: person.id,
    session: await of('select session_id as found from marks where participant_id = $1 limit 1'),
    place: await of('select place_id as found from participants where id = $1'),
    charge: await of('select id as found from charges where participant_id = $1 limit 1'),
    statement: await of('select id as found from statements where participant_id = $1 limit 1'),
    statementCode: await of('select code as found from statements where participant_id = $1 limit 1'),
    task: await of(`select task_id as found from task_requests where participant_id = $1 limit 1`),
    import: await one('select import_id as found from import_rows where $1 = any(person_ids) limit 1', person.id),
    message: await one(`select id as found from messages where key = 'about-somebody-else'`),
    erasure: await one('select id as found from erasure_requests where person_id = $1 limit 1', person.id),
    report: await one(
      'select id as found from subject_access_requests where person_id = $1 and made_at is not null order by made_at desc limit 1',
      (await castMember(reader.groupLead)).id,
    ),
    move: await one('select id as found from person_moves where person_id = $1 limit 1', person.id),
  }
  const readers = [
    { authorization: `Bearer ${await programToken()}` },
    {},
    ...(await Promise.all(Object.values(reader).map(async (email) => ({ cookie: await cookieOf(email) })))),
  ]
  const tokens: Partial<Record<LinkPurpose, string>> = {
    cancel: participantId,
    evaluate: participantId,
    calendar: groupId,
  }
  const all = await everythingOffered({
    app,
    records,
    readers: readers.reverse(),
    tokenFor: (purpose) =>
      linkToken(here.config, purpose as LinkPurpose, tokens[purpose as LinkPurpose] ?? interestId, 30),
    search: person.name.split(' ')[1] ?? '',
  })
  const named = [person.name, person.address, ...(person.also ?? [])].map(squashed)
  return {
    opened: all.length,
    naming: all.filter(({ words }) => named.some((name) => words.includes(name))),
  }
}

/** How many rows each table has whose rows stay, and the figures that are published from them. */
const statistics = async () => {
  const whole = new Set(
    holdings
      .filter(({ fields }) => Object.values(fields).some(({ erasure }) => erasure === 'row'))
      .map(({ table }) => table),
  )
  const counted = [...new Set(holdings.map(({ table }) => table))].filter(
    (table) => !whole.has(table) && !/^event|^personal_reads|^erasure_requests/.test(table),
  )
  const rows = await Promise.all(
    counted.map(async (table) => [table, await one(`select count(*) as found from ${table}`)]),
  )
  const answer = await app.inject({ url: '/network.csv', headers: { cookie: await cookieOf(reader.coordinator) } })
  // Each line says at which second it was asked for.
  return {
    rows,
    figures: answer.body.replaceAll(/T\d\d:\d\d:\d\dZ/g, ''),
    published: await one('select count(*) as found from published_figures'),
  }
}

test('a person with something in every room is erased everywhere, and what was counted stays', async () => {
  const person = {
    ...(await castMember('ifeoma.castellan@brackenwell.sch.example')),
    also: ["Ifeoma O'Hanlon", 'ifeoma.ohanlon@elsewhere.example', '020 7946 0877', '7654321'],
  }
  await cookieOf(person.address)
  const records = await recordsOf(person)
  await fill(person, records)
  const about = await rowsAbout(
    here.connections.kysely,
    (await dataSubject(here.connections.kysely, person.id)) ?? assert.fail(),
  )
  assert.deepEqual(
    holdings
      .filter(({ key, whose }) => whose.length > 0 && !about.some(({ holding }) => holding.key === key))
      .map(({ key }) => key),
    [],
    'the person has something of every kind',
  )
  await settle(person, records)
  await reportOfAnother((await castMember(reader.groupLead)).id)
  const named = await offered(person, records)
  const counted = await statistics()
  assert.deepEqual([...new Set(named.naming.map(({ type }) => type.split(';')[0]))].sort(), [
    'application/json',
    'application/pdf',
    'text/csv',
    'text/html',
  ])
  assert.ok(named.naming.length >= 40, `named at ${named.naming.length} addresses before`)
  assert.ok(named.naming.some(({ address }) => address === '/network/participants'))

  await carryOut(person)

  assert.deepEqual(await namingInTables(owner.pool, [person.name, person.address, ...person.also]), [])
  const still = await offered(person, records)
  assert.deepEqual(
    still.naming.map(({ address }) => address),
    [],
  )
  assert.ok(still.opened > named.opened * 0.8, `${still.opened} of ${named.opened} still open`)
  assert.deepEqual(await statistics(), counted, 'what was counted is the same')
  assert.equal(await one('select name as found from people where id = $1', person.id), 'Erased person')
  const own = await app.inject({ url: '/account', headers: { cookie: await cookieOf(person.address) } })
  assert.equal(own.statusCode, 302, 'no longer signed in')
  const log = squashed(logged.join('\n'))
  for (const word of [person.name, person.address, ...person.also])
    assert.ok(!log.includes(squashed(word)), `logged: ${word}`)
  const broken = (await findFaults(owner.kysely, invariants)).filter(({ rule }) => /history|event/i.test(rule))
  assert.deepEqual(broken, [], 'the chain still verifies')
})
