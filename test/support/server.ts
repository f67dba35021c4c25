import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.ts'

/** A PostgreSQL server for tests; whoever enters must leave, and the last to leave turns it off. */
export type TestServer = { readonly url: string; readonly leave: () => Promise<void> }

const dataDir = join(import.meta.dirname, '../../.cache/test-database')

/** The address given from outside: by the run that started the server, or a PostgreSQL of one's own. */
const givenUrl = (): string | null => process.env['TEST_SERVER_URL'] || process.env['DATABASE_URL'] || null

const starts: Embedded[] = []

/** Starts, or adopts, a fast and unsafe server: nothing in it matters. */
const startTestServer = async (): Promise<Embedded> => {
  const server = await startEmbedded({ dataDir, fast: true })
  starts.push(server)
  return server
}

const stopTestServer = async () => {
  // One more start takes the server over when the process that launched it has gone before us.
  await startTestServer()
  for (const server of starts.splice(0)) await server.stop()
}

/** A client that can be told not to keep its process alive; the driver can, its types do not say so. */
export type Holding = Client & { ref(): void; unref(): void }

export const connected = async (url: string): Promise<Holding> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client as Holding
}

const enter = async (attempts = 3): Promise<{ url: string; presence: Holding }> => {
  const { url } = await startTestServer()
  try {
    return { url, presence: await connected(url) }
  } catch (error) {
    // The last to leave may have turned it off between finding it and coming in.
    if (attempts === 1) throw error
    return enter(attempts - 1)
  }
}

const isAlone = async (presence: Client, attempts = 10): Promise<boolean> => {
  const others = await presence.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  if (others.rowCount === 0 || attempts === 1) return others.rowCount === 0
  // The connections of a test process that has just ended take a moment to go.
  await wait(50)
  return isAlone(presence, attempts - 1)
}

export const enterTestServer = async (): Promise<TestServer> => {
  const given = givenUrl()
  if (given) return { url: given, leave: async () => {} }
  const { url, presence } = await enter()
  // A test that forgets to leave must not keep its process alive.
  presence.unref()
  const leave = async () => {
    presence.ref()
    const isLast = await isAlone(presence)
    await presence.end()
    if (isLast) await stopTestServer()
  }
  return { url, leave }
}
