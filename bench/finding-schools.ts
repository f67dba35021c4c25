// Finding a school as its name is typed, beside the plainest question that the same index answers.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { searchOrganisations } from '../src/features/organisations/index.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { type Asked, askedFor } from '../test/finding-schools/misspelt.ts'
import { insertSchools, schoolsOfRegister } from '../test/finding-schools/register.ts'
import { type Measured, repeat } from './measure.ts'
import type { Row } from './rows.ts'

const queries = 440

// The same misspelt text by a bare trigram index over the names: the plainest indexed query that forgives a slip.
const plainly = async (pool: Pool, asked: readonly Asked[]): Promise<Measured> => {
  await pool.query('create index bench_names on organisations using gin (lower(name) gin_trgm_ops)')
  await pool.query('analyze organisations')
  return repeat(asked.length, (turn) =>
    pool.query({
      name: 'plainly',
      text: 'select id from organisations where lower(name) % lower($1) order by similarity(lower(name), lower($1)) desc limit 10',
      values: [asked[turn]?.text],
    }),
  )
}

/** One row for a register of so many schools, with how many of the misspelt names were among the first five. */
export const findingRow = async (count: number): Promise<{ readonly row: Row; readonly right: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await migrate(database.url)
    const pool = new Pool({ connectionString: database.url, max: 1 })
    const schools = schoolsOfRegister(count)
    await insertSchools(pool, schools)
    const connections = connect(database.url, { max: 1 })
    const asked = askedFor(schools, queries)
    let right = 0
    const find = async (turn: number) => {
      const { text = '', urn } = asked[turn] ?? {}
      const found = await searchOrganisations(connections.kysely, text, { kinds: ['school'] })
      if (found.slice(0, 5).some((school) => school.urn === urn)) right += 1
    }
    await repeat(50, find)
    right = 0
    const ours = await repeat(asked.length, find)
    const limit = await plainly(pool, asked)
    await Promise.all([connections.end(), pool.end()])
    const ratio = ours.p95 / limit.p95
    const work = `find a school among ${count.toLocaleString('en-GB')} (p95)`
    const row = {
      work,
      against: 'bare trigram index',
      ours,
      limit,
      ratio,
      goal: '≤ 3, < 20 ms',
      met: ratio <= 3 && ours.p95 < 20,
    }
    return { row, right: `${right} of ${asked.length} misspelt names have the right school among the first five` }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
