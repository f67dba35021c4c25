import type { Model } from './model.ts'

/** What the solver is told: the same model gives the same answer, whatever the machine; no limit is a time. */
export type Task = {
  readonly model: Model
  readonly mostNodes: number
  readonly gap: number
  /** Too large to search whole: what comes out whole by itself is kept, and the search is for the rest. */
  readonly isLarge: boolean
}

/** How far one stage came: what it found, and the best that anything could still be. */
export type StageFound = {
  readonly found: number
  readonly bound: number
  readonly proved: boolean
  /** What one more of the first of its levels counts in it. */
  readonly unit: number
}

/** The values of every column, or none when there is no placement or the solver failed; then the status says which. */
export type Outcome = {
  readonly status: 'solved' | 'infeasible' | 'failed'
  readonly stages: readonly StageFound[]
  readonly values: Float64Array | null
}

/** How far the solver is: the step it is at, and how far that is from the best at most. */
export type Progress = {
  readonly stage: number
  readonly stages: number
  readonly nodes: number
  readonly gap: number | null
}
export type Watch = (progress: Progress) => void
