/** A number of parts of a whole, kept exactly: 13 of 5 is two days and three fifths. */
export type Fraction = { readonly parts: number; readonly of: number }

const common = (one: number, other: number): number => (other === 0 ? one : common(other, one % other))

/** In its lowest terms; both are whole numbers, and the second is one or more. */
export const fraction = (parts: number, of: number): Fraction => {
  const by = Math.max(1, common(Math.abs(parts), of))
  return { parts: parts / by, of: of / by }
}

/** One decimal, as it is kept in a column: 2.5 is 5 of 2. */
export const fractionOfTenths = (decimal: number): Fraction => fraction(Math.round(decimal * 10), 10)

export const isAtLeast = (one: Fraction, other: Fraction): boolean => one.parts * other.of >= other.parts * one.of

/** As programs get it: the nearest number there is. */
export const decimal = ({ parts, of }: Fraction): number => parts / of

/** 2.6, 3: rounded down to a tenth, so that what is printed as reached has been reached. */
export const inTenths = ({ parts, of }: Fraction): string => {
  const tenths = Math.floor((parts * 10) / of)
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
