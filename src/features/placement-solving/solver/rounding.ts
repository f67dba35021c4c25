import type { Level, Model } from './model.ts'
import { amountOf, relaxedFor, type Solution, type Solving, solveFor } from './solving.ts'
import type { Outcome, StageFound, Task, Watch } from './task.ts'

// One more of a level weighs 500 miles beyond all that a wish or a way can, and so much more for each level above.
const mile = 10
const heaviest = 100_000_000
const lightest = 500 * mile
const usualStep = 8
// What the solver’s arithmetic leaves of a whole number.
const hair = 1e-6

/** What one of each level counts beside the weights, the first the most. */
const countsOf = (levels: readonly Level[]): readonly number[] => {
  const step = Math.min(usualStep, (heaviest / lightest) ** (1 / Math.max(1, levels.length - 1)))
  return levels.map((_, at) => Math.round(lightest * step ** (levels.length - 1 - at)))
}

/** Levels, each as heavy as it counts, and what else there is in one sum: no placement is better than its least is. */
const summed = (levels: readonly Level[], counts: readonly number[], cost: ArrayLike<number>): Float64Array => {
  const costs = Float64Array.from(cost)
  for (const [at, { columns }] of levels.entries())
    for (const column of columns) costs[column] = (costs[column] ?? 0) - (counts[at] ?? 0)
  return costs
}

/** All that counts in one sum. */
export const summedCosts = ({ draft, levels }: Model): Float64Array => summed(levels, countsOf(levels), draft.cost)

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < hair

type Bounds = { readonly least: Float64Array; readonly most: Float64Array }

const within = ({ model, columns }: Solving, { least, most }: Bounds): void => {
  model.changeColsBounds({ kind: 'range', from: 0, to: columns - 1 }, least, most)
}

const freely = ({ draft }: Pick<Model, 'draft'>): Bounds => ({
  least: new Float64Array(draft.cost.length),
  most: Float64Array.from(draft.most),
})

/** The decisions beside the choices themselves, such as whether a group runs. */
const deciding = ({ draft, choices }: Pick<Model, 'draft' | 'choices'>): readonly number[] => {
  const isChoice = new Set(choices)
  return [...draft.whole.keys()].filter((column) => draft.whole[column] === 1 && !isChoice.has(column))
}

/** Each of these decisions settled the way it leans. */
const leaning = ({ draft, choices }: Model, values: Float64Array): Bounds => {
  const bounds = freely({ draft })
  for (const column of deciding({ draft, choices })) {
    const settled = (values[column] ?? 0) >= 0.5 ? 1 : 0
    bounds.least[column] = settled
    bounds.most[column] = settled
  }
  return bounds
}

/** Every choice that came out whole by itself is kept. */
const keeping = ({ choices }: Model, bounds: Bounds, values: Float64Array): Bounds => {
  const least = Float64Array.from(bounds.least)
  for (const column of choices) if ((values[column] ?? 0) > 1 - hair) least[column] = 1
  return { least, most: bounds.most }
}

/**
 * Settles what leans one way, keeps what is whole then, and searches for the rest; where that leaves no placement, the search is
 * for everything.
 */
const roundedFrom = (
  solving: Solving,
  { model }: Task,
  { relaxed, watch }: { relaxed: Float64Array; watch: (nodes: number, gap: number | null) => void },
): Solution => {
  const costs = summedCosts(model)
  const isDecided = deciding(model).every((column) => isWhole(relaxed[column] ?? 0))
  const bounds = isDecided ? freely(model) : leaning(model, relaxed)
  within(solving, bounds)
  const again = isDecided ? null : relaxedFor(solving, costs)
  within(solving, keeping(model, bounds, again?.values ?? relaxed))
  const solution = again?.status === 'infeasible' ? again : solveFor(solving, costs, watch)
  within(solving, freely(model))
  return solution.status === 'found' ? solution : solveFor(solving, costs, watch)
}

/** The best that a sum can be where parts of a choice are allowed. */
const bestOf = (solving: Solving, costs: Float64Array): number => {
  const best = relaxedFor(solving, costs)
  return best.status === 'found' ? best.found.objective : Number.NEGATIVE_INFINITY
}

/**
 * How much there is of each level, and how much there could be at most without less of a level before it: whatever is above the
 * best sum of the levels so far cannot be, whether each counts more than the next or all count the same.
 */
const levelsFound = (solving: Solving, { draft, levels }: Model, values: Float64Array, step: (at: number) => void) => {
  const counts = countsOf(levels)
  const nothing = new Float64Array(draft.cost.length)
  let [counted, placed] = [0, 0]
  return levels.map(({ columns }, at): StageFound => {
    step(at)
    const amount = amountOf(columns, values)
    const soFar = levels.slice(0, at + 1)
    const count = counts[at] ?? 1
    const byCounts = (-bestOf(solving, summed(soFar, counts, nothing)) - counted) / count
    const alike = soFar.map(() => 1)
    const byNumber = at === 0 ? byCounts : -bestOf(solving, summed(soFar, alike, nothing)) - placed
    const most = Math.floor(Math.min(byCounts, byNumber) + hair)
    counted += count * amount
    placed += amount
    return { found: -amount, bound: -Math.max(most, amount), proved: most <= amount, unit: 1 }
  })
}

// What one more of any level counts where only the weights are of interest: about what it costs to place one more.
const fair = 150 * mile

/** What all else weighs, and the least that it could with as much of every level. */
const weightFound = (solving: Solving, { draft, levels }: Model, values: Float64Array, least: number): StageFound => {
  const amounts = levels.map(({ columns }) => amountOf(columns, values))
  const worth = (counts: readonly number[]) => amounts.reduce((sum, amount, at) => sum + (counts[at] ?? 0) * amount, 0)
  const found = draft.cost.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0)
  const whole = least + worth(countsOf(levels))
  if (found - whole < 1 - hair) return { found, bound: Math.min(found, whole), proved: true, unit: 1 }
  const alike = levels.map(() => fair)
  const bound = Math.max(whole, bestOf(solving, summed(levels, alike, draft.cost)) + worth(alike))
  return { found, bound: Math.min(found, bound), proved: found - bound < 1 - hair, unit: 1 }
}

/**
 * A placement of very many in bounded work: first with parts of a choice allowed, which is quick and shows how good any placement
 * can be; most choices come out whole by themselves and are kept, and the search is for the rest. Each level is then held
 * against the best that it could be.
 */
export const runRounded = (solving: Solving, task: Task, watch: Watch): Outcome => {
  const { model } = task
  const steps = model.levels.length + 2
  const step = (stage: number, nodes = 0, gap: number | null = null) => watch({ stage, stages: steps, nodes, gap })
  step(1)
  const relaxed = relaxedFor(solving, summedCosts(model))
  if (relaxed.status !== 'found') return { status: relaxed.status, stages: [], values: null }
  const rounded = roundedFrom(solving, task, { relaxed: relaxed.values, watch: (nodes, gap) => step(2, nodes, gap) })
  if (rounded.status !== 'found') return { status: rounded.status, stages: [], values: null }
  const { values } = rounded
  const levels = levelsFound(solving, model, values, (at) => step(3 + at))
  return { status: 'solved', stages: [...levels, weightFound(solving, model, values, relaxed.found.objective)], values }
}
