import type { Reader } from '../../platform/database/index.ts'
import type { ListKind, Options } from '../old-lists/index.ts'
import { kept } from './kept-queries.ts'

export type Matching = {
  readonly id: string
  readonly kind: ListKind
  readonly name: string
  readonly header: readonly string[]
  readonly headerShape: string
  readonly matching: readonly string[]
  readonly options: Options
  readonly usedAt: Temporal.Instant
}

const matchings = (db: Reader, hubId: string) =>
  db.selectFrom('import_matchings').selectAll().where('hub_id', '=', hubId)
type Row = Awaited<ReturnType<ReturnType<typeof matchings>['execute']>>[number]

const matchingOf = (row: Row): Matching => ({
  id: row.id,
  kind: row.kind as ListKind,
  name: row.name,
  header: kept.header(row.header),
  headerShape: row.header_shape,
  matching: kept.matching(row.matching),
  options: kept.options(row.options),
  usedAt: row.used_at,
})

/** What a hub has remembered of columns, by name. */
export const matchingsOf = async (db: Reader, hubId: string): Promise<readonly Matching[]> =>
  (await matchings(db, hubId).orderBy('name').execute()).map(matchingOf)

export const matchingNamed = async (db: Reader, hubId: string, name: string): Promise<Matching | null> => {
  const row = await matchings(db, hubId).where('name', '=', name).executeTakeFirst()
  return row ? matchingOf(row) : null
}

/** What the hub said last of a file of this shape. */
export const matchingOfShape = async (
  db: Reader,
  hubId: string,
  { kind, shape }: { kind: ListKind; shape: string },
): Promise<Matching | null> => {
  const row = await matchings(db, hubId)
    .where('kind', '=', kind)
    .where('header_shape', '=', shape)
    .orderBy('used_at', 'desc')
    .executeTakeFirst()
  return row ? matchingOf(row) : null
}
