import { sql } from 'kysely'
import type { Json } from '../../vocabulary/json.ts'
import { json, type Reader, type Transaction } from './index.ts'

// A column that the database computes cannot be written; every other is copied, those that are added later too.
const columnsOf = async (db: Reader, table: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

export type RowCopy = { readonly from: string; readonly changes: Readonly<Record<string, Json>> }

/** Copies rows of a table, each known by its id, with what differs in the copy: the new id above all. */
export const copyRows = async (tx: Transaction, table: string, copies: readonly RowCopy[]): Promise<void> => {
  if (copies.length === 0) return
  const columns = await columnsOf(tx, table)
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => sql.ref(`r.${column}`)))
  await sql`insert into ${sql.table(table)} (${list}) select ${values}
    from jsonb_to_recordset(${json(copies.map(({ from, changes }) => ({ from_id: from, changes })))}) as c (from_id uuid, changes jsonb)
      join ${sql.table(table)} it on it.id = c.from_id cross join lateral jsonb_populate_record(it, c.changes) r`.execute(
    tx,
  )
}
