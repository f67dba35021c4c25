import type { Client } from 'pg'
import { connected, enterTestServer } from './server.ts'
import { onDatabase, prepareTemplate } from './template.ts'

/** A migrated, otherwise empty database of one's own: `ownerUrl` may do everything, `url` is the application's role. */
export type TestDatabase = { readonly ownerUrl: string; readonly url: string; readonly release: () => Promise<void> }

type Slot = { readonly lock: Client; readonly serverUrl: string; readonly template: string; readonly database: string }

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

/** Brings the slot back to what the migrations made; a slot that nobody has used yet is made. */
const empty = async (slot: Slot) => {
  const found = await slot.lock.query(
    `select rolsuper, exists (select from pg_database where datname = $1) as exists from pg_roles where rolname = current_user`,
    [slot.database],
  )
  // Emptying is four times quicker than cloning, but only a superuser may switch the foreign keys off for it.
  if (!found.rows[0].exists || !found.rows[0].rolsuper) return clone(slot)
  await slot.lock.query('select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = $1', [
    slot.database,
  ])
  // A test that changed the tables themselves, and was killed before it put them back, leaves nothing to the next either.
  if (!(await isEmptied(slot))) await clone(slot)
}

const isEmptied = async (slot: Slot): Promise<boolean> => {
  const client = await connected(onDatabase(slot.serverUrl, slot.database))
  try {
    const { rows } = await client.query('select test_reset.shape() = shape as same from test_reset.made')
    if (rows[0]?.same === true) await client.query('select test_reset.reset()')
    return rows[0]?.same === true
  } finally {
    await client.end()
  }
}

const asApplication = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  url.searchParams.set('options', '-c role=tessellate_app -c timezone=UTC')
  return url.href.replaceAll('+', '%20')
}

/**
 * Lends a database until `release`; tests that run at once each get their own.
 * It is emptied when it is lent, not when it comes back: a test that was killed could not have done it.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await enterTestServer()
  const template = await prepareTemplate(server.url)
  const lock = await connected(server.url)
  const database = await take(lock, template)
  await empty({ lock, serverUrl: server.url, template, database })
  // A test that forgets to release its database must not keep its process alive.
  lock.unref()
  const ownerUrl = onDatabase(server.url, database)
  const release = async () => {
    lock.ref()
    await lock.end()
    await server.leave()
  }
  return { ownerUrl, url: asApplication(ownerUrl), release }
}
