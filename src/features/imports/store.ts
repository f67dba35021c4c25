import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Options } from '../old-lists/index.ts'
import type { Counts, Import, ImportStatus } from './import.ts'
import type { RowPlanned } from './plan.ts'
import { importById } from './queries.ts'

// A key tells rows of one unit from others, and nobody's address.
const hiddenKey = (key: string | null): string | null => key && hashOf(key).toString('base64url').slice(0, 32)

export const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

export type NewImport = Pick<
  Import,
  'hubId' | 'kind' | 'offerId' | 'fileName' | 'readAs' | 'headerRow' | 'header' | 'headerShape' | 'requestedById'
> & {
  readonly now: Temporal.Instant
}

export const insertImport = async (tx: Transaction, made: NewImport): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('imports')
    .values({
      id,
      hub_id: made.hubId,
      kind: made.kind,
      offer_id: made.offerId,
      file_name: made.fileName,
      read_as: made.readAs,
      status: 'matching',
      header_row: made.headerRow,
      header: json([...made.header]),
      header_shape: made.headerShape,
      requested_by_person_id: made.requestedById,
      created_at: made.now,
    })
    .execute()
  return id
}

const rowsAtOnce = 1000

export const inParts = async <T>(all: readonly T[], write: (part: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < all.length; at += rowsAtOnce) await write(all.slice(at, at + rowsAtOnce))
}

/** Keeps the rows of a file by their numbers in it. */
export const insertRows = (
  tx: Transaction,
  importId: string,
  rows: readonly { number: number; cells: readonly string[] }[],
) =>
  inParts(rows, (part) =>
    sql`insert into import_rows (import_id, number, cells)
      select ${importId}::uuid, r.number, r.cells from jsonb_to_recordset(${json(plainJson(part))}) as r (number integer, cells jsonb)`.execute(
      tx,
    ),
  )

/** Locks an import and reads it as it is now. */
export const lockImport = async (tx: Transaction, id: string): Promise<Import | null> => {
  const row = await tx.selectFrom('imports').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? importById(tx, id) : null
}

export type ImportChange = {
  readonly status?: ImportStatus
  readonly headerRow?: number
  readonly header?: readonly string[]
  readonly headerShape?: string
  readonly matching?: readonly string[] | null
  readonly options?: Options
  readonly tells?: boolean
  readonly round?: number
  readonly rowsDone?: number
  readonly counts?: Counts
  readonly startedAt?: Temporal.Instant
  readonly startedById?: string | null
  readonly finishedAt?: Temporal.Instant
  readonly undoneAt?: Temporal.Instant
  readonly rowsDeletedAt?: Temporal.Instant
}

export const changeImport = (tx: Transaction, id: string, change: ImportChange) => {
  const set = {
    status: change.status,
    header_row: change.headerRow,
    header: change.header && json([...change.header]),
    header_shape: change.headerShape,
    matching: change.matching === undefined ? undefined : change.matching && json([...change.matching]),
    options: change.options && json({ ...change.options }),
    tells: change.tells,
    round: change.round,
    rows_done: change.rowsDone,
    counts: change.counts && json({ ...change.counts }),
    started_at: change.startedAt,
    started_by_person_id: change.startedById,
    finished_at: change.finishedAt,
    undone_at: change.undoneAt,
    rows_deleted_at: change.rowsDeletedAt,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  return tx.updateTable('imports').set(given).where('id', '=', id).execute()
}

/** So many rows more are done: what the page shows while it goes on. */
export const advance = (tx: Transaction, id: string, rows: number) =>
  tx
    .updateTable('imports')
    .set((set) => ({ rows_done: set('rows_done', '+', rows) }))
    .where('id', '=', id)
    .execute()

/** Writes beside every row what it will do. */
export const writePlan = (
  tx: Transaction,
  importId: string,
  rows: readonly (RowPlanned & { readonly school: string })[],
) =>
  inParts(rows, (part) =>
    sql`update import_rows t set outcome = p.outcome, who = p.who, school = p.school, school_key = p."schoolKey", unit_key = p."unitKey",
        entry = p.entry, reason = p.reason, warnings = p.warnings
      from jsonb_to_recordset(${json(plainJson(part.map((row) => ({ ...row, unitKey: hiddenKey(row.unitKey) }))))}) as p (number integer, outcome text, who text, school text, "schoolKey" text, "unitKey" text, entry jsonb, reason text, warnings jsonb)
      where t.import_id = ${importId} and t.number = p.number`.execute(tx),
  )

/** Remembers a matching under its name, in place of what had this name at the hub before. */
export const keepMatching = (
  tx: Transaction,
  matching: Pick<Import, 'hubId' | 'kind' | 'header' | 'headerShape' | 'options'> & {
    readonly name: string
    readonly matching: readonly string[]
    readonly by: string | null
    readonly now: Temporal.Instant
  },
) => {
  const values = {
    kind: matching.kind,
    header: json([...matching.header]),
    header_shape: matching.headerShape,
    matching: json([...matching.matching]),
    options: json({ ...matching.options }),
    made_by_person_id: matching.by,
    used_at: matching.now,
  }
  return tx
    .insertInto('import_matchings')
    .values({ id: newId(), hub_id: matching.hubId, name: matching.name, ...values })
    .onConflict((conflict) => conflict.columns(['hub_id', 'name']).doUpdateSet(values))
    .execute()
}

export const deleteMatching = (tx: Transaction, hubId: string, id: string) =>
  tx
    .deleteFrom('import_matchings')
    .where('hub_id', '=', hubId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
