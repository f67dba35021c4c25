import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Counts, Outcome } from './import.ts'
import { kept } from './kept-queries.ts'

// Headings, and what stands above them, are kept as they came and are no rows to be imported.
const rowsBelowHeadings = (db: Reader, importId: string) =>
  db
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .where('r.import_id', '=', importId)
    .whereRef('r.number', '>', sql<number>`i.header_row + 1`)

/** How many rows there are of each outcome, now. */
export const countsOf = async (db: Reader, importId: string): Promise<Counts> => {
  const rows = await rowsBelowHeadings(db, importId)
    .select(['r.outcome', sql<number>`count(*)`.as('count')])
    .groupBy('r.outcome')
    .execute()
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
}

export type RawRow = { readonly number: number; readonly cells: readonly string[] }

/** The rows as they came, by their numbers in the file. */
export const rawRowsOf = async (db: Reader, importId: string, most?: number): Promise<readonly RawRow[]> => {
  const rows = await db
    .selectFrom('import_rows')
    .select(['number', 'cells'])
    .where('import_id', '=', importId)
    .orderBy('number')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute()
  return rows.map(({ number, cells }) => ({ number, cells: kept.cells(cells) }))
}

export type RowShown = {
  readonly number: number
  readonly who: string
  readonly school: string
  /** The name of the organisation that is meant, once that is known. */
  readonly meant: string | null
  readonly outcome: Outcome
  readonly reason: string | null
  readonly warnings: readonly string[]
  readonly interestId: string | null
  readonly undo: string | null
  readonly undoReason: string | null
}

/** Rows with what they will do, or did, a page of them; of chosen outcomes, or of all. */
export const rowsShown = async (
  db: Reader,
  importId: string,
  chosen: { outcomes: readonly Outcome[] | null; offset: number; limit: number },
): Promise<{ rows: readonly RowShown[]; total: number }> => {
  const query = rowsBelowHeadings(db, importId)
    .where('r.outcome', '<>', 'unread')
    .$if(chosen.outcomes !== null, (rows) => rows.where('r.outcome', 'in', chosen.outcomes ?? []))
  const [rows, total] = await Promise.all([
    query
      .leftJoin('import_schools as s', (join) =>
        join.onRef('s.import_id', '=', 'r.import_id').onRef('s.key', '=', 'r.school_key'),
      )
      .leftJoin('organisations as o', 'o.id', 's.organisation_id')
      .select('o.name as meant')
      .select([
        'r.number',
        'r.who',
        'r.school',
        'r.outcome',
        'r.reason',
        'r.warnings',
        'r.interest_id',
        'r.undo',
        'r.undo_reason',
      ])
      .orderBy('r.number')
      .offset(chosen.offset)
      .limit(chosen.limit)
      .execute(),
    query.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow(),
  ])
  return {
    total: total.count,
    rows: rows.map((row) => ({
      number: row.number,
      who: row.who,
      school: row.school,
      meant: row.meant,
      outcome: row.outcome as Outcome,
      reason: row.reason,
      warnings: kept.warnings(row.warnings),
      interestId: row.interest_id,
      undo: row.undo,
      undoReason: row.undo_reason,
    })),
  }
}

/** Every row that was not taken, as it came, with the reason. */
export const refusedRows = async (db: Reader, importId: string) => {
  const rows = await db
    .selectFrom('import_rows')
    .select(['number', 'cells', 'who', 'reason', 'outcome'])
    .where('import_id', '=', importId)
    .where('outcome', 'in', ['refused', 'waiting'])
    .orderBy('number')
    .execute()
  return rows.map(({ cells, ...row }) => ({ ...row, cells: kept.cells(cells) }))
}

/** What is to be done of an import, unit by unit, those who asked first before the others. */
export const unitsToDo = async (db: Reader, importId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('import_rows')
    .select('unit_key')
    .where('import_id', '=', importId)
    .where('outcome', 'in', ['new', 'changed'])
    .where('unit_key', 'is not', null)
    .groupBy('unit_key')
    .orderBy(sql`min(coalesce(entry->>'askedOn', '9999'))`)
    .orderBy(sql`min(number)`)
    .execute()
  return rows.flatMap(({ unit_key }) => unit_key ?? [])
}
