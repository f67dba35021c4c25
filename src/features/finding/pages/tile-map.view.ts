import { type Html, html } from '../../../ui/html.ts'
import type { HubListed } from '../hub-found.ts'
import type { Tile } from '../tiles.ts'

/** A hub on its tile, with the number by which the list beside names it. */
export type Numbered = HubListed & { readonly number: number; readonly tile: Tile }

const size = 100
const gap = 8
const longestLine = 11

/** A name in lines that fit on a tile: words joined while they fit. */
export const linesOf = (name: string): readonly string[] => {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && joined.length <= longestLine) lines.splice(-1, 1, joined)
    else lines.push(word)
  }
  return lines
}

const tileOf = ({ hub, areas, number, tile }: Numbered): Html => {
  const [x, y] = [(tile.column - 1) * (size + gap), (tile.row - 1) * (size + gap)]
  const lines = linesOf(hub.name)
  const top = y + size / 2 + 12 - (lines.length - 1) * 8
  return html`<a href="/hubs/${hub.slug}" class="app-map__hub"${areas.length === 0 && html` data-area="unknown"`}><rect x="${x}" y="${y}" width="${size}" height="${size}" rx="8"></rect><text class="app-map__small" aria-hidden="true" x="${x + 8}" y="${y + 19}">${number}</text><text class="app-map__name" x="${x + size / 2}" y="${top}">${lines.map(
    (line, at) => html`<tspan x="${x + size / 2}" dy="${at === 0 ? 0 : 16}">${line} </tspan>`,
  )}</text><text class="app-map__number" aria-hidden="true" x="${x + size / 2}" y="${y + size / 2 + 16}">${number}</text></a>`
}

/** The hubs as tiles, each a link; where it is narrow each shows its number, and the list beside says whose it is. */
export const tileMap = (hubs: readonly Numbered[]): Html => {
  const wide = Math.max(1, ...hubs.map(({ tile }) => tile.column)) * (size + gap) - gap
  const tall = Math.max(1, ...hubs.map(({ tile }) => tile.row)) * (size + gap) - gap
  return html`<svg class="app-map" xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${wide + 8} ${tall + 8}" role="group" aria-labelledby="map-title" aria-describedby="map-description"><title id="map-title">The hubs as tiles</title><desc id="map-description">A diagram, not a map: ${hubs.length} hubs, one tile each, the north at the top. Neighbours stand beside each other as far as that can be. A broken line round a tile says that the area of its hub is not known authority by authority.</desc>${hubs.map(tileOf)}</svg>`
}
