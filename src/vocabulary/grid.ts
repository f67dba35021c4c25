/** A point of the British National Grid, in metres. */
export type GridPoint = { readonly easting: number; readonly northing: number }

const metresInAMile = 1609.344

/** The straight distance between two points, in metres. */
export const metresBetween = (from: GridPoint, to: GridPoint): number =>
  Math.hypot(from.easting - to.easting, from.northing - to.northing)

export const milesOf = (metres: number): number => metres / metresInAMile

/** A number of miles as it is said: 1 mile, 3.2 miles. */
export const milesInWords = (miles: number): string => (miles === 1 ? '1 mile' : `${miles} miles`)

/** 3.2 miles, 1 mile, 14 miles, less than 0.1 miles: tenths below ten miles, whole miles from there. */
export const formatMiles = (metres: number): string => {
  const miles = milesOf(metres)
  if (miles < 0.05) return 'less than 0.1 miles'
  const rounded = miles < 9.95 ? Math.round(miles * 10) / 10 : Math.round(miles)
  return milesInWords(rounded)
}
