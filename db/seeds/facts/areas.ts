import { authorities } from './authorities.ts'
import type { HubArea } from './shapes.ts'

const nameOf = (code: string): string => {
  const found = authorities.find((authority) => authority.code === code)
  if (!found) throw new RangeError(`No authority has the code ${code}`)
  return found.name
}

/** Authorities that a hub serves as a whole. */
export const whole = (...codes: readonly string[]): readonly HubArea[] =>
  codes.map((code) => ({ authorityCode: code, describedAs: nameOf(code), part: false }))

/** A part of an authority, as the hub describes it. */
export const part = (authorityCode: string, describedAs: string): HubArea => ({
  authorityCode,
  describedAs,
  part: true,
})
