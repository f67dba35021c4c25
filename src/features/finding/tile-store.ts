import type { Transaction } from '../../platform/database/index.ts'
import type { Tile } from './tiles.ts'

/** Every hub with its tile, locked: of two who move tiles at once, the second sees what the first has done. */
export const lockTiles = (tx: Transaction) =>
  tx
    .selectFrom('hubs')
    .select(['id', 'slug', 'closed_on as closedOn', 'tile_column as column', 'tile_row as row'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

export const setTile = (tx: Transaction, id: string, tile: Tile | null) =>
  tx
    .updateTable('hubs')
    .set({ tile_column: tile?.column ?? null, tile_row: tile?.row ?? null })
    .where('id', '=', id)
    .execute()
