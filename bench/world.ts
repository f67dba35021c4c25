// A large world in a data folder of its own, with the product and the bare server standing before it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type LargeWorld, loadLargeWorld } from '../db/seeds/large.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { freePort, type Program, startProgram } from '../test/support/program.ts'

export type World = {
  readonly counts: LargeWorld
  readonly databaseUrl: string
  /** The product, started afresh; gives also how long it took until it was ready. */
  readonly startWeb: () => Promise<{ url: string; seconds: number; program: Program }>
  readonly startBare: (pages: Readonly<Record<string, Buffer>>) => Promise<{ url: string; program: Program }>
  readonly leave: () => Promise<void>
}

const startBare = async (folder: string, databaseUrl: string, pages: Readonly<Record<string, Buffer>>) => {
  const port = await freePort()
  const files = Object.entries(pages).map(([path, body], at) => {
    const file = join(folder, `page-${at}.html`)
    writeFileSync(file, body)
    return `${path}=${file}`
  })
  const program = startProgram('bench/bare.ts', {}, [String(port), databaseUrl, ...files])
  await program.says('ready ')
  return { url: `http://127.0.0.1:${port}`, program }
}

const startWeb = async (dataDir: string) => {
  const port = await freePort()
  const began = performance.now()
  const program = startProgram('src/web.ts', {
    DATA_DIR: dataDir,
    PORT: String(port),
    // The demonstration's clock shows the year of the large world; its own world is only loaded into an empty database.
    DEMO: '1',
    MOST_WRITES: '1000000',
  })
  await program.says('ready ')
  return { url: `http://127.0.0.1:${port}`, seconds: (performance.now() - began) / 1000, program }
}

export const makeWorld = async (volume: number): Promise<World> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const dataDir = join(folder, 'data')
  const database = await startEmbedded({ dataDir })
  await migrate(database.url)
  const counts = await loadLargeWorld(database.url, volume)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    'create table bench_rows (id uuid primary key default uuidv7(), body jsonb not null, at timestamptz not null default now())',
  )
  await client.end()
  return {
    counts,
    databaseUrl: database.url,
    startWeb: () => startWeb(dataDir),
    startBare: (pages) => startBare(folder, database.url, pages),
    leave: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
