/** Whoever waits for room, as far as the rules that give priority tell them apart. */
export type Placeable = {
  readonly id: string
  /** The places, in the project's order of its rules, of those priorities that are met. */
  readonly met: readonly number[]
  /** Since when they ask. */
  readonly since: Temporal.Instant
}

const byFirstThatTells = (one: readonly number[], other: readonly number[]): number => {
  const [mine, theirs] = [new Set(one), new Set(other)]
  const apart = [...mine.symmetricDifference(theirs)].toSorted((a, b) => a - b)[0]
  if (apart === undefined) return 0
  return mine.has(apart) ? -1 : 1
}

/**
 * Who comes before whom: the first rule that gives priority to one of the two and not to the other decides; among equals
 * whoever asked earlier. A priority orders and never excludes: what is not known, or not met, only comes later.
 */
export const inTurn = (one: Placeable, other: Placeable): number =>
  byFirstThatTells(one.met, other.met) ||
  Temporal.Instant.compare(one.since, other.since) ||
  (one.id < other.id ? -1 : Number(one.id > other.id))

/** Askers in the order of the rules that give priority, the first in turn first; nobody is left out. */
export const inPriorityOrder = <Asker extends Placeable>(askers: readonly Asker[]): readonly Asker[] =>
  askers.toSorted(inTurn)
