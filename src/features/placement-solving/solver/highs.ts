import * as highs from 'highs'
import type { Draft } from './draft.ts'
import type { Model } from './model.ts'
import { type Stage, stagesOf } from './stages.ts'

/** What the solver is told: the same model gives the same answer, whatever the machine; no limit is a time. */
export type Task = { readonly model: Model; readonly mostNodes: number; readonly gap: number }

/** How far one stage came: what it found, and the best that anything could still be. */
export type StageFound = { readonly found: number; readonly bound: number; readonly proved: boolean }

/** The values of every column, or none when there is no placement or the solver failed; then the status says which. */
export type Outcome = {
  readonly status: 'solved' | 'infeasible' | 'failed'
  readonly stages: readonly StageFound[]
  readonly values: Float64Array | null
}
export type Progress = {
  readonly stage: number
  readonly stages: number
  readonly nodes: number
  readonly gap: number | null
}
type Watch = (progress: Progress) => void

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

/** What is made least in a stage: minus all of its levels, each by its factor. */
const costsOf = (draft: Draft, stage: Stage): Float64Array => {
  const costs = new Float64Array(draft.cost.length)
  for (const { columns, factor } of stage.levels)
    for (const column of columns) costs[column] = (costs[column] ?? 0) - factor
  return costs
}

const amountOf = (columns: readonly number[], values: Float64Array): number =>
  columns.reduce((sum, column) => sum + Math.round(values[column] ?? 0), 0)

type Solving = { readonly solver: highs.Highs; readonly model: highs.Model; readonly columns: number }

// Only an optimum, or the best found when the nodes ran out, and only with a solution that the solver calls feasible:
// an infeasible model has an objective of 0, and text it cannot read is "empty".
const statusOf = ({ solver, model }: Solving): 'optimal' | 'limited' | 'infeasible' | 'failed' => {
  const { modelStatus, solutionStatus } = solver.constants
  const status = model.getModelStatus()
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible'
  if (Number(model.info.get('primal_solution_status')) !== solutionStatus.feasible) return 'failed'
  if (status === modelStatus.optimal) return 'optimal'
  return status === modelStatus.solutionLimit || status === modelStatus.iterationLimit ? 'limited' : 'failed'
}

const solveFor = (solving: Solving, costs: ArrayLike<number>, watch: (nodes: number, gap: number | null) => void) => {
  const { solver, model, columns } = solving
  model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(costs))
  model.run({
    [solver.constants.callbackType.mipLogging](event) {
      const { mip_gap: gap, mip_node_count: nodes } = event.data
      watch(Number(nodes ?? 0), gap !== undefined && Number.isFinite(gap) ? gap : null)
    },
  })
  const status = statusOf(solving)
  if (status === 'infeasible' || status === 'failed') return { status, values: null }
  const found = model.getObjectiveValue()
  const proved = status === 'optimal'
  return {
    status,
    values: Float64Array.from(model.getSolution().colValue ?? []),
    stage: { found, bound: proved ? found : Number(model.info.get('mip_dual_bound')), proved },
  }
}

/** Solves stage after stage; what a stage came to is a limit of those after it. It holds its thread until it is done. */
const runStages = (solving: Solving, { model }: Task, watch: Watch): Outcome => {
  const stages = stagesOf(model.levels)
  const found: StageFound[] = []
  let values: Float64Array | null = null
  for (const [at, stage] of [...stages, null].entries()) {
    const result = solveFor(solving, stage ? costsOf(model.draft, stage) : model.draft.cost, (nodes, gap) =>
      watch({ stage: at + 1, stages: stages.length + 1, nodes, gap }),
    )
    if (!result.values) return { status: result.status, stages: found, values: null }
    values = result.values
    found.push(result.stage)
    for (const level of stage?.levels ?? [])
      solving.model.changeRowBounds(level.row, amountOf(level.columns, values), Number.POSITIVE_INFINITY)
    if (stage) solving.model.setSolution({ colValue: values })
  }
  return { status: 'solved', stages: found, values }
}

/** Solves a model where it is called. */
export const solveModel = async (task: Task, watch: Watch = () => undefined): Promise<Outcome> => {
  const solver = await solverLoaded()
  const { draft } = task.model
  return solver.withModel(dataOf(draft), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: task.gap,
      mip_abs_gap: 0.99,
      mip_max_nodes: task.mostNodes,
      mip_min_logging_interval: 1,
      // Heuristics that solve the model again in small: on placements they cost more than they find.
      mip_heuristic_run_rins: false,
      mip_heuristic_run_rens: false,
    })
    return runStages({ solver, model, columns: draft.cost.length }, task, watch)
  })
}
