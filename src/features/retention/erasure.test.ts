import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pool } from 'pg'
import { type Demonstration, startDemonstration } from '../../../test/support/demonstration.ts'
import { actorWith } from '../../../test/support/installation.ts'
import { fillPerson, type WholePerson } from '../../../test/support/whole-person.ts'
import { createApp } from '../../app.ts'
import { invariants } from '../../invariants.ts'
import { type Context, createContext, type Installation, transaction } from '../../platform/context.ts'
import { connect } from '../../platform/database/index.ts'
import { Refused } from '../../platform/errors.ts'
import { record } from '../../platform/history.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { findFaults } from '../../platform/invariants.ts'
import { linkToken } from '../../platform/links.ts'
import { post } from '../../platform/mail/index.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { LinkPurpose } from '../../vocabulary/link-purpose.ts'
import { dataSubject, rowsAbout } from '../personal-fields/holding-queries.ts'
import { holdings } from '../personal-fields/personal-fields.ts'
import { signInAsCast } from '../sign-in/actions/sign-in.ts'
import { askErasure } from './actions/ask-erasure.ts'
import { carryOutErasure } from './actions/decide-erasure.ts'

let world: Demonstration
let here: Installation
let owner: ReturnType<typeof connect>
let pool: Pool
let app: Awaited<ReturnType<typeof createApp>>
const logged: string[] = []
const cookies = new Map<string, string>()

before(async () => {
  world = await startDemonstration()
  const note = (details: object, message: string) => void logged.push(JSON.stringify([details, message]))
  here = { ...world.installation, log: { info: note, warn: note, error: note } }
  owner = connect(here.ownerUrl, { asOwner: true })
  pool = owner.pool
  app = await createApp({ ...here, config: { ...here.config, mostWrites: 1_000_000 } })
})
after(async () => {
  await app?.close()
  await owner?.end()
  await world?.stop()
})

const as = (actor: Actor): Context => createContext(here, actor, newId())
const one = async (query: string, values: readonly unknown[] = []): Promise<string> =>
  String((await pool.query<{ found: unknown }>(query, [...values])).rows[0]?.found ?? '')

const signIn = async (email: string): Promise<void> => {
  const { token } = await signInAsCast(as({ kind: 'visitor' }), { email, device: null })
  cookies.set(email, `${sessionCookie}=${token}`)
}

const opened = async (url: string, email?: string) =>
  app.inject({
    url,
    headers: { 'sec-fetch-site': 'same-origin', ...(email ? { cookie: cookies.get(email) ?? '' } : {}) },
  })

const coordinator = 'farida.okonjo@coordinator.example'
const administrator = 'rohan.petrescu@lcw-hub.example'

const castMember = async (email: string): Promise<WholePerson> => ({
  id: await one('select person_id as found from email_addresses where address = $1', [email]),
  name: await one(
    'select p.name as found from people p join email_addresses e on e.person_id = p.id where e.address = $1',
    [email],
  ),
  address: email,
})

const nationalTeam = async (): Promise<Actor> => actorWith((await castMember(coordinator)).id, 'national_team')

const carryOut = async (person: WholePerson): Promise<void> => {
  const requestId = await askErasure(as({ kind: 'person', personId: person.id, name: person.name, roles: [] }), {
    personId: person.id,
    reason: null,
  })
  await carryOutErasure(as(await nationalTeam()), { requestId, isNamesakeChecked: false })
}

/** Every place of the database, the queue included, where the words stand. */
const tablesNaming = async (words: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const count = await one(`select count(*) as found from ${name} t where t::text ilike $1`, [`%${words}%`])
    if (count !== '0') found.push(`${name}: ${count}`)
  }
  return found
}

test('somebody who takes part is not erased: what to do first is said', async () => {
  const lead = await castMember('marisol.featherby@plovergate.sch.example')
  await assert.rejects(carryOut(lead), (problem: unknown) => {
    assert.ok(problem instanceof Refused)
    assert.match(problem.message, /They lead .*\. Give the group another lead/)
    return true
  })
  assert.equal(await one('select erased_at as found from people where id = $1', [lead.id]), '')
})

