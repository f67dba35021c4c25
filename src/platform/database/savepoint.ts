import { sql } from 'kysely'
import type { Transaction } from './index.ts'

/** Does work that may fail without ending the transaction it is part of: what it wrote is taken back, the rest stands. */
export const attempt = async <T>(tx: Transaction, work: () => Promise<T>): Promise<T> => {
  await sql`savepoint attempt`.execute(tx)
  try {
    const done = await work()
    await sql`release savepoint attempt`.execute(tx)
    return done
  } catch (problem) {
    await sql`rollback to savepoint attempt`.execute(tx)
    // Gone back to, it is still there: an attempt around this one would go back to it, and no further.
    await sql`release savepoint attempt`.execute(tx)
    throw problem
  }
}
