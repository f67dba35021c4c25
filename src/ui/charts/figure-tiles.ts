import { type Html, html } from '../html.ts'

export type FigureTile = {
  readonly name: string
  readonly column: number
  readonly row: number
  readonly value: number
}

const size = 64
const gap = 6

const shade = (value: number, most: number): string =>
  value === 0 ? '#f3f8f8' : value * 2 > most ? '#0d6470' : '#a9cfd3'

const initials = (name: string): string =>
  name
    .split(/[^A-Za-z]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('')
    .slice(0, 4)

/** A figure for each of several bodies, as tiles laid side by side: a diagram, no geography; a table beside it says the same. */
export const figureTiles = ({
  title,
  noun,
  tiles,
}: {
  readonly title: string
  readonly noun: string
  readonly tiles: readonly FigureTile[]
}): Html => {
  const most = Math.max(1, ...tiles.map(({ value }) => value))
  const wide = Math.max(1, ...tiles.map(({ column }) => column)) * (size + gap)
  const tall = Math.max(1, ...tiles.map(({ row }) => row)) * (size + gap)
  return html`<figure class="app-chart"><svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}" aria-labelledby="figure-tiles-title figure-tiles-description"><title id="figure-tiles-title">${title}</title><desc id="figure-tiles-description">A diagram, not a map: one tile for each hub, the north at the top, with its number of ${noun}. The table below says the same.</desc>${tiles.map(
    ({ name, column, row, value }) => {
      const [x, y] = [(column - 1) * (size + gap), (row - 1) * (size + gap)]
      const ink = value * 2 > most ? '#ffffff' : '#16242c'
      return html`<g><title>${name}: ${value}</title><rect x="${x}" y="${y}" width="${size}" height="${size}" rx="6" fill="${shade(value, most)}" stroke="#16242c" stroke-width="${value > 0 ? 2 : 0.5}"/><text x="${x + size / 2}" y="${y + 22}" text-anchor="middle" font-size="13" fill="${ink}">${initials(name)}</text><text x="${x + size / 2}" y="${y + 48}" text-anchor="middle" font-size="20" font-weight="bold" fill="${ink}">${value}</text></g>`
    },
  )}</svg></figure>`
}
