// Moving an old list over, from the file's bytes to the requests, beside the plainest reading and writing of the same rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Pool } from 'pg'
import {
  importById,
  matchColumns,
  prepareImport,
  runImport,
  startImport,
  uploadSpreadsheet,
} from '../src/features/imports/index.ts'
import { machineClock } from '../src/platform/clock.ts'
import { createContext } from '../src/platform/context.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { silentLog } from '../src/platform/log.ts'
import { readSpreadsheet } from '../src/platform/spreadsheets/index.ts'
import { insertSchools, type School, schoolsOfRegister } from '../test/finding-schools/register.ts'
import { testConfig } from '../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../test/support/records.ts'
import { repeat } from './measure.ts'
import type { Row } from './rows.ts'

const schoolsKnown = 5000
const mostTimes = 15
const matching = [
  'asked_on',
  'person_email',
  'person_name',
  'school_name',
  'school_postcode',
  'person_post',
  'comments',
]

const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** The answers to a form: so many rows, two of a school. */
const listOf = (schools: readonly School[], count: number): Buffer => {
  const open = schools.filter(({ status }) => status === 'open')
  const rows = Array.from({ length: count }, (_, n) => {
    const { name = '', postcode = '' } = open[Math.floor(n / 2) % open.length] ?? {}
    const day = `${String(1 + (n % 28)).padStart(2, '0')}/06/2021`
    return line([
      day,
      `person-${n}@list.example`,
      `Person ${n}`,
      name,
      postcode,
      'Maths lead',
      'We look forward to it.',
    ])
  })
  const header = line(['Timestamp', 'Email address', 'Full name', 'School', 'Postcode', 'Role', 'Anything else?'])
  return Buffer.from([header, ...rows].join('\r\n'))
}

const plainly = async (pool: Pool, bytes: Buffer): Promise<void> => {
  for (const cells of parse(bytes) as string[][])
    await pool.query('insert into bench_rows (body) values ($1)', [JSON.stringify(cells)])
}

/** A row for a list of so many rows, with what became of them. */
export const importingRow = async (count: number): Promise<{ readonly row: Row; readonly came: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await migrate(database.url)
    const pool = new Pool({ connectionString: database.url, max: 1 })
    const schools = schoolsOfRegister(schoolsKnown)
    await insertSchools(pool, schools)
    await pool.query('create table bench_rows (id uuid primary key default uuidv7(), body jsonb not null)')
    const connections = connect(database.url, { max: 4 })
    const parts = { clock: machineClock, log: silentLog, connections, reports: connections }
    const installation = { ...parts, config: testConfig, ownerUrl: database.url }
    const context = createContext(installation, { kind: 'system', task: 'operator' }, 'bench')
    const hub = await makeHub(connections.kysely)
    const offerId = await makeOffer(connections.kysely, hub.id, await makeProject(connections.kysely))
    const bytes = listOf(schools, count)
    let importId = ''
    const ours = await repeat(1, async () => {
      const sheet = await readSpreadsheet(bytes)
      const brought = { hubId: hub.id, kind: 'interest' as const, offerId, fileName: 'list.csv', sheet }
      importId = await uploadSpreadsheet(context, brought)
      const options = { surnameFirst: false, fillsDown: false }
      const inForeground = { inBackground: false }
      const { round } = await matchColumns(context, { importId, matching, options, name: null }, inForeground)
      await prepareImport(context, { importId, round })
      await startImport(context, { importId, tells: false }, inForeground)
      await runImport(context, importId)
    })
    const limit = await repeat(3, () => plainly(pool, bytes))
    const spreadsheet = await importById(connections.kysely, importId)
    await Promise.all([connections.end(), pool.end()])
    const ratio = ours.p50 / limit.p50
    const { made = 0, added = 0, refused = 0 } = spreadsheet?.counts ?? {}
    const row = {
      work: `import a list of ${count.toLocaleString('en-GB')} rows`,
      against: 'parse, one INSERT a row',
      ours,
      limit,
      ratio,
      goal: `≤ ${mostTimes}`,
      met: ratio <= mostTimes,
    }
    return { row, came: `${made} rows made requests, ${added} were added, ${refused} refused` }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
