import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { copyIn } from './copy.ts'
import type { Database } from './tables.generated.ts'

/** Streams rows into a table within the transaction; gives their number. */
export type CopyIn = (text: string, source: AsyncIterable<Buffer>) => Promise<number>

/** Works on one connection alone, which can stream rows in beside everything else. */
export const onOneConnection = async <T>(
  pool: pg.Pool,
  work: (kysely: Kysely<Database>, copyIn: CopyIn) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  const alone = { query: client.query.bind(client), release: () => {} }
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: { connect: async () => alone, end: async () => {}, options: {} } as unknown as pg.Pool,
    }),
  })
  try {
    const done = await work(kysely, (text, source) => copyIn(client, text, source))
    client.release()
    return done
  } catch (problem) {
    // What half-read rows have left behind goes with the connection.
    client.release(true)
    throw problem
  }
}
