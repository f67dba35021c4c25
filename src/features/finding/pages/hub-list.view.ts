import { type Html, html } from '../../../ui/html.ts'
import type { AuthorityListed, HubListed } from '../hub-found.ts'
import { laidOut, type Tile } from '../tiles.ts'
import { type Numbered, tileMap } from './tile-map.view.ts'

export type Everything = {
  readonly hubs: readonly HubListed[]
  readonly tiles: ReadonlyMap<string, Tile>
  readonly authorities: readonly AuthorityListed[]
}

const byTile = (one: Tile, other: Tile): number => one.row - other.row || one.column - other.column

/** The hubs on their tiles, numbered as one reads the map. */
export const numbered = ({ hubs, tiles }: Pick<Everything, 'hubs' | 'tiles'>): readonly Numbered[] => {
  const placed = laidOut(hubs.map(({ hub }) => ({ ...hub, tile: tiles.get(hub.id) ?? null })))
  return hubs
    .flatMap((one) => {
      const tile = placed.get(one.hub.slug)
      return tile ? [{ ...one, tile }] : []
    })
    .toSorted((one, other) => byTile(one.tile, other.tile))
    .map((one, at) => ({ ...one, number: at + 1 }))
}

const listByRegion = (hubs: readonly Numbered[]): Html => {
  const byRegion = Map.groupBy(hubs, ({ hub }) => hub.region ?? 'Elsewhere')
  const regions = [...byRegion].toSorted(([one], [other]) => one.localeCompare(other, 'en-GB'))
  return html`<div class="app-map-list">${regions.map(
    ([region, those]) =>
      html`<section><h3 class="govuk-heading-s">${region}</h3><ul class="govuk-list">${those
        .toSorted((one, other) => one.hub.name.localeCompare(other.hub.name, 'en-GB'))
        .map(
          ({ hub, number }) =>
            html`<li><span class="app-map-list__number">${number}</span> <a class="govuk-link" href="/hubs/${hub.slug}">${hub.name}</a></li>`,
        )}</ul></section>`,
  )}</div>`
}

const authorityItem = ({ authority, hubs }: AuthorityListed): Html =>
  html`<li>${authority.name}: ${
    hubs.length > 0
      ? hubs.map((hub, at) => html`${at > 0 && ', '}<a class="govuk-link" href="/hubs/${hub.slug}">${hub.name}</a>`)
      : html`no hub known, <a class="govuk-link" href="/hubs?q=${encodeURIComponent(authority.name)}">its neighbours<span class="govuk-visually-hidden"> of ${authority.name}</span></a>`
  }</li>`

const authorityList = (all: readonly AuthorityListed[]): Html => {
  const without = all.filter(({ hubs }) => hubs.length === 0).length
  return html`<h2 class="govuk-heading-l" id="authorities">Local authorities</h2>
<p class="govuk-body">${all.length} local authorities with the hubs that are known to serve them, or a part of them. Of ${without === 1 ? 'one' : without} nobody knows which hub serves ${without === 1 ? 'it' : 'them'}: any hub can be asked, and the nearest are named.</p>
<ul class="govuk-list app-authorities">${all.map(authorityItem)}</ul>`
}

/** Every hub: as tiles, by region, and by the authorities they serve. */
export const everyHubView = (everything: Everything): Html => {
  const hubs = numbered(everything)
  return html`<h2 class="govuk-heading-l">All ${hubs.length} hubs</h2>
<div class="app-map-beside"><figure class="app-map-figure">${tileMap(hubs)}<figcaption class="govuk-body-s">A diagram, not a map: one tile a hub, the north at the top. A broken line says that nobody knows its area authority by authority.</figcaption></figure>${listByRegion(hubs)}</div>
${authorityList(everything.authorities)}`
}
