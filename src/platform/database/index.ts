import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Json } from '../../vocabulary/json.ts'
import { preparing } from './prepared.ts'
import type { Database } from './tables.generated.ts'

export type { CopyIn } from './loading.ts'
export { isOutdated } from './prepared.ts'
export type { Database } from './tables.generated.ts'

/** Where pages and rules read: it has no way to write. */
export type Reader = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'
>

/** Where actions write, through stores. A plain connection is not one. */
export type Transaction = KyselyTransaction<Database>

export type Connections = {
  readonly url: string
  readonly kysely: Kysely<Database>
  readonly pool: pg.Pool
  readonly end: () => Promise<void>
}

const { builtins } = pg.types
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))],
  [builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [builtins.TIME, (text) => Temporal.PlainTime.from(text)],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
])

// pg asks a parameter for `toPostgres` before it falls back to JSON, which would put quotes round a date.
for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
  Object.defineProperty(kind.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString()
    },
    configurable: true,
  })
}

/** What the server calls our connections. */
export const applicationName = 'tessellate'

/** Opens a pool on a database as the application's role, which may append to the history but not change it. */
export const connect = (
  url: string,
  options: { max?: number; mostWait?: number; asOwner?: boolean; onError?: (problem: Error) => void } = {},
): Connections => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    // Milliseconds: whoever asks for a page is told within two seconds that the database is away.
    connectionTimeoutMillis: options.mostWait ?? 2000,
    application_name: applicationName,
    options: options.asOwner ? '-c timezone=UTC' : '-c role=tessellate_app -c timezone=UTC',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A lost server reaches idle clients as an event; without a listener it would end the process.
  pool.on('error', (problem) => options.onError?.(problem))
  pool.on('connect', (client) => client.on('error', (problem) => options.onError?.(problem)))
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { url, kysely, pool, end: () => kysely.destroy() }
}

/** A value for a jsonb column. */
export const json = <T extends Json>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`

/** The name of the constraint that refused a write, if that is what happened. */
export const refusedBy = (problem: unknown): string | null =>
  problem instanceof pg.DatabaseError ? (problem.constraint ?? null) : null
