import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { binaries, createCluster, type Disguise, disguiseFor } from './embedded-cluster.ts'
import { CannotStart, failureFrom, finalFailure } from './embedded-failure.ts'
import { isGoneWithin, isRunning, isServerOf, processMark, processState, serverPid } from './embedded-process.ts'

export { CannotStart } from './embedded-failure.ts'

/** A running server: `url` is the owner's address of the database `tessellate`, over a unix socket. */
export type Embedded = {
  readonly url: string
  readonly adopted: boolean
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
  /** Leaves the server to whoever still uses it: the next start that finds it keeps it. */
  readonly handOver: () => void
}

/** `fast` gives up safety against a crash of the machine: for tests only. */
export type EmbeddedOptions = { readonly dataDir: string; readonly fast?: boolean }

type Place = { readonly cluster: string; readonly sockets: string; readonly log: string; readonly keeper: string }

const databaseName = 'tessellate'
const patience = 30_000
const zombiePatience = 5_000
const longestSocketPath = 107
const longestLog = 5_000_000

const addressOf = (place: Place, database: string) =>
  `postgres://postgres@localhost/${database}?host=${encodeURIComponent(place.sockets)}`

const socketFolder = (cluster: string, disguise: Disguise): string => {
  if (Buffer.byteLength(`${cluster}/.s.PGSQL.5432`) <= longestSocketPath) return cluster
  const mark = createHash('sha256').update(cluster).digest('hex').slice(0, 16)
  const folder = `${tmpdir()}/tessellate-${mark}`
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (made && disguise.owner) chownSync(folder, disguise.owner.uid, disguise.owner.gid)
  const { mode, uid } = statSync(folder)
  // Who owns the folder of the socket can be the server: never use one that somebody else has put there.
  const owners = [process.getuid?.(), disguise.owner?.uid]
  if (!owners.includes(uid) || (mode & 0o077) !== 0)
    throw new CannotStart('permission', `The folder ${folder} is not ours alone: remove it and start again.`)
  return folder
}

type Answer = 'open' | 'starting' | 'closed'

