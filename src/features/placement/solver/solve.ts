import { Worker } from 'node:worker_threads'
import { type Assignment, checkPlacement, type Instance, weightOf } from '../instance.ts'
import type { Outcome, Task } from './highs.ts'
import { assignmentOf, modelText } from './model.ts'

export type Solved = { readonly assignment: Assignment; readonly weight: number; readonly proved: boolean }

/** The solver gave nothing that can be used; the sentence is for the page. */
export class NoPlacement extends Error {
  override readonly name = 'NoPlacement'
}

export const mostNodes = 20_000

/** Finds the best placement away from the thread that answers pages, and trusts nothing that the checker refuses. */
export const bestPlacement = async (instance: Instance): Promise<Solved> => {
  if (instance.applicants.length === 0 || instance.groups.length === 0) {
    const assignment = instance.applicants.map(() => null)
    return { assignment, weight: weightOf(instance, assignment), proved: true }
  }
  return readOutcome(instance, await inWorker(modelText(instance)))
}

/** Reads what the solver says: only a proved optimum, or the best found within the limit of nodes, and only when it keeps every rule. */
export const readOutcome = (instance: Instance, outcome: Outcome): Solved => {
  const limited = /limit/i.test(outcome.status)
  if (outcome.status !== 'Optimal' && !limited)
    throw new NoPlacement(`The solver found no placement (${outcome.status}).`)
  const wanted = instance.applicants.every((_, at) => Number.isFinite(outcome.values[`u${at}`]))
  if (!wanted) throw new NoPlacement(`The solver gave no result (${outcome.status}).`)
  const assignment = assignmentOf(instance, outcome.values)
  const faults = checkPlacement(instance, assignment)
  if (faults.length > 0) throw new NoPlacement(`The result breaks a rule and was thrown away: ${faults[0]}`)
  return { assignment, weight: weightOf(instance, assignment), proved: !limited }
}

const inWorker = (model: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { model, mostNodes } satisfies Task,
    })
    worker.once('message', (outcome: Outcome) => resolve(outcome))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new NoPlacement(`The solver stopped with ${code}.`)))
  })
