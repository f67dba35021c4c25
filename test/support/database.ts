import type { Client } from 'pg'
import { type Connections, connect } from '../../src/platform/database/index.ts'
import { connected, enterTestServer, type Holding, type TestServer } from './server.ts'
import { onDatabase, prepareTemplate } from './template.ts'

/** A migrated, otherwise empty database of one's own: `ownerUrl` may do everything, `url` is the application's role. */
export type TestDatabase = {
  readonly ownerUrl: string
  readonly url: string
  /** A pool of the application's connections, which stays open for the next test file of this process. */
  readonly connections: Connections
  readonly release: () => Promise<void>
}

type Slot = {
  readonly server: TestServer
  readonly lock: Holding
  readonly template: string
  readonly database: string
}

/** A slot with what is open on it. */
type Lent = Slot & {
  readonly owner: Holding
  readonly connections: Connections
  /** The servers' processes behind the pool. */
  readonly backends: Set<number>
}

const slots = 64

const take = async (lock: Client, template: string): Promise<string> => {
  for (let slot = 1; slot <= slots; slot += 1) {
    const taken = await lock.query<{ free: boolean }>('select pg_try_advisory_lock(77, $1) as free', [slot])
    if (taken.rows[0]?.free) return `${template}_${slot}`
  }
  throw new Error(`All ${slots} test databases are in use: is a test run left over?`)
}

const clone = async ({ lock, template, database }: Slot) => {
  await lock.query(`drop database if exists ${database} with (force)`)
  await lock.query(`create database ${database} template ${template}`)
}

/** Ends what tests have left open on the slot, but for the processes named. */
const endOthers = ({ lock, database }: Slot, but: readonly number[] = []) =>
  lock.query(
    'select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = $1 and pid <> all($2::int[])',
    [database, but],
  )

/** Brings the slot back to what the migrations made; false when a test has changed the tables themselves. */
const isEmptied = async (owner: Client): Promise<boolean> => {
  const { rows } = await owner.query('select test_reset.shape() = shape as same from test_reset.made')
  if (rows[0]?.same === true) await owner.query('select test_reset.reset()')
  return rows[0]?.same === true
}

/** Empties a slot that another process has used; one that nobody has used yet is made. */
const empty = async (slot: Slot) => {
  const found = await slot.lock.query(
    `select rolsuper, exists (select from pg_database where datname = $1) as exists from pg_roles where rolname = current_user`,
    [slot.database],
  )
  // Emptying is four times quicker than cloning, but only a superuser may switch the foreign keys off for it.
  if (!found.rows[0].exists || !found.rows[0].rolsuper) return clone(slot)
  await endOthers(slot)
  const client = await connected(onDatabase(slot.server.url, slot.database))
  const isEmpty = await isEmptied(client).finally(() => client.end())
  // A test that changed the tables themselves, and was killed before it put them back, leaves nothing to the next either.
  if (!isEmpty) await clone(slot)
}

const asApplication = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  url.searchParams.set('options', '-c role=tessellate_app -c timezone=UTC')
  return url.href.replaceAll('+', '%20')
}

type Backend = { readonly processID: number }

const opened = async (slot: Slot): Promise<Lent> => {
  const ownerUrl = onDatabase(slot.server.url, slot.database)
  const owner = await connected(ownerUrl)
  // Neither a test that forgets to release its database nor the next file's connections may keep the process alive.
  owner.unref()
  // Two hundred who race stand in line for twenty connections, on a machine that does other work as well.
  const connections = connect(asApplication(ownerUrl), { max: 20, mostWait: 30_000 })
  const backends = new Set<number>()
  connections.pool.options.allowExitOnIdle = true
  connections.pool.on('connect', (client) => backends.add((client as unknown as Backend).processID))
  return { ...slot, owner, connections, backends }
}

const close = async ({ owner, connections, lock, server }: Lent) => {
  await connections.end()
  for (const client of [owner, lock]) {
    client.ref()
    await client.end()
  }
  await server.leave()
}

/**
 * What test files of this process have given back, for the next of them: a fresh connection has to plan every statement
 * anew, which takes longer than most tests.
 */
const left: Lent[] = []

process.once('beforeExit', () => void Promise.all(left.splice(0).map(close)))

/** While something is asked on its own connections, the process waits for the answer. */
const whileHeld = async <T>({ owner, lock }: Lent, work: () => Promise<T>): Promise<T> => {
  for (const client of [owner, lock]) client.ref()
  try {
    return await work()
  } finally {
    for (const client of [owner, lock]) client.unref()
  }
}

const emptiedAgain = (lent: Lent): Promise<boolean> =>
  whileHeld(lent, async () => {
    await endOthers(lent, [(lent.owner as unknown as Backend).processID, ...lent.backends])
    return isEmptied(lent.owner)
  })

const lendAgain = async (): Promise<Lent | null> => {
  const lent = left.pop()
  if (!lent) return null
  if (await emptiedAgain(lent)) return lent
  await close(lent)
  return lendAgain()
}

const lendNew = async (): Promise<Lent> => {
  const server = await enterTestServer()
  const template = await prepareTemplate(server.url)
  const lock = await connected(server.url)
  const slot = { server, lock, template, database: await take(lock, template) }
  await empty(slot)
  lock.unref()
  return opened(slot)
}

/** Only the server's superuser may empty a database again. */
const canBeLentAgain = (lent: Lent): Promise<boolean> =>
  whileHeld(lent, async () => {
    const asked = lent.owner.query('select rolsuper from pg_roles where rolname = current_user')
    const { rows } = await asked.catch(() => ({ rows: [] }))
    return rows[0]?.rolsuper === true
  })

/**
 * Lends a database until `release`; tests that run at once each get their own.
 * It is emptied when it is lent, not when it comes back: a test that was killed could not have done it.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const lent = (await lendAgain()) ?? (await lendNew())
  const ownerUrl = onDatabase(lent.server.url, lent.database)
  const release = async () => {
    if (await canBeLentAgain(lent)) left.push(lent)
    else await close(lent)
  }
  return { ownerUrl, url: asApplication(ownerUrl), connections: lent.connections, release }
}
