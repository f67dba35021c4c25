import { sql } from 'kysely'
import type { Reader, Transaction } from './index.ts'

/** The other columns of a unique key; a condition where it holds only for some rows; whether two that are empty are the same. */
type Key = { readonly beside: readonly string[]; readonly where: string | null; readonly emptyIsSame: boolean }

/**
 * A column that refers to a table's records, as the database's own catalogue knows it. Whoever merges records asks here, so
 * that a table added later is not forgotten: what has no declared fate is found by `undecided`, in a test and before a merge.
 */
export type Reference = {
  readonly table: string
  readonly column: string
  /** The unique keys it is part of. */
  readonly keys: readonly Key[]
}

export const nameOf = ({ table, column }: Pick<Reference, 'table' | 'column'>): string => `${table}.${column}`

/** Every column that refers to a table, by name. */
export const referencesTo = async (db: Reader, target: string): Promise<readonly Reference[]> => {
  const { rows } = await sql<Reference>`
    select r.relname as "table", a.attname as "column", coalesce((
      select json_agg(json_build_object('beside', (
          select coalesce(json_agg(b.attname order by b.attnum), '[]') from pg_attribute b
          where b.attrelid = i.indrelid and b.attnum = any (i.indkey) and b.attnum <> a.attnum),
        'where', pg_get_expr(i.indpred, i.indrelid), 'emptyIsSame', i.indnullsnotdistinct) order by i.indexrelid)
      from pg_index i where i.indrelid = r.oid and i.indisunique and a.attnum = any (i.indkey)), '[]') as keys
    from pg_constraint c
    join pg_class r on r.oid = c.conrelid
    join pg_namespace n on n.oid = r.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.conparentid = 0 and c.confrelid = (quote_ident(current_schema()) || '.' || quote_ident(${target}))::regclass
    order by 1, 2`.execute(db)
  return rows
}

/** What is not decided about, and what is decided about something that is not there (any more). */
export const undecided = (
  references: readonly Reference[],
  decisions: Readonly<Record<string, unknown>>,
): { readonly missing: readonly string[]; readonly surplus: readonly string[] } => {
  const names = references.map(nameOf)
  return {
    missing: names.filter((name) => !(name in decisions)),
    surplus: Object.keys(decisions).filter((name) => !names.includes(name)),
  }
}

/** Which rows are meant, in SQL that calls the table `it`; a constant of our own, never what somebody typed. */
export type Which = { readonly where: string; readonly values?: Readonly<Record<string, unknown>> }

const everyRow: Which = { where: 'true' }

// `:name` stands for a value; `::type` is a cast and stays.
const condition = ({ where, values = {} }: Which) => {
  const pieces = where.split(/(?<!:):([a-z_]+)/)
  return sql.join(
    pieces.map((piece, at) => (at % 2 === 0 ? sql.raw(piece) : sql`${values[piece]}`)),
    sql.raw(''),
  )
}

/** The condition as a piece of SQL. */
export const whichMean = (which: Which = everyRow) => sql`(${condition(which)})`

/** Whether a row `it` has its counterpart under another record already, so that a unique key keeps it from meaning that one. */
export const whichAreCounterparts = ({ table, column, keys }: Reference, to: string) => {
  const counterparts = keys.map(({ beside, where, emptyIsSame }) => {
    const is = sql.raw(emptyIsSame ? 'is not distinct from' : '=')
    const same = beside.map((each) => sql`other.${sql.ref(each)} ${is} it.${sql.ref(each)}`)
    const counts = (row: 'it' | 'other') =>
      where === null ? sql`true` : sql`(select ${sql.raw(where)} from (select ${sql.table(row)}.*) ${sql.table(table)})`
    const there = [sql`other.${sql.ref(column)} = ${to}`, ...same, counts('it'), counts('other')]
    return sql`exists (select from ${sql.table(table)} other where ${sql.join(there, sql` and `)})`
  })
  return counterparts.length === 0 ? sql`false` : sql`(${sql.join(counterparts, sql` or `)})`
}

/** How many rows of a reference mean a record. */
export const countReferences = async (
  db: Reader,
  { table, column }: Reference,
  id: string,
  which: Which = everyRow,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} it
    where it.${sql.ref(column)} = ${id} and (${condition(which)})`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Lets rows that mean one record mean another, and says how many did. Where a unique key allows only one, a row whose
 * counterpart is there already is left as it was: its number is what `countReferences` still finds afterwards.
 */
export const moveReferences = async (
  tx: Transaction,
  reference: Reference,
  { from, to, which = everyRow }: { from: string; to: string; which?: Which },
): Promise<number> => {
  const { table, column } = reference
  const { numAffectedRows } = await sql`update ${sql.table(table)} it set ${sql.ref(column)} = ${to}
    where it.${sql.ref(column)} = ${from} and (${condition(which)}) and not ${whichAreCounterparts(reference, to)}`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}
