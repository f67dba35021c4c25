/** A real town with the authority it lies in, a postcode district, its place on the National Grid, and how many schools to invent there. */
export type TownFact = {
  readonly name: string
  readonly authorityCode: string
  readonly outward: string
  readonly easting: number
  readonly northing: number
  readonly primaries: number
  readonly secondaries: number
}

/** A town from its name, authority, postcode district, place on the grid, and number of primary and secondary schools. */
export const townOf = (
  name: string,
  authorityCode: string,
  outward: string,
  [easting, northing]: readonly [number, number],
  [primaries, secondaries]: readonly [number, number],
): TownFact => ({ name, authorityCode, outward, easting, northing, primaries, secondaries })
