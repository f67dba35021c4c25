import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Installation } from '../context.ts'
import { connectAsOwner, type OwnerConnection } from '../database/copy.ts'
import {
  CannotRestore,
  type Closing,
  type FileLine,
  type Header,
  jobsPart,
  type KeptTable,
  type Lines,
  linesOf,
} from './format.ts'
import { columnList, migrationsOf, quoted, tablesOf } from './tables.ts'

const headerOf = async (lines: Lines): Promise<Header> => {
  const first = await lines.line().catch(() => null)
  try {
    const header = JSON.parse(first ?? '') as Header
    if (header.tessellate === 'backup' && header.format === 1) return header
  } catch {
    // Told below, in the same words as another file that happens to be JSON.
  }
  throw new CannotRestore('The file is not a backup that this version can read.')
}

const checkMigrations = async (owner: OwnerConnection, header: Header): Promise<void> => {
  const here = await migrationsOf(owner)
  const other = [
    ...header.migrations.filter((name) => !here.includes(name)),
    ...here.filter((name) => !header.migrations.includes(name)),
  ]
  if (other.length > 0)
    throw new CannotRestore(
      `The backup was made by another version (${other[0]} differs): restore it with that version, then update.`,
    )
}

const checkEmpty = async (owner: OwnerConnection, tables: readonly KeptTable[]): Promise<void> => {
  for (const { name } of tables) {
    const found = await owner.query(`select from ${quoted(name)} limit 1`)
    if (found.length > 0)
      throw new CannotRestore(
        `The database is not empty (there are ${name}): a backup is restored only into an empty one.`,
      )
  }
}

type Constraint = { readonly place: string; readonly name: string; readonly definition: string }

/** Takes the links between tables and the triggers away while the rows come in any order; they are checked when they come back. */
const withoutLinks = async (
  owner: OwnerConnection,
  tables: readonly KeptTable[],
  work: () => Promise<void>,
): Promise<void> => {
  const constraints = (await owner.query(
    `select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by conname`,
  )) as Constraint[]
  for (const { place, name } of constraints) await owner.query(`alter table ${place} drop constraint ${quoted(name)}`)
  for (const { name } of tables) await owner.query(`alter table ${quoted(name)} disable trigger user`)
  await work()
  for (const { name } of tables) await owner.query(`alter table ${quoted(name)} enable trigger user`)
  for (const { place, name, definition } of constraints)
    await owner.query(`alter table ${place} add constraint ${quoted(name)} ${definition}`)
}

const continueNumbers = (owner: OwnerConnection) =>
  owner.query(`do $$ declare c record; begin
    for c in select a.attrelid::regclass as place, a.attname as name from pg_attribute a join pg_class t on t.oid = a.attrelid
      where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attidentity <> ''
    loop execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %s', c.place, c.name, c.name, c.place);
    end loop; end $$`)

const queueJobs = async (owner: OwnerConnection, lines: Lines): Promise<number> => {
  await owner.query(
    'create temporary table restored_jobs (number bigint generated always as identity, task text, payload json, key text, run_at timestamptz, max_attempts int) on commit drop',
  )
  const rows = await owner.copyIn(`copy restored_jobs (${columnList(jobsPart)}) from stdin`, lines.part())
  await owner.query(
    `select graphile_worker.add_job(task, payload := payload, job_key := key, run_at := run_at, max_attempts := max_attempts)
      from (select * from restored_jobs order by number) waiting`,
  )
  // Mail whose job was being worked off at that moment, or had been given up, goes as well.
  await owner.query(
    `select graphile_worker.add_job('send-message', payload := json_build_object('id', id), job_key := 'message:' || id, max_attempts := 25)
      from messages where sent_at is null and failed_at is null and not held
        and not exists (select from restored_jobs j where j.key = 'message:' || messages.id)`,
  )
  return rows
}

const restoreFile = async (dataDir: string, name: string, lines: Lines): Promise<void> => {
  const folder = resolve(dataDir)
  const path = resolve(folder, name)
  if (!path.startsWith(folder + sep)) throw new CannotRestore(`The backup names a file outside its folder (${name}).`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, '', { mode: 0o600 })
  for await (const piece of lines.part())
    for (const line of piece.toString('latin1').split('\n')) await appendFile(path, Buffer.from(line, 'base64'))
}

/** The files, up to the closing line of the backup. */
const restoreFiles = async (dataDir: string, lines: Lines): Promise<{ files: number; closing: Closing }> => {
  for (let files = 0; ; files += 1) {
    const line = await lines.line()
    if (line === null) throw new CannotRestore('The backup is cut short: its last line is missing.')
    const told = JSON.parse(line) as FileLine | Closing
    if (!('file' in told)) return { files, closing: told }
    await restoreFile(dataDir, told.file, lines)
  }
}

const restoreAll = async (installation: Installation, owner: OwnerConnection, lines: Lines): Promise<Header> => {
  const header = await headerOf(lines)
  await checkMigrations(owner, header)
  await checkEmpty(owner, await tablesOf(owner))
  const rows: Record<string, number> = {}
  await withoutLinks(owner, header.tables, async () => {
    for (const table of header.tables)
      rows[table.name] = await owner.copyIn(
        `copy ${quoted(table.name)} (${columnList(table)}) from stdin`,
        lines.part(),
      )
  })
  await continueNumbers(owner)
  rows[jobsPart.name] = await queueJobs(owner, lines)
  const { files, closing } = await restoreFiles(installation.config.dataDir, lines)
  const short = Object.entries(closing.rows).find(([name, count]) => rows[name] !== count)
  if (short || files !== closing.files)
    throw new CannotRestore(
      `The backup is not whole: ${short ? `of ${short[0]}, rows are missing` : 'files are missing'}.`,
    )
  return header
}

/** Brings back an installation from its backup, whole or not at all; only into an empty database. */
export const restoreBackup = async (installation: Installation, file: string): Promise<Header> => {
  const owner = await connectAsOwner(installation.ownerUrl)
  try {
    await owner.query('begin')
    let header: Header | null = null
    await pipeline(createReadStream(file), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      header = await restoreAll(installation, owner, linesOf(source))
    })
    await owner.query('commit')
    return header as unknown as Header
  } catch (problem) {
    throw problem instanceof CannotRestore || !isUnreadable(problem)
      ? problem
      : new CannotRestore(`The backup cannot be read: ${(problem as Error).message}.`)
  } finally {
    await owner.end()
  }
}

const isUnreadable = (problem: unknown): boolean => {
  const code = String((problem as { code?: string }).code ?? '')
  return code.startsWith('Z_') || ['ENOENT', 'EACCES', 'EISDIR', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code)
}
