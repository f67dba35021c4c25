import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { invariants } from '../../src/invariants.ts'
import { readClockSetting } from '../../src/platform/installation.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { demonstrationWorld } from '../../test/support/demonstration.ts'
import { projects } from './facts/catalogues.ts'
import { loadDemonstrationIfEmpty } from './load.ts'

let world: Awaited<ReturnType<typeof demonstrationWorld>>
const db = () => world.installation.connections.kysely

before(async () => {
  world = await demonstrationWorld()
})
after(() => world.release())

const count = async (table: 'hubs' | 'authorities' | 'networks'): Promise<number> =>
  (
    await db()
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
  ).rows

test('The world is loaded once: who comes again finds it there', async () => {
  assert.equal(await loadDemonstrationIfEmpty(world.installation), false)
  assert.equal(await count('networks'), 1)
})

test('Every rule of the data holds in the demonstration world', async () => {
  assert.deepEqual(await findFaults(db(), invariants), [])
})

test('There are 40 hubs, beside one that merged in 2020, and 151 authorities', async () => {
  const open = await db().selectFrom('hubs').select('id').where('closed_on', 'is', null).execute()
  assert.deepEqual([open.length, await count('hubs')], [40, 41])
  assert.equal(await count('authorities'), 151)
})

test('The projects of 2021/22 stand in each of their phases and audiences', async () => {
  const rows = await db()
    .selectFrom('projects')
    .select(['phases', 'audiences', 'status'])
    .where('year', '=', 2021)
    .where('hub_id', 'is', null)
    .execute()
  const among = (word: string) =>
    rows.filter(({ phases, audiences }) => [...phases, ...audiences].includes(word)).length
  const facts = projects.filter(({ year }) => year === 2021)
  assert.equal(rows.length, facts.length)
  for (const word of ['early_years', 'primary', 'secondary', 'post_16', 'itt', 'leadership'])
    assert.equal(
      among(word),
      facts.filter(({ phases, audiences }) => [...phases, ...audiences].some((each) => each === word)).length,
    )
  assert.ok(rows.every(({ status }) => status === 'published'))
})

test('The offer of London Central and West has its three dates, its venue and its £75', async () => {
  const offer = await db()
    .selectFrom('offers as o')
    .innerJoin('hubs as h', 'h.id', 'o.hub_id')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .innerJoin('cancellation_policies as c', 'c.id', 'o.policy_id')
    .innerJoin('venues as v', 'v.id', 'o.venue_id')
    .select(['o.id', 'o.contact_email', 'p.code', 'c.amount_pence', 'c.notice_days', 'v.postcode'])
    .where('h.slug', '=', 'london-central-and-west')
    .where('p.slug', '=', 'secondary-subject-leadership')
    .executeTakeFirstOrThrow()
  const { id, ...facts } = offer
  assert.deepEqual(facts, {
    contact_email: 'admin@lcwmathshub.co.uk',
    code: 'NCP21-15',
    amount_pence: 7500,
    notice_days: 7,
    postcode: 'W3 9PP',
  })
  const dates = await db()
    .selectFrom('planned_dates')
    .selectAll()
    .where('offer_id', '=', id)
    .orderBy('position')
    .execute()
  assert.deepEqual(
    dates.map(({ on_date, starts_at, ends_at, mode }) => [`${on_date}`, `${starts_at}`, `${ends_at}`, mode]),
    [
      ['2021-11-17', '09:30:00', '14:30:00', 'venue'],
      ['2022-02-03', '09:30:00', '14:30:00', 'online'],
      ['2022-05-25', '09:30:00', '14:30:00', 'venue'],
    ],
  )
})

