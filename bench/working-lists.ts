// What the staff of a hub have open all day: the list of what is asked of it, signed in, from the cookie to the page, beside the
// SQL of the same request sent bare.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadLargeWorld } from '../db/seeds/large.ts'
import { createApp } from '../src/app.ts'
import { standingClock } from '../src/platform/clock.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { silentLog } from '../src/platform/log.ts'
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

/** What a piece of work sends to the database, as it is sent. */
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
  return sent
}

const busiestHub = async (client: pg.Client): Promise<{ id: string; slug: string; requests: number }> => {
  const { rows } = await client.query(
    `select h.id, h.slug, count(*)::int as requests from expressions_of_interest i join offers f on f.id = i.offer_id join hubs h on h.id = f.hub_id
      where i.received_at is not null group by h.id order by 3 desc, 2 limit 1`,
  )
  return rows[0]
}

/** One row: the list of requests to the hub that has most, as its administrator narrows and sorts it, in a share of the large world. */
export const workingListsRow = async (volume: number): Promise<{ readonly row: Row; readonly world: string }> => {
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
    const cookie = await signedInAs({ installation }, 'hub_administrator', {
      hub_id: hub.id,
    })
    const open = async (turn: number) => {
      const url = `/hub/${hub.slug}/interest${views[turn % views.length]}`
      const { statusCode } = await browser(() => app).see(url, cookie)
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
    }
    await repeat(views.length * 2, open)
    const sent: (readonly Statement[])[] = []
    for (const turn of views.keys()) sent.push(await statementsOf(() => open(turn)))
    const again = async (turn: number) => {
      for (const statement of sent[turn % views.length] ?? [])
        await bare.query({ ...statement, values: [...statement.values] })
    }
    await repeat(views.length * 2, again)
    const [ours, limit] = [await repeat(asked, open), await repeat(asked, again)]
    await app.close()
    const queries = Math.max(...sent.map(({ length }) => length))
    const ratio = ours.p50 / limit.p50
    return {
      row: {
        work: 'requests to a hub (page, signed in)',
        against: `its own SQL, bare pg (${queries} queries)`,
        ...{ ours, limit, ratio },
        goal: `≤ ${most.ratio}, ≤ ${most.queries} queries, p95 < ${most.p95} ms`,
        met: ratio <= most.ratio && queries <= most.queries && ours.p95 < most.p95,
      },
      world: `${counts.schools} schools, ${counts.hubs} hubs, ${counts.groups} groups; ${hub.requests} requests to one hub`,
    }
  } finally {
    await Promise.all([bare.end(), connections.end()])
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
