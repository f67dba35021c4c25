import type * as highs from 'highs'
import type { Level } from './model.ts'

/** A model inside the solver, with how many columns it has. */
export type Solving = { readonly solver: highs.Highs; readonly model: highs.Model; readonly columns: number }

type Found = { readonly objective: number; readonly bound: number; readonly proved: boolean }
export type Solution =
  | { readonly status: 'infeasible' | 'failed'; readonly values: null }
  | { readonly status: 'found'; readonly values: Float64Array; readonly found: Found }

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

const read = (solving: Solving, boundOf: (objective: number) => number): Solution => {
  const status = statusOf(solving)
  if (status === 'infeasible' || status === 'failed') return { status, values: null }
  const objective = solving.model.getObjectiveValue()
  const proved = status === 'optimal'
  return {
    status: 'found',
    values: Float64Array.from(solving.model.getSolution().colValue ?? []),
    found: { objective, bound: proved ? objective : boundOf(objective), proved },
  }
}

const setCosts = ({ model, columns }: Solving, costs: ArrayLike<number>): void => {
  model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(costs))
}

/** Makes these costs least in whole numbers, as far as nodes and gap let it; somebody may watch. */
export const solveFor = (
  solving: Solving,
  costs: ArrayLike<number>,
  watch: (nodes: number, gap: number | null) => void,
): Solution => {
  const { solver, model } = solving
  setCosts(solving, costs)
  watch(0, null)
  model.run({
    [solver.constants.callbackType.mipLogging](event) {
      const { mip_gap: gap, mip_node_count: nodes } = event.data
      watch(Number(nodes ?? 0), gap !== undefined && Number.isFinite(gap) ? gap : null)
    },
  })
  return read(solving, () => Number(model.info.get('mip_dual_bound')))
}

/** Makes these costs least where parts of a choice are allowed: no placement can be better. */
export const relaxedFor = (solving: Solving, costs: ArrayLike<number>): Solution => {
  const { model } = solving
  setCosts(solving, costs)
  model.options.set({ solve_relaxation: true })
  model.run()
  model.options.set({ solve_relaxation: false })
  return read(solving, () => Number.NEGATIVE_INFINITY)
}

/** How many of a level there are. */
export const amountOf = (columns: readonly number[], values: ArrayLike<number>): number =>
  columns.reduce((sum, column) => sum + Math.round(values[column] ?? 0), 0)

/** Whatever comes after has to have at least as much of a level. */
export const keepLevel = ({ model }: Solving, { columns, row }: Level, values: ArrayLike<number>): void => {
  model.changeRowBounds(row, amountOf(columns, values), Number.POSITIVE_INFINITY)
}
