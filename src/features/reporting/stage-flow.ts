export type Flow = {
  readonly pathway: string
  readonly stage: string
  readonly position: number
  readonly year: number
  readonly next: string | null
  readonly count: number
}

export type Node = { readonly stage: string; readonly position: number; readonly count: number }
export type Column = { readonly year: number; readonly nodes: readonly Node[] }
export type Stream = { readonly year: number; readonly from: string; readonly to: string; readonly count: number }

const nodesOf = (flows: readonly Flow[]): readonly Node[] =>
  [...Map.groupBy(flows, ({ stage }) => stage)]
    .map(([stage, own]) => ({
      stage,
      position: own[0]?.position ?? 0,
      count: own.reduce((sum, flow) => sum + flow.count, 0),
    }))
    .toSorted((one, other) => one.position - other.position)

/** A pathway year by year: how many schools stood at each stage, and who went from which to which. */
export const pathwayFlows = (
  flows: readonly Flow[],
): readonly { pathway: string; columns: readonly Column[]; streams: readonly Stream[] }[] =>
  [...Map.groupBy(flows, ({ pathway }) => pathway)].map(([pathway, own]) => ({
    pathway,
    columns: [...Map.groupBy(own, ({ year }) => year)]
      .toSorted(([one], [other]) => one - other)
      .map(([year, ofYear]) => ({ year, nodes: nodesOf(ofYear) })),
    streams: own.flatMap(({ year, stage, next, count }) =>
      next === null ? [] : [{ year, from: stage, to: next, count }],
    ),
  }))
