import { sql } from 'kysely'
import type { Json } from '../../vocabulary/json.ts'
import { json, type Reader, type Transaction } from './index.ts'
import { type Reference, type Which, whichAreCounterparts, whichMean } from './references.ts'

type Values = { readonly [column: string]: Json }

/** One row changed, removed or added, with all that is needed to take it back. */
export type RowChange = {
  readonly did: 'changed' | 'removed' | 'added'
  readonly table: string
  /** The row's primary key, as it is afterwards. */
  readonly key: Values
  readonly before: Values | null
  readonly after: Values | null
}

/** The columns of a table's primary key. */
const primaryKey = async (db: Reader, table: string): Promise<readonly string[]> =>
  (
    await sql<{ column: string }>`select a.attname as "column" from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indisprimary and i.indrelid = (quote_ident(current_schema()) || '.' || quote_ident(${table}))::regclass
      order by array_position(i.indkey::int[], a.attnum::int)`.execute(db)
  ).rows.map(({ column }) => column)

const typed = (table: string, values: Values, column: string) =>
  sql`(jsonb_populate_record(null::${sql.table(table)}, ${json(values)})).${sql.ref(column)}`

const isRow = (table: string, key: Values) =>
  sql.join(
    Object.keys(key).map((column) => sql`it.${sql.ref(column)} = ${typed(table, key, column)}`),
    sql` and `,
  )

/** A row as it stands, locked until the transaction ends; null when it is not there. */
const lockRow = async (tx: Transaction, table: string, key: Values): Promise<Values | null> =>
  (
    await sql<{
      row: Values
    }>`select to_jsonb(it) as row from ${sql.table(table)} it where ${isRow(table, key)} for update`.execute(tx)
  ).rows[0]?.row ?? null

const only = (row: Values, columns: readonly string[]): Values =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))

const write = async (tx: Transaction, table: string, key: Values, values: Values): Promise<void> => {
  const sets = Object.keys(values).map((column) => sql`${sql.ref(column)} = ${typed(table, values, column)}`)
  await sql`update ${sql.table(table)} it set ${sql.join(sets)} where ${isRow(table, key)}`.execute(tx)
}

/** Gives a row other values; nothing is changed, and null told, when it is not there or has them already. */
export const changeRow = async (
  tx: Transaction,
  table: string,
  key: Values,
  values: Values,
): Promise<RowChange | null> => {
  const row = await lockRow(tx, table, key)
  const columns = Object.keys(values)
  const before = row && only(row, columns)
  if (!before || isSame(before, values)) return null
  await write(tx, table, key, values)
  const moved = Object.fromEntries(Object.keys(key).map((column) => [column, values[column] ?? key[column] ?? null]))
  const after = (await lockRow(tx, table, moved)) ?? values
  return { did: 'changed', table, key: moved, before, after: only(after, columns) }
}

export const removeRow = async (tx: Transaction, table: string, key: Values): Promise<RowChange | null> => {
  const before = await lockRow(tx, table, key)
  if (!before) return null
  await sql`delete from ${sql.table(table)} it where ${isRow(table, key)}`.execute(tx)
  return { did: 'removed', table, key, before, after: null }
}

export const addRow = async (tx: Transaction, table: string, values: Values): Promise<RowChange> => {
  const columns = Object.keys(values)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(columns.map((column) => typed(table, values, column)))})`.execute(tx)
  const key = only(values, await primaryKey(tx, table))
  return { did: 'added', table, key, before: null, after: values }
}

// The order of keys within an object is the database's own, and so the same for the same value.
const isSame = (one: Json, other: Json): boolean =>
  typeof one === 'object' && one !== null && typeof other === 'object' && other !== null && !Array.isArray(one)
    ? Object.keys(one).every(
        (each) => JSON.stringify((one as Values)[each]) === JSON.stringify((other as Values)[each]),
      )
    : JSON.stringify(one) === JSON.stringify(other)

/** Why a change cannot be taken back: what it concerns is not there any more, has changed since, or its room is taken. */
export type Hindrance = 'gone' | 'changed' | 'taken'

/** What stands against taking a change back, as far as the row itself shows it. */
export const hindranceOf = async (db: Reader, { did, table, key, after }: RowChange): Promise<Hindrance | null> => {
  const { rows } = await sql<{
    row: Values
  }>`select to_jsonb(it) as row from ${sql.table(table)} it where ${isRow(table, key)}`.execute(db)
  const row = rows[0]?.row
  if (did === 'removed') return row ? 'taken' : null
  if (!row) return did === 'added' ? null : 'gone'
  return after && !isSame(after, row) ? 'changed' : null
}

/** Takes a change back exactly; a row that is gone, has changed since, or whose room is taken stays as it is, and why is told. */
export const takeBack = async (tx: Transaction, change: RowChange): Promise<Hindrance | null> => {
  const { did, table, key, before } = change
  const hindrance = await hindranceOf(tx, change)
  if (hindrance) return hindrance
  if (did === 'changed') await write(tx, table, key, before ?? {})
  if (did === 'added') await removeRow(tx, table, key)
  if (did !== 'removed') return null
  const { numAffectedRows } = await sql`insert into ${sql.table(table)}
    select (jsonb_populate_record(null::${sql.table(table)}, ${json(before)})).* on conflict do nothing`.execute(tx)
  return numAffectedRows === 0n ? 'taken' : null
}

export type ReferringRow = { readonly key: Values; readonly hasCounterpart: boolean }

/** The rows that mean a record, and which of them a unique key would keep from meaning another. */
export const referringRows = async (
  db: Reader,
  reference: Reference,
  { from, to, which }: { from: string; to: string; which?: Which },
): Promise<readonly ReferringRow[]> => {
  const { table, column } = reference
  const key = await primaryKey(db, table)
  const keyed = sql.join(key.flatMap((each) => [sql.lit(each), sql`it.${sql.ref(each)}`]))
  const { rows } = await sql<ReferringRow>`
    select jsonb_build_object(${keyed}) as key, ${whichAreCounterparts(reference, to)} as "hasCounterpart"
    from ${sql.table(table)} it where it.${sql.ref(column)} = ${from} and ${whichMean(which)} order by 1`.execute(db)
  return rows
}
