// What a school can join, among all that forty hubs offer: the whole page of a school, as a visitor gets it, beside the plainest
// question for one school, answered by an index.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { chanceFrom } from '../db/seeds/facts/chance.ts'
import { loadLargeWorld } from '../db/seeds/large.ts'
import { showSchool } from '../src/features/joining/pages/school.page.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import type { Page } from '../src/platform/http/routes.ts'
import { repeat } from './measure.ts'
import type { Row } from './rows.ts'

const asked = 200
const firstUrn = 900_200
const mostMs = 100

const open = (db: ReturnType<typeof connect>['kysely'], urn: number): Promise<unknown> =>
  showSchool({
    context: { db, actor: { kind: 'visitor' }, today: Temporal.PlainDate.from('2021-10-18') },
    params: { urn: String(urn) },
    query: new URLSearchParams(),
    frame: {
      serviceName: 'Tessellate',
      networkName: 'Maths Hubs',
      path: `/schools/${urn}`,
      signedInAs: null,
      navigation: [],
      demonstration: null,
      notice: null,
    },
  } as unknown as Parameters<Page>[0])

/** One row: the page of a school, of schools drawn by chance, in a share of the large world. */
export const joiningRow = async (
  volume: number,
  what: 'everything' | 'catalogue',
): Promise<{ readonly row: Row; readonly world: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await migrate(database.url)
    const counts = await loadLargeWorld(database.url, volume, what)
    const pool = new Pool({ connectionString: database.url, max: 1 })
    const connections = connect(database.url, { max: 4 })
    const chance = chanceFrom(20_211_018)
    const urns = Array.from({ length: asked }, () => firstUrn + chance.below(counts.schools))
    const ours = (turn: number) => open(connections.kysely, urns[turn] ?? firstUrn)
    const bare = (turn: number) => pool.query('select * from organisations where urn = $1', [urns[turn]])
    await repeat(10, ours)
    await repeat(10, bare)
    const [measured, limit] = [await repeat(asked, ours), await repeat(asked, bare)]
    const { rows: offers } = await pool.query<{ count: number }>(
      "select count(*)::int from offers where status = 'published'",
    )
    await Promise.all([connections.end(), pool.end()])
    return {
      row: {
        work: 'what can our school join (page)',
        against: 'one school by its number, bare pg',
        ours: measured,
        limit,
        ratio: measured.p95 / limit.p95,
        goal: `p95 < ${mostMs} ms`,
        met: measured.p95 < mostMs,
      },
      world: `${counts.schools} schools, ${counts.hubs} hubs, ${offers[0]?.count} published offers, ${counts.groups} groups`,
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
