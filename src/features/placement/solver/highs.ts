import * as highs from 'highs'

/** What the solver is told: the same model gives the same answer, whatever the machine; no limit is a time. */
export type Task = { readonly model: string; readonly mostNodes: number }
export type Outcome = { readonly status: string; readonly values: Readonly<Record<string, number>> }

type Solution = { readonly Status: string; readonly Columns?: Readonly<Record<string, { readonly Primal?: number }>> }
type Load = () => Promise<{
  solve: (model: string, options: Readonly<Record<string, string | number | boolean>>) => Solution
}>

// The package declares its loader as CommonJS and ships it as a module.
const load = highs.default as unknown as Load

/** Solves a model where it is called: it holds its thread until it is done. */
export const solveModel = async ({ model, mostNodes }: Task): Promise<Outcome> => {
  const solver = await load()
  const { Status, Columns = {} } = solver.solve(model, {
    output_flag: false,
    random_seed: 0,
    threads: 1,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
    mip_max_nodes: mostNodes,
  })
  return {
    status: Status,
    values: Object.fromEntries(Object.entries(Columns).map(([name, column]) => [name, column.Primal ?? Number.NaN])),
  }
}
