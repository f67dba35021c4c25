import type { Draft } from './draft.ts'
import type { Level } from './model.ts'

/** Levels that are solved for at once, each multiplied so that one more of it outweighs all there can be of the later ones. */
export type Stage = { readonly levels: readonly (Level & { readonly factor: number })[] }

/** The solver reckons to about nine digits: factors stay far below, so that none of them is lost in rounding. */
const mostFactor = 1_000_000

/** Packs the levels, the weightiest first, into as few stages as exact arithmetic allows. */
export const stagesOf = (levels: readonly Level[]): readonly Stage[] => {
  const packed: Level[][] = []
  for (const level of levels) {
    const last = packed.at(-1)
    const factor = (last ?? []).slice(1).reduce((product, each) => product * (each.columns.length + 1), 1)
    if (last && factor * (level.columns.length + 1) <= mostFactor) last.push(level)
    else packed.push([level])
  }
  return packed.map((own) => ({
    levels: own.map((level, at) => ({
      ...level,
      factor: own.slice(at + 1).reduce((product, later) => product * (later.columns.length + 1), 1),
    })),
  }))
}

/** What is made least in a stage: minus all of its levels, each by its factor. */
export const costsOf = (draft: Draft, stage: Stage): Float64Array => {
  const costs = new Float64Array(draft.cost.length)
  for (const { columns, factor } of stage.levels)
    for (const column of columns) costs[column] = (costs[column] ?? 0) - factor
  return costs
}
