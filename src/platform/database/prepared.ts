import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

/** So many statements one connection prepares at the most, because the server keeps each one's plan for as long as it lives. */
const mostOfAConnection = 500
const mostTextsKnown = 2000

/** Whether a prepared statement was refused because the tables have changed since: nothing of it was done. */
export const isOutdated = (problem: unknown): boolean =>
  problem instanceof pg.DatabaseError && problem.code === '0A000' && problem.routine === 'RevalidateCachedQuery'

// One statement of which the server can keep a plan: nothing that begins or ends a transaction, and never two in one text.
const canBePrepared = (text: string): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes(';')

/** The names of texts, for all connections of a pool; a text is named when it is asked again, and anew once one is outdated. */
const namer = () => {
  const names = new Map<string, string | null>()
  let generation = 0
  const hashed = (text: string): string =>
    `${createHash('sha256').update(text).digest('base64url').slice(0, 24)}_${generation}`
  const nameOf = (text: string): string | null => {
    const known = names.get(text)
    if (known) return known
    if (known === undefined && names.size >= mostTextsKnown) names.clear()
    const name = known === null && canBePrepared(text) ? hashed(text) : null
    names.set(text, name)
    return name
  }
  const nameAnew = (): void => {
    generation += 1
    names.clear()
  }
  return { nameOf, nameAnew }
}

type Query = (text: string, values: unknown[]) => Promise<pg.QueryResult>

const preparingQuery = (client: pg.PoolClient, { nameOf, nameAnew }: ReturnType<typeof namer>, most: number): Query => {
  const prepared = new Set<string>()
  const nameFor = (text: string): string | null => {
    const name = nameOf(text)
    if (name === null || prepared.has(name)) return name
    if (prepared.size >= most) return null
    prepared.add(name)
    return name
  }
  return async (text, values) => {
    const name = nameFor(text)
    if (name === null) return client.query(text, values)
    const alone = client.getTransactionStatus() === 'I'
    try {
      return await client.query({ name, text, values })
    } catch (problem) {
      if (!isOutdated(problem)) throw problem
      nameAnew()
      // Within a transaction everything is lost with it: whoever began it begins it again.
      if (!alone) throw problem
      return client.query(text, values)
    }
  }
}

/** The same pool, whose connections have the server prepare what they ask again and again (decision 11). */
export const preparing = (pool: pg.Pool, most = mostOfAConnection): PostgresPool => {
  const names = namer()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const wrapped = (client: pg.PoolClient): PostgresPoolClient =>
    ({
      query: preparingQuery(client, names, most),
      release: (destroy?: boolean) => client.release(destroy),
    }) as unknown as PostgresPoolClient
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const before = clients.get(client)
    if (before) return before
    const next = wrapped(client)
    clients.set(client, next)
    return next
  }
  return { options: pool.options, connect, end: () => pool.end() }
}
