// Looking through everybody for people who may be one, as is done every night, and opening what was found.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { findDuplicates, openDuplicates } from '../src/features/records/index.ts'
import { machineClock } from '../src/platform/clock.ts'
import { createContext } from '../src/platform/context.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { silentLog } from '../src/platform/log.ts'
import { testConfig } from '../test/support/installation.ts'
import { fillWithPeople } from './many-people.ts'
import { repeat } from './measure.ts'
import type { Row } from './rows.ts'

const mostTimes = 20
const mostMinutes = 2
const mostMilliseconds = 50

// The plainest look: whoever has the same name at the same place, and nothing else.
const plainly = `select count(*) from posts a join posts b on b.organisation_id = a.organisation_id and b.person_id > a.person_id
  join people p on p.id = a.person_id join people q on q.id = b.person_id and q.name = p.name`

/** Two rows for so many people: the nightly look, and a hub's list of what was found; with how many pairs that were. */
export const findingPeopleRows = async (
  people: number,
): Promise<{ readonly rows: readonly Row[]; readonly found: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await migrate(database.url)
    const pool = new Pool({ connectionString: database.url, max: 1 })
    await fillWithPeople(pool, people)
    const connections = connect(database.url, { max: 2 })
    const parts = { clock: machineClock, log: silentLog, connections, reports: connections }
    const installation = { ...parts, config: testConfig, ownerUrl: database.url }
    const context = createContext(installation, { kind: 'system', task: 'bench' }, 'bench')
    const limit = await repeat(2, () => pool.query(plainly))
    let pairs = 0
    const ours = await repeat(2, async () => {
      pairs = (await findDuplicates(context))?.people ?? 0
    })
    const { rows: hubs } = await pool.query<{ id: string }>('select id from hubs order by id')
    const list = await repeat(hubs.length, (turn) =>
      openDuplicates(context.db, 'person', { hubId: hubs[turn]?.id ?? null, page: 1, pageSize: 25 }),
    )
    await Promise.all([connections.end(), pool.end()])
    const ratio = ours.p50 / limit.p50
    const among = `among ${people.toLocaleString('en-GB')} people`
    const looked = {
      work: `look for people who may be one ${among}`,
      against: 'one join on name and school',
      ours,
      limit,
      ratio,
      goal: `≤ ${mostTimes}, < ${mostMinutes} min`,
      met: ratio <= mostTimes && ours.p95 < mostMinutes * 60_000,
    }
    const listed = {
      work: `a hub’s list of them ${among} (p95)`,
      against: `${mostMilliseconds} ms`,
      ours: list,
      limit: null,
      ratio: list.p95 / mostMilliseconds,
      goal: '≤ 1',
      met: list.p95 <= mostMilliseconds,
    }
    return { rows: [looked, listed], found: `${pairs.toLocaleString('en-GB')} pairs found` }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
