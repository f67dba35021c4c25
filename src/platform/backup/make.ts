import { createReadStream, createWriteStream, existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Installation } from '../context.ts'
import { connectAsOwner, type OwnerConnection } from '../database/copy.ts'
import { type Closing, endOfPart, type Header, jobsPart, type KeptTable } from './format.ts'
import { columnList, migrationsOf, quoted, tablesOf } from './tables.ts'

const waitingJobs = `select t.identifier, j.payload, j.key, j.run_at, j.max_attempts
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts < j.max_attempts order by j.id`

/** The files of an installation: what was uploaded, and the secret that its links are signed with unless it is given from outside. */
const filesOf = (dataDir: string): readonly string[] =>
  [join(dataDir, 'secret-key'), ...globSync(join(dataDir, 'files/**/*'))]
    .filter((path) => existsSync(path) && statSync(path).isFile())
    .map((path) => relative(dataDir, path))

type Counts = { readonly rows: Record<string, number>; files: number }

async function* rowsOf(
  owner: OwnerConnection,
  table: KeptTable,
  query: string,
  counts: Counts,
): AsyncGenerator<Buffer | string> {
  let rows = 0
  for await (const chunk of owner.copyOut(`copy ${query} to stdout`)) {
    // Each piece that COPY sends is one row.
    rows += 1
    yield chunk as Buffer
  }
  counts.rows[table.name] = rows
  yield `${endOfPart}\n`
}

async function* fileLines(dataDir: string, counts: Counts): AsyncGenerator<string> {
  for (const file of filesOf(dataDir)) {
    counts.files += 1
    yield `${JSON.stringify({ file })}\n`
    // A multiple of three bytes, so that each line stands for itself.
    for await (const chunk of createReadStream(join(dataDir, file), { highWaterMark: 57 * 1024 }))
      yield `${(chunk as Buffer).toString('base64')}\n`
    yield `${endOfPart}\n`
  }
}

async function* contents({ config, clock }: Installation, owner: OwnerConnection): AsyncGenerator<Buffer | string> {
  const tables = await tablesOf(owner)
  const header: Header = {
    tessellate: 'backup',
    format: 1,
    madeAt: clock.now().toString(),
    migrations: await migrationsOf(owner),
    tables,
  }
  yield `${JSON.stringify(header)}\n`
  const counts: Counts = { rows: {}, files: 0 }
  for (const table of tables) yield* rowsOf(owner, table, `${quoted(table.name)} (${columnList(table)})`, counts)
  yield* rowsOf(owner, jobsPart, `(${waitingJobs})`, counts)
  yield* fileLines(config.dataDir, counts)
  yield `${JSON.stringify(counts satisfies Closing)}\n`
}

/** Rows come one at a time; the compressor is quicker with larger pieces. */
async function* inPieces(source: AsyncIterable<Buffer | string>, size = 256 * 1024): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const piece of source) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    waiting.push(bytes)
    length += bytes.length
    if (length >= size) {
      yield Buffer.concat(waiting)
      waiting = []
      length = 0
    }
  }
  yield Buffer.concat(waiting)
}

/** Writes the whole installation, as it is at one moment, into one compressed file that only its owner may read. */
export const makeBackup = async (installation: Installation, file: string): Promise<{ tables: number }> => {
  const owner = await connectAsOwner(installation.ownerUrl)
  const half = `${file}.part`
  try {
    await owner.query('begin transaction isolation level repeatable read read only')
    const tables = await tablesOf(owner)
    await pipeline(
      Readable.from(inPieces(contents(installation, owner)), { objectMode: false }),
      createGzip({ level: 5 }),
      createWriteStream(half, { mode: 0o600, flush: true }),
    )
    renameSync(half, file)
    return { tables: tables.length }
  } finally {
    rmSync(half, { force: true })
    await owner.end()
  }
}
