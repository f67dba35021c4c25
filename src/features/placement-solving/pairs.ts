import { type Barred, barredBy, barrierOf } from './barriers.ts'
import { type Applicant, type GroupToFill, type Instance, inOneOrder } from './instance.ts'
import { weightOfPair } from './weights.ts'

/** Somebody who could be put into a group, by their places in the one order. */
export type Pair = { readonly a: number; readonly g: number; readonly weight: number }

const mostPairs = 60_000

/**
 * How many groups are looked at for each applicant: all of them, but in very large placements only those that weigh least.
 * A number, so that it can be said: a proved placement is the best among those.
 */
export const groupsLookedAt = ({ applicants, groups }: Instance): number | null =>
  applicants.length * groups.length <= mostPairs ? null : Math.max(6, Math.floor(mostPairs / applicants.length))

const pairsOf = (applicant: Applicant, a: number, groups: readonly GroupToFill[], barred: Barred): readonly Pair[] =>
  groups.flatMap((group, g) =>
    barrierOf(applicant, group, barred) === null ? [{ a, g, weight: weightOfPair(applicant, group) }] : [],
  )

const lightest = (pairs: readonly Pair[], most: number | null, isKept: (pair: Pair) => boolean): readonly Pair[] => {
  if (most === null || pairs.length <= most) return pairs
  const chosen = new Set(pairs.toSorted((x, y) => x.weight - y.weight || x.g - y.g).slice(0, most))
  return pairs.filter((pair) => chosen.has(pair) || isKept(pair))
}

/** Everybody with each group it could be put into; the instance in its one order. */
export const possiblePairs = (instance: Instance): readonly Pair[] => {
  const { applicants, groups, rules } = inOneOrder(instance)
  const barred = barredBy(rules)
  const most = groupsLookedAt(instance)
  return applicants.flatMap((applicant, a) =>
    lightest(
      pairsOf(applicant, a, groups, barred),
      most,
      ({ g }) => rules.before?.[applicant.id] === groups[g]?.id || barred.pins.get(applicant.id) === groups[g]?.id,
    ),
  )
}
