import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isNationalTeam } from '../../people/index.ts'
import { lockTiles, setTile } from '../tile-store.ts'
import type { Tile } from '../tiles.ts'

type Placed = Awaited<ReturnType<typeof lockTiles>>[number]

const tileOf = ({ column, row }: Placed): Tile | null => (column === null || row === null ? null : { column, row })
const stands = (hub: Placed, { column, row }: Tile): boolean => hub.column === column && hub.row === row

const movable = (all: readonly Placed[], slug: string): Placed => {
  const hub = found(all.find((each) => each.slug === slug))
  if (hub.closedOn !== null) throw new Refused('This hub is closed: it has no tile on the map.')
  return hub
}

const change = async (tx: Transaction, hub: Placed, other: Placed | undefined, tile: Tile): Promise<void> => {
  await setTile(tx, hub.id, null)
  if (other) await setTile(tx, other.id, other.closedOn === null ? tileOf(hub) : null)
  await setTile(tx, hub.id, tile)
}

/** Gives a hub another tile of the map; the hub that has it takes the one that is left, or none where there is none. */
export const moveTile = (context: Context, { hub: slug, tile }: { hub: string; tile: Tile }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!isNationalTeam(context.actor)) throw new Forbidden('Only the national team lays out the map of the hubs')
    const all = await lockTiles(tx)
    const hub = movable(all, slug)
    if (stands(hub, tile)) return
    const other = all.find((each) => stands(each, tile))
    await change(tx, hub, other, tile)
    await record(tx, context, {
      name: 'hub.tile-moved',
      subject: { type: 'hub', id: hub.id },
      also: other ? [{ type: 'hub', id: other.id }] : [],
      particulars: { ...tile },
    })
  })
