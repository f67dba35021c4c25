/** A day that can be taken, as a number of days since the first, with what speaks against it. */
export type Node = { readonly day: number; readonly cost: number }

export type Spacing = {
  /** The fewest and the most days from one session to the next. */
  readonly least: number
  readonly most: number
  /** How many days apart they are best, and what each day more or less costs. */
  readonly ideal: number
  readonly weight: number
  /** What it costs to begin on a day, and to end on one. */
  readonly first?: (day: number) => number
  readonly last?: (day: number) => number
}

type Step = { readonly cost: number; readonly before: number }

const none: Step = { cost: Number.POSITIVE_INFINITY, before: -1 }

const stepTo = (nodes: readonly Node[], at: number, row: readonly Step[], spacing: Spacing): Step => {
  const node = nodes[at]
  if (!node) return none
  let best = none
  for (let earlier = 0; earlier < at; earlier += 1) {
    const gap = node.day - (nodes[earlier]?.day ?? 0)
    if (gap < spacing.least || gap > spacing.most) continue
    const cost = (row[earlier]?.cost ?? none.cost) + spacing.weight * Math.abs(gap - spacing.ideal)
    if (cost < best.cost) best = { cost, before: earlier }
  }
  return { cost: best.cost + node.cost, before: best.before }
}

/**
 * The days, so many of them and in order, that cost least: by dynamic programming over the days in their order, session by session.
 * Of two that cost the same the earlier days are taken, so that the same question has the same answer. Null where nothing fits.
 */
export const cheapest = (nodes: readonly Node[], count: number, spacing: Spacing): readonly Node[] | null => {
  if (count === 0) return []
  const rows: Step[][] = [nodes.map(({ day, cost }) => ({ cost: cost + (spacing.first?.(day) ?? 0), before: -1 }))]
  for (let session = 1; session < count; session += 1) {
    const row = rows[session - 1] ?? []
    rows.push(nodes.map((_, at) => stepTo(nodes, at, row, spacing)))
  }
  return walkBack(nodes, rows, endOf(nodes, rows.at(-1) ?? [], spacing))
}

/** Where the cheapest choice ends; -1 where there is none. */
const endOf = (nodes: readonly Node[], last: readonly Step[], spacing: Spacing): number => {
  let at = -1
  let best = Number.POSITIVE_INFINITY
  for (const [index, { cost }] of last.entries()) {
    const whole = cost + (spacing.last?.(nodes[index]?.day ?? 0) ?? 0)
    if (whole < best) [at, best] = [index, whole]
  }
  return at
}

const walkBack = (nodes: readonly Node[], rows: readonly (readonly Step[])[], end: number): readonly Node[] | null => {
  const chosen: Node[] = []
  let at = end
  for (const row of rows.toReversed()) {
    const node = nodes[at]
    if (!node) return null
    chosen.unshift(node)
    at = row[at]?.before ?? -1
  }
  return chosen
}