test('The clock starts in the morning of 18 October 2021, and somebody of each kind can sign in', async () => {
  assert.equal((await readClockSetting(db()))?.shows, '2021-10-18T08:00:00Z')
  const row = await db()
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'demonstration-cast')
    .executeTakeFirstOrThrow()
  const cast = row.value as readonly { email: string }[]
  const known = await db()
    .selectFrom('email_addresses')
    .select('address')
    .where(
      'address',
      'in',
      cast.map(({ email }) => email),
    )
    .where('confirmed_at', 'is not', null)
    .execute()
  assert.equal(known.length, cast.length)
  assert.ok(cast.every(({ email }) => email.endsWith('.example')))
})

const statuses = async (hub: string, slug: string): Promise<Record<string, number>> => {
  const rows = await db()
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as o', 'o.id', 'i.offer_id')
    .innerJoin('hubs as h', 'h.id', 'o.hub_id')
    .select(['i.status', (select) => select.fn.countAll<number>().as('count')])
    .where('h.slug', '=', hub)
    .where('o.slug', '=', slug)
    .groupBy('i.status')
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

test('Interest in the subject leaders’ group stands in every state, and its eight places are taken', async () => {
  assert.deepEqual(await statuses('london-central-and-west', 'secondary-subject-leadership'), {
    draft: 1,
    received: 1,
    confirmed: 1,
    waiting: 2,
    offered: 1,
    placed: 7,
    declined: 1,
    withdrawn: 2,
  })
  const group = await db()
    .selectFrom('groups')
    .selectAll()
    .where('name', '=', 'Secondary subject leaders, Acton')
    .executeTakeFirstOrThrow()
  assert.deepEqual([group.status, group.organisations_taken, group.people_taken], ['confirmed', 8, 16])
})

test('Tamsel Park School has until the end of 25 October to answer, and its headteacher is asked about another project', async () => {
  const rows = await db()
    .selectFrom('expressions_of_interest as i')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .select(['p.slug', 'i.status', 'i.headteacher_email', 'l.respond_by'])
    .where('i.sender_email', '=', 'nadia.rosewarne@tamsel.sch.example')
    .orderBy('i.created_at')
    .execute()
  assert.deepEqual(
    rows.map(({ slug, status, respond_by }) => [slug, status, respond_by?.toString() ?? null]),
    [
      ['secondary-subject-leadership', 'offered', '2021-10-25T22:59:00Z'],
      ['secondary-teaching-for-mastery-sustaining', 'received', null],
    ],
  )
  assert.ok(rows.every(({ headteacher_email }) => headteacher_email === 'desmond.ayliffe-khan@tamsel.sch.example'))
})

test('Charges stand in every state, that which is waived with a reason, three on statements, and five reflections have been returned', async () => {
  const charges = await db()
    .selectFrom('charges')
    .select(['cause', 'status', 'status_reason', 'amount_pence'])
    .orderBy('status')
    .execute()
  assert.deepEqual(
    charges.map(({ cause, status, amount_pence }) => [cause, status, amount_pence]),
    [
      ['non_attendance', 'confirmed', 7500],
      ['non_attendance', 'credited', 7500],
      ['non_attendance', 'paid', 7500],
      ['late_cancellation', 'proposed', 7500],
      ['non_attendance', 'waived', 7500],
    ],
  )
  assert.ok(charges[4]?.status_reason)
  const statements = await db()
    .selectFrom('account_statements')
    .select(['number', 'closing_pence'])
    .orderBy('number')
    .execute()
  assert.deepEqual(
    statements.map(({ number, closing_pence }) => [number, closing_pence]),
    [
      [1, 7500],
      [2, 7500],
      [3, 7500],
    ],
  )
  assert.equal((await db().selectFrom('reflections').select('id').execute()).length, 5)
})

test('Letters of the past have been sent, none of them later than the clock, and none is waiting to be sent again', async () => {
  const messages = await db().selectFrom('messages').select(['created_at', 'sent_at']).execute()
  const start = Temporal.Instant.from('2021-10-18T08:00:00Z')
  assert.ok(messages.length > 100)
  for (const { created_at, sent_at } of messages) {
    assert.ok(Temporal.Instant.compare(created_at, start) < 0)
    assert.equal(sent_at?.toString(), created_at.toString())
  }
  const { rows } = await world.installation.connections.pool.query(
    `select count(*)::int as waiting from graphile_worker.jobs where task_identifier = 'send-message'`,
  )
  assert.deepEqual(rows, [{ waiting: 0 }])
})

test('Every letter says why it came and leads to one’s details: to those of whoever was known at the address by then', async () => {
  const { rows } = await world.installation.connections.pool.query<{ subject: string; to: string; fault: string }>(
    `select subject, to_address::text as "to", fault from messages m
      left join email_addresses e on e.address = m.to_address and e.from_at < m.created_at and (e.to_at is null or e.to_at > m.created_at)
      cross join lateral (values
        (body_text !~ '\nWhy you get this: [^\n]+[.?]\n', 'text: no reason'), (body_html !~ 'Why you get this: [^<]+[.?]<', 'HTML: no reason'),
        (body_text !~ '\nUpdate my contact details: http://', 'text: no way to details'), (body_html !~ 'href="http://[^"]+">Update my contact details<'
          and body_html !~ 'href="http://[^"]+" style="[^"]+">Update my contact details<', 'HTML: no way to details'),
        (e.person_id is not null and to_person_id is null, 'somebody known is not told apart'),
        (to_person_id is not null and body_text !~ '/details/[A-Za-z0-9_.-]+', 'no link of their own')) as found (is_so, fault)
      where is_so order by 1 limit 10`,
  )
  assert.deepEqual(rows, [])
})

test('Thistlefold Primary School completed Development in 2020/21, Sorrelby left it, and both are written down', async () => {
  const records = await db()
    .selectFrom('stage_records as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .innerJoin('stages as s', 's.id', 'r.stage_id')
    .select(['o.name', 's.key', 'r.status'])
    .where('o.urn', 'in', [900011, 900015])
    .where('r.year', '=', 2020)
    .orderBy('o.urn')
    .execute()
  assert.deepEqual(
    records.map(({ name, key, status }) => [name, key, status]),
    [
      ['Thistlefold Primary School', 'primary_development', 'completed'],
      ['Sorrelby Community Primary School', 'primary_development', 'withdrew'],
    ],
  )
})

test('Ifeoma Castellan holds a statement of 2020/21 from a completed group that was evaluated', async () => {
  const statement = await db()
    .selectFrom('statements as s')
    .innerJoin('participants as a', 'a.id', 's.participant_id')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('evaluations as e', 'e.group_id', 'g.id')
    .select(['g.name', 'g.status', 's.withdrawn_at'])
    .where('p.name', '=', 'Ifeoma Castellan')
    .executeTakeFirstOrThrow()
  assert.deepEqual(statement, { name: 'Secondary mastery, west London', status: 'completed', withdrawn_at: null })
  const answers = await db()
    .selectFrom('evaluation_answers')
    .select('agreement')
    .where('agreement', 'is not', null)
    .execute()
  assert.ok(answers.length >= 12)
})

test('Adaeze Lindqvist acted for a Work Group Lead, and what she did in his name says so', async () => {
  const episode = await db()
    .selectFrom('acting_episodes as a')
    .innerJoin('people as b', 'b.id', 'a.by_person_id')
    .innerJoin('people as f', 'f.id', 'a.for_person_id')
    .select(['b.name as by', 'f.name as for', 'a.ended_at as endedAt', 'a.by_person_id as byId'])
    .executeTakeFirstOrThrow()
  assert.deepEqual([episode.by, episode.for], ['Adaeze Lindqvist', 'Kwabena Szymanski'])
  assert.ok(episode.endedAt !== null)
  const done = await db()
    .selectFrom('events')
    .select('name')
    .where('acting_by', '=', episode.byId)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    done.map(({ name }) => name),
    ['task.set'],
  )
})
