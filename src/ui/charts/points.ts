import { type Html, html } from '../html.ts'

export type MapPoint = { readonly easting: number; readonly northing: number; readonly label: string }

export const width = 560
const margin = 32
const metresInAMile = 1609.344

/** A line of so many whole miles, as long as fits a third of the picture. */
export const scaleBar = (pixelsAMetre: number, height: number): Html => {
  const miles = [10, 5, 2, 1].find((each) => each * metresInAMile * pixelsAMetre <= width / 3) ?? 1
  const long = Math.round(miles * metresInAMile * pixelsAMetre)
  const [x, y] = [width - 12 - long, height - 12]
  return html`<path d="M${x} ${y - 5}V${y}H${x + long}V${y - 5}" fill="none" stroke="#16242c" stroke-width="1.5"/><text x="${x + long / 2}" y="${y - 8}" text-anchor="middle" font-size="12" fill="#16242c">${miles === 1 ? '1 mile' : `${miles} miles`}</text><path d="M16 28V12M12 17L16 12L20 17" fill="none" stroke="#16242c" stroke-width="1.5"/><text x="16" y="42" text-anchor="middle" font-size="12" fill="#16242c">N</text>`
}

type OnGrid = { readonly easting: number; readonly northing: number }

/** How high a picture of these points is, how many pixels a metre has, and where each lies in it, the north at the top. */
export const projectionOf = (points: readonly OnGrid[]) => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { easting, northing } of points) {
    west = Math.min(west, easting)
    east = Math.max(east, easting)
    south = Math.min(south, northing)
    north = Math.max(north, northing)
  }
  const [across, up] = [Math.max(2000, east - west), Math.max(2000, north - south)]
  const wide = (width - 2 * margin) / across
  const height = Math.min(600, Math.round(up * wide) + 2 * margin)
  const scale = Math.min(wide, (height - 2 * margin) / up)
  const placeOf = ({ easting, northing }: OnGrid): readonly [number, number] => [
    Math.round(margin + (easting - west) * scale),
    Math.round(height - margin - (northing - south) * scale),
  ]
  return { height, scale, placeOf }
}

/** Points where they lie on the national grid, the north at the top, each with its label; a table beside it says whose they are. */
export const pointsPicture = ({
  title,
  description,
  points,
}: {
  readonly title: string
  readonly description: string
  readonly points: readonly MapPoint[]
}): Html | false => {
  if (points.length === 0) return false
  const { height, scale, placeOf } = projectionOf(points)
  return html`<figure class="app-chart"><svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="points-title points-description"><title id="points-title">${title}</title><desc id="points-description">${description}</desc><rect x="0" y="0" width="${width}" height="${height}" rx="6" fill="#f3f8f8"/>${scaleBar(scale, height)}${points.map(
    (point) => {
      const { label } = point
      const [x, y] = placeOf(point)
      return html`<circle cx="${x}" cy="${y}" r="11" fill="#0d6470" stroke="#ffffff" stroke-width="1.5"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="bold" fill="#ffffff">${label}</text>`
    },
  )}</svg></figure>`
}