const knock = async (url: string): Promise<Answer> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'open'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'starting' : 'closed'
  } finally {
    await client.end().catch(() => {})
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const launch = (place: Place, postgres: string, disguise: Disguise, fast: boolean): ChildProcess => {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${place.sockets}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    // What a statement was about may be somebody's address: the log says what failed, not with which values.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...(fast ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'] : []),
  ]
  const [program = '', ...rest] = [...disguise.command, postgres, '-D', place.cluster]
  if (sizeOf(place.log) > longestLog) renameSync(place.log, `${place.log}.old`)
  // A file, not a pipe: the server outlives a killed parent and must be able to go on writing.
  const log = openSync(place.log, 'a', 0o600)
  const options = settings.flatMap((setting) => ['-c', setting])
  const child = spawn(program, [...rest, ...options], {
    cwd: place.cluster,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return child
}

/** PostgreSQL respects any living process its pid file names, also one that only got the number of a dead server. */
const removeStalePid = (place: Place, waited: number) => {
  const pid = serverPid(place.cluster)
  const state = pid === null ? null : processState(pid)
  if (pid === null || state === null) return
  // A killed server stays a zombie until its parent has noticed, and some containers have nobody who ever does.
  const isDead = state.zombie ? waited > zombiePatience : isServerOf(pid, place.cluster) === false
  if (isDead) rmSync(`${place.cluster}/postmaster.pid`, { force: true })
}

const hasExited = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined

type Attempt = {
  readonly place: Place
  readonly begin: () => ChildProcess
  readonly words: () => string
  readonly beganAt: number
  child: ChildProcess | null
}

const notReachable = (place: Place, words: string): CannotStart => {
  const pid = serverPid(place.cluster)
  if (pid === null || isServerOf(pid, place.cluster) === false) return failureFrom(words, place.cluster)
  const line = `Another PostgreSQL (process ${pid}) uses ${place.cluster} and cannot be reached: stop it and start again.`
  return new CannotStart('unreachable', line)
}

/** One more try to bring the server up, unless the one that we launched before is still at it. */
const launchAgain = async (attempt: Attempt) => {
  const { place, child } = attempt
  if (child && !hasExited(child)) return
  if (child) {
    const failure = finalFailure(attempt.words(), place.cluster)
    if (failure) throw failure
    await wait(100)
  }
  removeStalePid(place, performance.now() - attempt.beganAt)
  attempt.child = attempt.begin()
}

/** Tries to reach the server of this place, launching one as often as needed; says whether it found another's. */
const reachOrLaunch = async (place: Place, begin: () => ChildProcess): Promise<{ adopted: boolean }> => {
  const alreadyLogged = sizeOf(place.log)
  const words = () => (sizeOf(place.log) ? readFileSync(place.log).subarray(alreadyLogged).toString() : '')
  const attempt: Attempt = { place, begin, words, beganAt: performance.now(), child: null }
  let deadline = attempt.beganAt + patience
  for (;;) {
    const answer = await knock(addressOf(place, 'postgres'))
    if (answer === 'open') return { adopted: attempt.child?.pid !== serverPid(place.cluster) }
    if (answer === 'closed') await launchAgain(attempt)
    // A server that recovers after a crash says so: it gets all the time it needs.
    else deadline = performance.now() + patience
    if (performance.now() > deadline) throw notReachable(place, words())
    await wait(20)
  }
}

const createDatabase = async (place: Place) => {
  const client = new Client({ connectionString: addressOf(place, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } catch (error) {
    // Another start may have made it between the question and the statement.
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await client.end()
  }
}

const keeperOf = (place: Place): string | null => {
  try {
    return readFileSync(place.keeper, 'utf8')
  } catch {
    return null
  }
}

/** The start that launched the server keeps it; when that process is gone, the next start that finds the server does. */
const keep = (place: Place, adopted: boolean): string => {
  const me = `${processMark(process.pid)} ${randomUUID()}`
  const [pid = '', startedAt = ''] = (keeperOf(place) ?? '').split(' ')
  // A killed process that nobody has waited for still has its number and its start: it keeps nothing.
  const hasKeeper = isRunning(Number(pid)) && processMark(Number(pid)) === `${pid} ${startedAt}`
  if (!adopted || !hasKeeper) writeFileSync(place.keeper, me, { mode: 0o600 })
  return me
}

const isServing = (place: Place): boolean => {
  const pid = serverPid(place.cluster)
  return pid !== null && isServerOf(pid, place.cluster) !== false
}

const stopServer = async (place: Place) => {
  const pid = serverPid(place.cluster)
  if (pid === null || isServerOf(pid, place.cluster) === false) return
  // SIGINT ends open connections; SIGTERM would wait for them for ever.
  process.kill(pid, 'SIGINT')
  if (!(await isGoneWithin(pid, patience))) process.kill(pid, 'SIGQUIT')
  rmSync(place.keeper, { force: true })
}

const prepareFolder = (dataDir: string): string => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    throw failureFrom(String(error), dataDir)
  }
}

/**
 * Starts the PostgreSQL that comes with the packages on `dataDir`, or adopts the one that already runs there.
 * Whoever started it stops it; `stop` of any other start leaves it running. Do not share the folder between machines.
 */
export const startEmbedded = async ({ dataDir, fast = false }: EmbeddedOptions): Promise<Embedded> => {
  const folder = prepareFolder(dataDir)
  const cluster = `${folder}/postgres`
  const { initdb, postgres } = await binaries()
  const disguise = disguiseFor(cluster, postgres)
  try {
    const place = {
      cluster,
      sockets: socketFolder(cluster, disguise),
      log: `${cluster}.log`,
      keeper: `${cluster}.keeper`,
    }
    await createCluster(cluster, initdb, disguise, fast)
    const { adopted } = await reachOrLaunch(place, () => launch(place, postgres, disguise, fast))
    const me = keep(place, adopted)
    await createDatabase(place)
    const stop = async () => {
      if (keeperOf(place) === me) await stopServer(place)
    }
    const handOver = () => {
      if (keeperOf(place) === me) rmSync(place.keeper, { force: true })
    }
    return { url: addressOf(place, databaseName), adopted, isRunning: () => isServing(place), stop, handOver }
  } catch (error) {
    throw error instanceof CannotStart ? error : failureFrom(String(error), cluster)
  }
}
