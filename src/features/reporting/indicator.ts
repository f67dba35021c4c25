/** The four figures, kept apart: asking is not a place, a place is not taking part, taking part is not completing. */
export const indicators = ['interest', 'places', 'participation', 'completion'] as const
export type Indicator = (typeof indicators)[number]

export const isIndicator = (text: string): text is Indicator => indicators.some((indicator) => indicator === text)

export const indicatorLabels: Readonly<Record<Indicator, string>> = {
  interest: 'Interest',
  places: 'Places',
  participation: 'Participation',
  completion: 'Completion',
}

/** What exactly is counted; kept with every figure that is published. */
export const definitions: Readonly<Record<Indicator, string>> = {
  interest:
    'Expressions of interest received: the sender had confirmed their address, or the hub entered it. Those passed on to another hub count there alone.',
  places:
    'Places in groups that were accepted, less those given back before the group first met. A place left later still counts.',
  participation:
    'Places of which somebody came to at least one session: present, late, left early, online or by a substitute.',
  completion: 'Places completed when their group was completed. Each of them took part.',
}

const nationalAlone =
  ', of projects of the national catalogue. Projects that a hub devised for itself are counted apart.'

export const populations: Readonly<Record<Indicator, string>> = {
  interest: `All offers of the year by the hubs of the network${nationalAlone}`,
  places: `All groups of the year, counted at the hub that leads them${nationalAlone}`,
  participation: `All groups of the year, counted at the hub that leads them${nationalAlone}`,
  completion: `All groups of the year, counted at the hub that leads them${nationalAlone}`,
}

export type Counts = Readonly<Record<Indicator, number>>
export const nothing: Counts = { interest: 0, places: 0, participation: 0, completion: 0 }

/** Sums what is counted place by place, which can be summed without counting anything twice. */
export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      interest: sum.interest + one.interest,
      places: sum.places + one.places,
      participation: sum.participation + one.participation,
      completion: sum.completion + one.completion,
    }),
    nothing,
  )

export type Line = Counts & {
  readonly hubId: string
  readonly hub: string
  readonly projectId: string
  readonly project: string
  /** Whether the hub devised the project for itself: such are counted apart from those of the national catalogue. */
  readonly isOwn: boolean
}

/** The lines of projects of the national catalogue, and those of projects that hubs devised for themselves. */
export const apart = (
  lines: readonly Line[],
): { readonly national: readonly Line[]; readonly own: readonly Line[] } => ({
  national: lines.filter(({ isOwn }) => !isOwn),
  own: lines.filter(({ isOwn }) => isOwn),
})

/** The lines of one kind, hub or project, put together. */
export const gathered = (
  lines: readonly Line[],
  by: 'hub' | 'project',
): readonly (Counts & { key: string; name: string })[] =>
  [...Map.groupBy(lines, (line) => (by === 'hub' ? line.hubId : line.projectId))]
    .map(([key, own]) => ({ key, name: (by === 'hub' ? own[0]?.hub : own[0]?.project) ?? '', ...sumOf(own) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))

/** A snapshot as it is published: counts by hub and project, no person, no school. */
export type Snapshot = {
  readonly total: number
  readonly organisations: number
  /** The same of projects that hubs devised for themselves, which are not in the total; not said of the first figures. */
  readonly own?: number | undefined
  readonly rows: readonly { readonly hub: string; readonly project: string; readonly count: number }[]
}

export const snapshotOf = (indicator: Indicator, lines: readonly Line[], organisations: number): Snapshot => {
  const { national, own } = apart(lines)
  return {
    total: sumOf(national)[indicator],
    organisations,
    own: sumOf(own)[indicator],
    rows: national
      .filter((line) => line[indicator] > 0)
      .map((line) => ({ hub: line.hub, project: line.project, count: line[indicator] })),
  }
}
