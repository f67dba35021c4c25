import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isNationalTeam } from '../../people/index.ts'
import { lockTiles, setTile } from '../tile-store.ts'
import type { Tile } from '../tiles.ts'

/** Gives a hub another tile of the map; the hub that has it takes the one that is left, or none where there is none. */
export const moveTile = (context: Context, { hub: slug, tile }: { hub: string; tile: Tile }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!isNationalTeam(context.actor)) throw new Forbidden('Only the national team lays out the map of the hubs')
    const all = await lockTiles(tx)
    const hub = found(all.find((each) => each.slug === slug))
    if (hub.closedOn !== null) throw new Refused('This hub is closed: it has no tile on the map.')
    if (hub.column === tile.column && hub.row === tile.row) return
    const other = all.find((each) => each.column === tile.column && each.row === tile.row)
    const left = hub.column === null || hub.row === null ? null : { column: hub.column, row: hub.row }
    await setTile(tx, hub.id, null)
    if (other) await setTile(tx, other.id, other.closedOn === null ? left : null)
    await setTile(tx, hub.id, tile)
    await record(tx, context, {
      name: 'hub.tile-moved',
      subject: { type: 'hub', id: hub.id },
      also: other ? [{ type: 'hub', id: other.id }] : [],
      particulars: { ...tile },
    })
  })
