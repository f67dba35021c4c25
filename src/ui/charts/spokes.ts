import { type Html, html } from '../html.ts'
import { projectionOf, scaleBar, width } from './points.ts'

type OnGrid = { readonly easting: number; readonly northing: number }
/** A place where people meet, with its number, and from where they come to it. */
export type Spokes = { readonly at: OnGrid; readonly label: string; readonly from: readonly OnGrid[] }

const ink = '#16242c'
const most = 600

const marked = (count: number): number => (count > most ? 2 : 4)

const line = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Html =>
  html`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#5a6c74" stroke-width="1"/>`

const cross = ([x, y]: readonly [number, number]): Html =>
  html`<path d="M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}" stroke="${ink}" stroke-width="2.5"/>`

const meeting = ([x, y]: readonly [number, number], label: string): Html => {
  const half = Math.max(10, 4 + label.length * 3.5)
  return html`<rect x="${x - half}" y="${y - 9}" width="${half * 2}" height="18" fill="#ffffff" stroke="${ink}" stroke-width="2"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="bold" fill="${ink}">${label}</text>`
}

/**
 * Who goes where, on the national grid with the north at the top: a numbered square where a group meets, a line to it from
 * each dot, and a cross for each who goes nowhere. Shape and number tell everything, so that it reads in black and white.
 */
export const spokesPicture = ({
  title,
  description,
  meetings,
  nowhere,
}: {
  readonly title: string
  readonly description: string
  readonly meetings: readonly Spokes[]
  readonly nowhere: readonly OnGrid[]
}): Html | false => {
  const dots = meetings.flatMap(({ from }) => from)
  const points = [...dots, ...nowhere, ...meetings.map(({ at }) => at)]
  if (points.length === 0) return false
  const { height, scale, placeOf } = projectionOf(points)
  const radius = marked(points.length)
  return html`<figure class="app-chart"><svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="spokes-title spokes-description"><title id="spokes-title">${title}</title><desc id="spokes-description">${description}</desc><rect x="0" y="0" width="${width}" height="${height}" rx="6" fill="#f3f8f8"/>${scaleBar(scale, height)}${meetings.map(({ at, from }) => from.map((each) => line(placeOf(each), placeOf(at))))}${dots.map(
    (each) => {
      const [x, y] = placeOf(each)
      return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink}"/>`
    },
  )}${nowhere.map((each) => cross(placeOf(each)))}${meetings.map(({ at, label }) => meeting(placeOf(at), label))}</svg></figure>`
}
