import { faultsOf } from '../../placement-check/index.ts'
import { claimOf } from '../claim.ts'
import type { Assignment, Instance } from '../instance.ts'
import { weightOf } from '../weights.ts'
import { solveModel, solveWhole } from './highs.ts'
import { assignmentOf, type Modelled, modelOf } from './model.ts'
import type { Outcome, StageFound, Task } from './task.ts'
import { inThread, NoPlacement, type Watching } from './thread.ts'

export type Solved = {
  readonly assignment: Assignment
  readonly weight: number
  readonly proved: boolean
  readonly stages: readonly StageFound[]
  /** Where it is not proved: how many more could be placed at most, and by how many miles of weight it could be better. */
  readonly gap: { readonly places: number; readonly miles: number }
}

const small = { mostNodes: 20_000, gap: 0, isLarge: false }
const large = { mostNodes: 200, gap: 0, isLarge: true }
const mostSmall = 8000

/** How far the solver searches: by the size of the model alone, never by time, so that the same input gives the same placement. */
export const effortFor = ({ choices }: Modelled): Omit<Task, 'model'> =>
  choices.all.length <= mostSmall ? small : large

const nothingToChoose: Outcome = { status: 'solved', stages: [], values: new Float64Array() }

/** Has the best placement found by a solver, and trusts nothing that the checker refuses. */
export const placementBy = async (instance: Instance, solve: (task: Task) => Promise<Outcome>): Promise<Solved> => {
  const modelled = modelOf(instance)
  const task = { model: modelled.model, ...effortFor(modelled) }
  return readOutcome(instance, modelled, modelled.choices.all.length === 0 ? nothingToChoose : await solve(task))
}

/** Finds the best placement away from the thread that answers pages. */
export const bestPlacement = (instance: Instance, watching: Watching = {}): Promise<Solved> =>
  placementBy(instance, (task) => inThread(task, watching))

// As near to the best as the solver is asked to come by itself where a model is very large.
const gapAlone = 0.001

/** The solver alone on the model of an instance, made beforehand: what everything around it is measured against. */
export const solverAlone = (instance: Instance): (() => Promise<unknown>) => {
  const modelled = modelOf(instance)
  const task = { model: modelled.model, ...effortFor(modelled) }
  return () => (task.isLarge ? solveWhole({ ...task, gap: gapAlone }) : solveModel(task))
}

const notByHand =
  'What was settled by hand cannot all be kept: somebody does not fit where they were put. Take a pin off, or give the group more room.'

/** Reads what the solver says: an optimum, or the best found within its limits, and only when it keeps every limit. */
export const readOutcome = (instance: Instance, { choices }: Modelled, outcome: Outcome): Solved => {
  if (outcome.status === 'infeasible') throw new NoPlacement(notByHand)
  if (!outcome.values) throw new NoPlacement('The solver found no placement. Ask for it again.')
  const assignment = assignmentOf(choices, outcome.values)
  const faults = faultsOf(claimOf(instance, assignment))
  if (faults.some(({ kind }) => kind === 'put')) throw new NoPlacement(notByHand)
  if (faults[0]) throw new NoPlacement(`The result breaks a limit and was thrown away: ${faults[0].sentence}`)
  return {
    assignment,
    weight: weightOf(instance, assignment),
    proved: outcome.stages.every((stage) => stage.proved),
    stages: outcome.stages,
    gap: gapOf(outcome.stages),
  }
}

/** The distance from what was found to the best that could still be, in places and in miles; nothing where all is proved. */
const gapOf = (stages: readonly StageFound[]): Solved['gap'] => {
  const open = (stage: StageFound | undefined): number => (stage && !stage.proved ? stage.found - stage.bound : 0)
  const places = stages.slice(0, -1).map((stage) => Math.floor(open(stage) / stage.unit + 1e-6))
  return { places: Math.max(0, ...places), miles: Math.ceil(open(stages.at(-1)) / 10) }
}
