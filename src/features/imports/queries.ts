import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { ListKind } from '../old-lists/index.ts'
import type { Counts, Import, ImportStatus } from './import.ts'
import { kept } from './kept-queries.ts'

const imports = (db: Reader) => db.selectFrom('imports as i').selectAll('i')

type Row = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

const importOf = (row: Row): Import => ({
  id: row.id,
  hubId: row.hub_id,
  kind: row.kind as ListKind,
  offerId: row.offer_id,
  fileName: row.file_name,
  readAs: row.read_as,
  status: row.status as ImportStatus,
  headerRow: row.header_row,
  header: kept.header(row.header),
  headerShape: row.header_shape,
  matching: row.matching === null ? null : kept.matching(row.matching),
  options: kept.options(row.options),
  tells: row.tells,
  round: row.round,
  rowsDone: row.rows_done,
  counts: kept.counts(row.counts),
  requestedById: row.requested_by_person_id,
  startedById: row.started_by_person_id,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  undoneAt: row.undone_at,
  rowsDeletedAt: row.rows_deleted_at,
})

/** One import, whoever it belongs to. */
export const importById = async (db: Reader, id: string): Promise<Import | null> => {
  const row = await imports(db).where('i.id', '=', id).executeTakeFirst()
  return row ? importOf(row) : null
}

/** One import of a hub; of another hub there is none. */
export const importAtHub = async (db: Reader, id: string, hubId: string): Promise<Import | null> => {
  const found = await importById(db, id)
  return found?.hubId === hubId ? found : null
}

export type ImportListed = {
  readonly id: string
  readonly kind: ListKind
  readonly status: ImportStatus
  readonly fileName: string
  readonly offer: string | null
  readonly createdAt: Temporal.Instant
  readonly by: string | null
  readonly counts: Counts
}

/** The imports of a hub, the latest first. */
export const importsOfHub = async (db: Reader, hubId: string, most = 100): Promise<readonly ImportListed[]> => {
  const rows = await imports(db)
    .leftJoin('offers as o', 'o.id', 'i.offer_id')
    .leftJoin('projects as p', 'p.id', 'o.project_id')
    .leftJoin('people as b', 'b.id', 'i.requested_by_person_id')
    .select(['p.title as offer', 'b.name as by'])
    .where('i.hub_id', '=', hubId)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id')
    .limit(most)
    .execute()
  return rows.map((row) => {
    const { id, kind, status, fileName, createdAt, counts } = importOf(row)
    return { id, kind, status, fileName, createdAt, counts, offer: row.offer, by: row.by }
  })
}

/** Imports whose rows have had their time. */
export const importsWithOldRows = async (db: Reader, before: Temporal.Instant): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('imports')
    .select('id')
    .where('rows_deleted_at', 'is', null)
    .where('status', 'not in', ['running', 'undoing'])
    .where(sql`coalesce(undone_at, finished_at, created_at)`, '<', before)
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}
