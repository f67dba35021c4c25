/** A place on the tile map: columns from the west, rows from the north, both from 1. */
export type Tile = { readonly column: number; readonly row: number }

/** The database has so many columns and rows for tiles. */
export const farthestTile = 20
type OnMap = { readonly slug: string; readonly region: string | null; readonly tile: Tile | null }

const sign = ({ column, row }: Tile): string => `${column} ${row}`
const regionsOf = ({ region }: Pick<OnMap, 'region'>): readonly string[] => region?.split(' / ') ?? []

const middleOf = (tiles: readonly Tile[]): Tile | null =>
  tiles.length === 0
    ? null
    : {
        column: tiles.reduce((sum, { column }) => sum + column, 0) / tiles.length,
        row: tiles.reduce((sum, { row }) => sum + row, 0) / tiles.length,
      }

/** The free tile nearest to a point; a map that is full grows by a row. */
const nearestFree = (to: Tile, taken: ReadonlySet<string>, size: { columns: number; rows: number }): Tile => {
  const free = Array.from({ length: size.columns * (size.rows + 1) }, (_, at) => ({
    column: (at % size.columns) + 1,
    row: Math.floor(at / size.columns) + 1,
  })).filter((tile) => !taken.has(sign(tile)))
  const away = ({ column, row }: Tile) => Math.hypot(column - to.column, row - to.row)
  const [first, ...others] = free
  return others.reduce(
    (best, tile) => (away(tile) < away(best) ? tile : best),
    first ?? { column: 1, row: size.rows + 1 },
  )
}

/** Every hub on a tile of its own: its own one where it has it, else the free one nearest to the hubs of its region. */
export const laidOut = (hubs: readonly OnMap[]): ReadonlyMap<string, Tile> => {
  const placed = new Map(hubs.flatMap(({ slug, tile }) => (tile ? [[slug, tile] as const] : [])))
  const taken = new Set([...placed.values()].map(sign))
  const others = hubs.filter(({ tile }) => tile === null).toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  for (const hub of others) {
    const all = [...placed.values()]
    const size = {
      columns: Math.max(7, ...all.map(({ column }) => column)),
      rows: Math.max(1, ...all.map(({ row }) => row)),
    }
    const kin = hubs.flatMap((each) => {
      const tile = regionsOf(each).some((region) => regionsOf(hub).includes(region)) ? placed.get(each.slug) : undefined
      return tile ? [tile] : []
    })
    const tile = nearestFree(middleOf(kin) ?? { column: 1, row: size.rows + 1 }, taken, size)
    placed.set(hub.slug, tile)
    taken.add(sign(tile))
  }
  return placed
}
