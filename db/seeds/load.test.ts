import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { invariants } from '../../src/invariants.ts'
import { readClockSetting } from '../../src/platform/installation.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { projects } from './facts/catalogues.ts'
import { loadDemonstrationIfEmpty } from './load.ts'

let world: TestInstallation
let answers: readonly boolean[]
const db = () => world.installation.connections.kysely

before(async () => {
  world = await testInstallation()
  answers = await Promise.all([
    loadDemonstrationIfEmpty(world.installation),
    loadDemonstrationIfEmpty(world.installation),
  ])
})
after(() => world.release())

const count = async (table: 'hubs' | 'authorities' | 'networks'): Promise<number> =>
  (
    await db()
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
  ).rows

test('Of two processes that start at once one loads the world, and a third finds it there', async () => {
  assert.deepEqual([...answers].sort(), [false, true])
  assert.equal(await loadDemonstrationIfEmpty(world.installation), false)
  assert.equal(await count('networks'), 1)
})

test('Every rule of the data holds in the demonstration world', async () => {
  assert.deepEqual(await findFaults(db(), invariants), [])
})

test('There are 40 hubs and 151 authorities', async () => {
  assert.equal(await count('hubs'), 40)
  assert.equal(await count('authorities'), 151)
})

test('The projects of 2021/22 stand in each of their phases and audiences', async () => {
  const rows = await db()
    .selectFrom('projects')
    .select(['phases', 'audiences', 'status'])
    .where('year', '=', 2021)
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
