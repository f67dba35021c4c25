import * as highs from 'highs'
import type { Draft } from './draft.ts'
import { runRounded, summedCosts } from './rounding.ts'
import { keepLevel, type Solving, solveFor } from './solving.ts'
import { costsOf, stagesOf } from './stages.ts'
import type { Outcome, StageFound, Task, Watch } from './task.ts'

// The package declares its loader as CommonJS and ships it as a module.
const load = highs.default as unknown as () => Promise<highs.Highs>
let loaded: Promise<highs.Highs> | null = null
const solverLoaded = (): Promise<highs.Highs> => {
  loaded ??= load()
  return loaded
}

const dataOf = (draft: Draft): highs.ModelData => ({
  numCols: draft.cost.length,
  numRows: draft.rowLeast.length,
  colCost: draft.cost,
  colLower: new Float64Array(draft.cost.length),
  colUpper: draft.most,
  integrality: Int32Array.from(draft.whole),
  rowLower: draft.rowLeast,
  rowUpper: draft.rowMost,
  matrix: {
    format: 'csr',
    numRows: draft.rowLeast.length,
    numCols: draft.cost.length,
    starts: draft.starts,
    indices: draft.indices,
    values: draft.values,
  },
})

/** Solves stage after stage; what a stage came to is a limit of those after it. It holds its thread until it is done. */
const runStages = (solving: Solving, { model }: Task, watch: Watch): Outcome => {
  const stages = stagesOf(model.levels)
  const found: StageFound[] = []
  let values: Float64Array | null = null
  for (const [at, stage] of [...stages, null].entries()) {
    const costs = stage ? costsOf(model.draft, stage) : model.draft.cost
    const result = solveFor(solving, costs, (nodes, gap) =>
      watch({ stage: at + 1, stages: stages.length + 1, nodes, gap }),
    )
    if (result.status !== 'found') return { status: result.status, stages: found, values: null }
    values = result.values
    const { objective, bound, proved } = result.found
    found.push({ found: objective, bound, proved, unit: stage?.levels[0]?.factor ?? 1 })
    for (const level of stage?.levels ?? []) keepLevel(solving, level, values)
    if (stage) solving.model.setSolution({ colValue: values })
  }
  return { status: 'solved', stages: found, values }
}

const solvingOf = async <T>({ model: { draft }, mostNodes, gap }: Task, work: (solving: Solving) => T): Promise<T> => {
  const solver = await solverLoaded()
  return solver.withModel(dataOf(draft), (model) => {
    model.options.set({
      // Said to whoever watches, and to no console.
      output_flag: true,
      log_to_console: false,
      random_seed: 0,
      mip_rel_gap: gap,
      mip_abs_gap: 0.99,
      mip_max_nodes: mostNodes,
      mip_min_logging_interval: 1,
      // Heuristics that solve the model again in small: on placements they cost more than they find.
      mip_heuristic_run_rins: false,
      mip_heuristic_run_rens: false,
    })
    return work({ solver, model, columns: draft.cost.length })
  })
}

/** Solves a model where it is called. */
export const solveModel = (task: Task, watch: Watch = () => undefined): Promise<Outcome> =>
  solvingOf(task, (solving) => (task.isLarge ? runRounded : runStages)(solving, task, watch))

/** Asks the solver once for all of a model, however large, and leaves the search to it. */
export const solveWhole = async (task: Task): Promise<void> => {
  await solvingOf(task, (solving) => solveFor(solving, summedCosts(task.model), () => undefined))
}
