// What the staff of a hub and the leads of its groups have open all day: the list of what is asked of it, a month of its sessions, the
// page of a group; signed in, from the cookie to the page, beside the SQL of the same request sent bare.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as quiet } from 'node:timers/promises'
import pg from 'pg'
import { loadLargeWorld } from '../db/seeds/large.ts'
import { createApp } from '../src/app.ts'
import { standingClock } from '../src/platform/clock.ts'
import type { Installation } from '../src/platform/context.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { silentLog } from '../src/platform/log.ts'
import { newId } from '../src/vocabulary/ids.ts'
import { testConfig } from '../test/support/installation.ts'
import { browser, signedInAs } from '../test/support/signed-in.ts'
import { repeat } from './measure.ts'
import type { Row } from './rows.ts'

const asked = 200
const most = { ratio: 2, queries: 6, p95: 50 }

// As a hub narrows and sorts it through a day.
const views = [
  '',
  '?sort=school',
  '?status=confirmed',
  '?verdict=yes&sort=verdict',
  '?waited=14&sort=waiting',
  '?noticed=yes',
  '?page=2',
]

type Statement = { readonly text: string; readonly values: readonly unknown[] }

// Who opened personal data is written down after the answer, beside the page: it is no part of what the page asks.
const isAsked = ({ text }: Statement): boolean => !/insert into "?personal_reads/i.test(text)

/** What a piece of work asks of the database, as it is sent. */
const statementsOf = async (work: () => Promise<unknown>): Promise<readonly Statement[]> => {
  const sent: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, first: unknown, second: unknown, ...rest: unknown[]) {
    const values = Array.isArray(second) ? second : []
    sent.push(
      typeof first === 'string' ? { text: first, values } : { ...({ values } as object), ...(first as Statement) },
    )
    return Reflect.apply(query, this, [first, second, ...rest])
  } as typeof query
  await work().finally(() => {
    pg.Client.prototype.query = query
  })
  return sent.filter(isAsked)
}

const busiestHub = async (client: pg.Client): Promise<{ id: string; slug: string; requests: number }> => {
  const { rows } = await client.query(
    `select h.id, h.slug, count(*)::int as requests from expressions_of_interest i join offers f on f.id = i.offer_id join hubs h on h.id = f.hub_id
      where i.received_at is not null group by h.id order by 3 desc, 2 limit 1`,
  )
  return rows[0]
}

// A year that is under way, each month of it; and as many groups as somebody may lead.
const months = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]
const groupsLed = 12

const groupsOf = async (client: pg.Client, hubId: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `select g.id from groups g where g.hub_id = $1 and g.year = 2021 and g.status in ('confirmed', 'running')
      order by (select count(*) from places p join participants a on a.place_id = p.id where p.group_id = g.id) desc, g.id limit $2`,
    [hubId, groupsLed],
  )
  return rows.map(({ id }) => id)
}

type Opened = { readonly work: string; readonly cookie: string; readonly addresses: readonly string[] }

type Here = { readonly app: Awaited<ReturnType<typeof createApp>>; readonly bare: pg.Client }

/** How a page answers whoever is signed in, beside its own SQL sent bare. */
const pageRow = async ({ app, bare }: Here, { work, cookie, addresses }: Opened): Promise<Row> => {
  const open = async (turn: number) => {
    const url = addresses[turn % addresses.length] ?? ''
    const { statusCode } = await browser(() => app).see(url, cookie)
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
  }
  await repeat(addresses.length * 2, open)
  const sent: (readonly Statement[])[] = []
  for (const turn of addresses.keys()) {
    // Who read what of the page before is still being written down.
    await quiet(250)
    sent.push(await statementsOf(() => open(turn)))
  }
  const again = async (turn: number) => {
    for (const statement of sent[turn % addresses.length] ?? [])
      await bare.query({ ...statement, values: [...statement.values] })
  }
  await repeat(addresses.length * 2, again)
  const [ours, limit] = [await repeat(asked, open), await repeat(asked, again)]
  const queries = Math.max(...sent.map(({ length }) => length))
  const ratio = ours.p50 / limit.p50
  return {
    work: `${work} (page, signed in)`,
    against: `its own SQL, bare pg (${queries} queries)`,
    ...{ ours, limit, ratio },
    goal: `≤ ${most.ratio}, ≤ ${most.queries} queries, p95 < ${most.p95} ms`,
    met: ratio <= most.ratio && queries <= most.queries && ours.p95 < most.p95,
  }
}

const leadOf = async (installation: Installation, groups: readonly string[]): Promise<string> => {
  const [first = '', ...rest] = groups
  const cookie = await signedInAs({ installation }, 'group_lead', { group_id: first })
  const db = installation.connections.kysely
  const { person_id: person, from_on: from } = await db
    .selectFrom('roles')
    .select(['person_id', 'from_on'])
    .where('group_id', '=', first)
    .where('role', '=', 'group_lead')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  for (const group of rest)
    await db
      .insertInto('roles')
      .values({ id: newId(), person_id: person, role: 'group_lead', group_id: group, from_on: from })
      .execute()
  return cookie
}

/** The busiest hub's list of requests and month, as its administrator opens them, and the groups of somebody who leads many, in a share of the large world. */
export const workingListsRows = async (
  volume: number,
): Promise<{ readonly rows: readonly Row[]; readonly world: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  const connections = connect(database.url, { max: 4 })
  const bare = new pg.Client({ connectionString: database.url })
  try {
    await migrate(database.url)
    const counts = await loadLargeWorld(database.url, volume, 'everything')
    await bare.connect()
    await bare.query('analyze')
    const hub = await busiestHub(bare)
    const clock = standingClock('2021-10-18T08:00:00Z')
    const base = { clock, log: silentLog, connections, reports: connections, ownerUrl: database.url }
    const installation = { ...base, config: testConfig }
    const app = await createApp(installation)
    const staff = await signedInAs({ installation }, 'hub_administrator', { hub_id: hub.id })
    const led = await groupsOf(bare, hub.id)
    const lead = await leadOf(installation, led)
    const rows: Row[] = []
    for (const opened of [
      { work: 'requests to a hub', cookie: staff, addresses: views.map((view) => `/hub/${hub.slug}/interest${view}`) },
      {
        work: 'a hub’s month',
        cookie: staff,
        addresses: months.map((month) => `/hub/${hub.slug}/plan/2021-22/${month}`),
      },
      { work: 'a lead’s group', cookie: lead, addresses: led.map((id) => `/groups/${id}`) },
    ])
      rows.push(await pageRow({ app, bare }, opened))
    await app.close()
    return {
      rows,
      world: `${counts.schools} schools, ${counts.hubs} hubs, ${counts.groups} groups; ${hub.requests} requests to one hub`,
    }
  } finally {
    await Promise.all([bare.end(), connections.end()])
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
