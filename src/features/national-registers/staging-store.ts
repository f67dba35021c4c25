import { sql } from 'kysely'
import { type CsvFile, openCsv } from '../../platform/database/csv-file.ts'
import { type Unfit, wantedCells } from '../../platform/database/csv-rows.ts'
import type { CopyIn, Transaction } from '../../platform/database/index.ts'
import type { ImportInput } from './register-import.ts'

/** The rows of a file as they were written, in a table of this transaction: `staged`, with the line and an id for each. */
export type Staged = { readonly file: CsvFile; readonly columns: readonly string[]; readonly unfit: Unfit }

const named = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Only one register is read at a time; says whether it is our turn, now or when the other is done. */
export const takeTurn = async (tx: Transaction, waits: boolean): Promise<boolean> => {
  if (waits) {
    await sql`select pg_advisory_xact_lock(76, 12)`.execute(tx)
    return true
  }
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(76, 12) as ours`.execute(tx)
  return rows[0]?.ours === true
}

/** Streams the wanted columns of a file, as far as it has them, into `staged`. */
export const stage = async (
  tx: Transaction,
  copyIn: CopyIn,
  { path, progress }: ImportInput,
  wanted: readonly string[],
): Promise<Staged> => {
  const file = await openCsv(path)
  const columns = wanted.filter((name) => file.columns.includes(name))
  const unfit: Unfit = { rows: [], isCutOff: false }
  const list = columns.map(named).join(', ')
  // Sorting and joining fifty thousand rows needs room; planning each statement for a machine costs more than it gains.
  await sql
    .raw(`set local work_mem = '64MB'; set local gin_pending_list_limit = '64MB'; set local jit = off`)
    .execute(tx)
  await sql
    .raw(
      `create temp table staged (line integer, id uuid, ${columns.map((name) => `${named(name)} text`).join(', ')}) on commit drop`,
    )
    .execute(tx)
  const told = (bytes: number) => progress?.('Reading', bytes / file.size)
  const text = `copy staged (line, id${columns.length > 0 ? ', ' : ''}${list}) from stdin (format csv, encoding '${file.encoding}')`
  await copyIn(text, wantedCells(file, columns, { unfit, progress: told }))
  return { file, columns, unfit }
}

/** Text of a cell, as it was staged: without spaces around it, nothing when it is empty. */
export const cellOf = (column: string): string => `s.${named(column)}`

/** A text within a statement. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** One of several words, by a code. */
export const oneOf = (code: string, words: Readonly<Record<string, string>>): string =>
  `case ${code} ${Object.entries(words)
    .map(([from, to]) => `when ${quotedText(from)} then ${quotedText(to)}`)
    .join(' ')} end`

/** A code without its leading zeros, so that 02 and 2 are one. */
export const codeOf = (cell: string): string => `coalesce(nullif(ltrim(${cell}, '0'), ''), left(${cell}, 1))`

const monthsWith30 = `'04', '06', '09', '11'`
const partsAsDay = (day: string, month: string, year: string): string =>
  `case when ${day}::int <= case when ${month} in (${monthsWith30}) then 30 when ${month} <> '02' then 31
    when ${year}::int % 4 = 0 and (${year}::int % 100 <> 0 or ${year}::int % 400 = 0) then 29 else 28 end
    then make_date(${year}::int, ${month}::int, ${day}::int) end`

/** A day written 31-08-2021, 31/08/2021 or 2021-08-31; nothing when there is no such day. */
export const dayOf = (cell: string): string =>
  `case when ${cell} is null then null
    when ${cell} ~ '^(0[1-9]|[12][0-9]|3[01])[-/](0[1-9]|1[0-2])[-/][12][0-9]{3}$'
      then ${partsAsDay(`left(${cell}, 2)`, `substr(${cell}, 4, 2)`, `right(${cell}, 4)`)}
    when ${cell} ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
      then ${partsAsDay(`right(${cell}, 2)`, `substr(${cell}, 6, 2)`, `left(${cell}, 4)`)} end`

/** A whole number of at most nine digits. */
export const wholeOf = (cell: string): string => `case when ${cell} ~ '^[0-9]{1,9}$' then ${cell}::integer end`

/** A postcode as it is usually written, and anything else as it is. */
export const postcodeOf = (cell: string): string =>
  `case when ${cell} is null or ${cell} ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$' then ${cell}
    when upper(replace(${cell}, ' ', '')) ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'
      then regexp_replace(upper(replace(${cell}, ' ', '')), '(...)$', ' \\1') else ${cell} end`
