import type { Draft } from './draft.ts'
import type { Level, Model } from './model.ts'
import { amountOf, keepLevel, relaxedFor, type Solution, type Solving, solveFor } from './solving.ts'
import { costsOf, type Stage, stagesOf } from './stages.ts'
import type { Outcome, StageFound, Task, Watch } from './task.ts'

// One more of a level weighs 500 miles beyond all that a wish or a way can, and so much more for each level above.
const mile = 10
const heaviest = 100_000_000
const lightest = 500 * mile
const usualStep = 8
// What the solver’s arithmetic leaves of a whole number.
const hair = 1e-6

/** All levels and the weights in one sum: near enough to the levels to find a placement by, not to prove one. */
const summedCosts = ({ cost }: Draft, levels: readonly Level[]): Float64Array => {
  const costs = Float64Array.from(cost)
  const step = Math.min(usualStep, (heaviest / lightest) ** (1 / Math.max(1, levels.length - 1)))
  for (const [at, { columns }] of levels.entries()) {
    const weight = Math.round(lightest * step ** (levels.length - 1 - at))
    for (const column of columns) costs[column] = (costs[column] ?? 0) - weight
  }
  return costs
}

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
  const costs = summedCosts(model.draft, model.levels)
  const isDecided = deciding(model).every((column) => isWhole(relaxed[column] ?? 0))
  const bounds = isDecided ? freely(model) : leaning(model, relaxed)
  within(solving, bounds)
  const again = isDecided ? null : relaxedFor(solving, costs)
  within(solving, keeping(model, bounds, again?.values ?? relaxed))
  const solution = again?.status === 'infeasible' ? again : solveFor(solving, costs, watch)
  within(solving, freely(model))
  return solution.status === 'found' ? solution : solveFor(solving, costs, watch)
}

/** What a stage of a placement comes to, and the best that it could be: a whole number, as all of them count something. */
const stageOf = (
  solving: Solving,
  stage: Stage,
  { draft, values }: { draft: Draft; values: Float64Array },
): StageFound => {
  const found = -stage.levels.reduce((sum, { columns, factor }) => sum + factor * amountOf(columns, values), 0)
  const best = relaxedFor(solving, costsOf(draft, stage))
  const bound = best.status === 'found' ? Math.ceil(best.found.objective - hair) : Number.NEGATIVE_INFINITY
  for (const level of stage.levels) keepLevel(solving, level, values)
  return { found, bound: Math.min(found, bound), proved: found <= bound }
}

/**
 * A placement of very many in bounded work: first with parts of a choice allowed, which is quick and shows how good any placement
 * can be; most choices come out whole by themselves and are kept, and the search is for the rest. Each level is then held
 * against the best that it could be.
 */
export const runRounded = (solving: Solving, task: Task, watch: Watch): Outcome => {
  const { draft, levels } = task.model
  const stages = stagesOf(levels)
  const steps = stages.length + 3
  const step = (stage: number, nodes = 0, gap: number | null = null) => watch({ stage, stages: steps, nodes, gap })
  step(1)
  const relaxed = relaxedFor(solving, summedCosts(draft, levels))
  if (relaxed.status !== 'found') return { status: relaxed.status, stages: [], values: null }
  const rounded = roundedFrom(solving, task, { relaxed: relaxed.values, watch: (nodes, gap) => step(2, nodes, gap) })
  if (rounded.status !== 'found') return { status: rounded.status, stages: [], values: null }
  const { values } = rounded
  const found = stages.map((stage, at) => {
    step(3 + at)
    return stageOf(solving, stage, { draft, values })
  })
  step(steps)
  const weight = draft.cost.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0)
  const best = relaxedFor(solving, draft.cost)
  const bound = best.status === 'found' ? Math.min(weight, best.found.objective) : Number.NEGATIVE_INFINITY
  return { status: 'solved', stages: [...found, { found: weight, bound, proved: weight - bound < 1 - hair }], values }
}
