/** A column and what it is multiplied by in a row. */
export type Term = readonly [column: number, value: number]

/** A mixed-integer model as it grows: each kind of limit adds its own columns and rows. */
export type Draft = {
  readonly cost: number[]
  readonly most: number[]
  readonly whole: number[]
  readonly rowLeast: number[]
  readonly rowMost: number[]
  readonly starts: number[]
  readonly indices: number[]
  readonly values: number[]
}

export const emptyDraft = (): Draft => ({
  cost: [],
  most: [],
  whole: [],
  rowLeast: [],
  rowMost: [],
  starts: [0],
  indices: [],
  values: [],
})

/** Adds a column from 0 up to the most, and gives its number. */
export const addColumn = (
  draft: Draft,
  { cost = 0, most = 1, whole = false }: { cost?: number; most?: number; whole?: boolean },
): number => {
  draft.cost.push(cost)
  draft.most.push(most)
  draft.whole.push(whole ? 1 : 0)
  return draft.cost.length - 1
}

/** Adds a row whose terms come to at least, and at most, so much; and gives its number. */
export const addRow = (
  draft: Draft,
  terms: readonly Term[],
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: { least?: number; most?: number },
): number => {
  for (const [column, value] of terms) {
    draft.indices.push(column)
    draft.values.push(value)
  }
  draft.starts.push(draft.indices.length)
  draft.rowLeast.push(least)
  draft.rowMost.push(most)
  return draft.rowLeast.length - 1
}
