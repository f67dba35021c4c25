import { inTurn } from '../criteria/index.ts'

const standing = (met: readonly number[]) => ({ id: '', met, since: Temporal.Instant.fromEpochMilliseconds(0) })

/**
 * A number for each set of priority rules that are met, higher for who comes first: equal for those whom no rule tells apart.
 * It is the order of the rules that decides, as on the waiting list, not how many are met.
 */
export const standingsAmong = (all: readonly (readonly number[])[]): ((met: readonly number[]) => number) => {
  const keyOf = (met: readonly number[]): string => met.toSorted((a, b) => a - b).join(' ')
  const distinct = [...new Map(all.map((met) => [keyOf(met), met])).values()].toSorted((a, b) =>
    inTurn(standing(b), standing(a)),
  )
  const ranks = new Map(distinct.map((met, rank) => [keyOf(met), rank]))
  return (met) => ranks.get(keyOf(met)) ?? 0
}