test('a person with something in every room is erased everywhere, and what was counted stays', async () => {
  const person = await castMember('ifeoma.castellan@brackenwell.sch.example')
  await signIn(person.address)
  await signIn(coordinator)
  await signIn(administrator)
  const participantId = await one(
    `select a.id as found from participants a join places p on p.id = a.place_id where a.person_id = $1 order by p.status = 'held' desc limit 1`,
    [person.id],
  )
  const groupId = await one(
    'select p.group_id as found from places p join participants a on a.place_id = p.id where a.id = $1',
    [participantId],
  )
  const interestId = await one(
    `select id as found from expressions_of_interest where status = 'declined' order by id limit 1`,
  )
  await pool.query(
    `update expressions_of_interest set sender_person_id = $2, sender_name = $3, sender_email = $4 where id = $1`,
    [interestId, person.id, person.name, person.address],
  )
  await transaction(as(await nationalTeam()), async (tx, context) => {
    await record(tx, context, {
      name: 'mark.recorded',
      subject: { type: 'participant', id: participantId },
      also: [{ type: 'person', id: person.id }],
      personal: { note: `${person.name} came late` },
    })
    await record(tx, context, {
      name: 'group.told',
      subject: { type: 'group', id: groupId },
      personal: { reason: `for ${person.name}` },
    })
    await post(
      tx,
      context,
      { address: person.address, personId: person.id },
      { subject: 'Hello', paragraphs: [person.name], why: 'A test' },
      'to-be-erased',
    )
  })
  const eventId = await one('select max(event_id) as found from event_subjects where subject_id = $1', [participantId])
  await fillPerson(pool, person, { participantId, interestId, eventId })
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
  await pool.query(
    `update places set status = 'completed', ended_at = '2021-10-01T09:00:00Z' where id in (select place_id from participants where person_id = $1)`,
    [person.id],
  )
  await pool.query(
    `update charges set status = 'waived', status_reason = $2, decided_by_person_id = $3 where participant_id = $1`,
    [participantId, `Waived for ${person.name}`, (await castMember(coordinator)).id],
  )
  await pool.query(
    `update expressions_of_interest set status = 'declined' where sender_person_id = $1 or person_id = $1`,
    [person.id],
  )
  await pool.query(`update roles set to_on = '2021-10-17' where person_id = $1 and to_on is null`, [person.id])
  await pool.query(`update erasure_requests set status = 'withdrawn' where status = 'asked'`)
  const links = (['cancel', 'evaluate', 'calendar', 'status', 'headteacher'] as const).map((purpose) =>
    linkOf(purpose, { participantId, interestId, personId: person.id }),
  )
  const alive = await Promise.all(links.map(async (url) => (await opened(url)).statusCode))
  assert.deepEqual(alive.slice(2, 4), [200, 200])
  // Each line says at which second it was asked for.
  const figuresNow = async () => (await opened('/network.csv', coordinator)).body.replaceAll(/T\d\d:\d\d:\d\dZ/g, '')
  const figures = await figuresNow()
  const marks = await one('select count(*) as found from marks where participant_id = $1', [participantId])

  await carryOut(person)

  assert.deepEqual([await tablesNaming(person.name), await tablesNaming(person.address)], [[], []])
  assert.equal(await figuresNow(), figures, 'the figures are the same')
  assert.equal(await one('select count(*) as found from marks where participant_id = $1', [participantId]), marks)
  assert.equal(await one('select name as found from people where id = $1', [person.id]), 'Erased person')
  assert.deepEqual(
    (await Promise.all(links.map((url) => opened(url)))).map(({ statusCode }) => statusCode),
    links.map(() => 404),
  )
  assert.equal((await opened('/account', person.address)).statusCode, 302, 'no longer signed in')
  for (const page of [
    `/groups/${groupId}`,
    `/hub/london-central-and-west/interest`,
    '/outbox?q=Castellan',
    '/sign-in',
    '/network.csv',
  ]) {
    const { body } = await opened(page, page.startsWith('/network') ? coordinator : administrator)
    assert.doesNotMatch(body, new RegExp(`${person.name}|${person.address}`), page)
  }
  assert.doesNotMatch(logged.join('\n'), new RegExp(`${person.name}|${person.address}`))
  const broken = (await findFaults(owner.kysely, invariants)).filter(({ rule }) => /history|event/i.test(rule))
  assert.deepEqual(broken, [], 'the chain still verifies')
})

const linkOf = (purpose: LinkPurpose, ids: { participantId: string; interestId: string; personId: string }): string => {
  const subject =
    purpose === 'calendar'
      ? ids.personId
      : purpose === 'cancel' || purpose === 'evaluate'
        ? ids.participantId
        : ids.interestId
  const token = linkToken(here.config, purpose, subject, 30)
  return purpose === 'calendar' ? `/calendar/${token}.ics` : `/${purpose}/${token}`
}
