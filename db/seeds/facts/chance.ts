/** Chance that falls the same way every time, so that an invented school stays the school it was. */
export type Chance = {
  readonly below: (limit: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly shuffled: <T>(from: readonly T[]) => readonly T[]
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  // mulberry32: small, and the same on every machine.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)]
    if (chosen === undefined) throw new RangeError('There is nothing to pick from')
    return chosen
  }
  const shuffled = <T>(from: readonly T[]): readonly T[] => {
    const left = [...from]
    return from.flatMap(() => left.splice(below(left.length), 1))
  }
  return { below, pick, shuffled }
}
