/** Everything held about one person, in words: what the PDF prints and the JSON holds. */
export type Report = {
  readonly about: string
  readonly network: string
  readonly made: string
  readonly controller: string
  readonly sections: readonly ReportSection[]
  readonly history: readonly ReportEvent[]
  readonly deeds: readonly { readonly what: string; readonly times: number; readonly lastOn: string }[]
  readonly reads: readonly ReportRead[]
}

export type ReportSection = {
  readonly title: string
  readonly why: string
  readonly basis: string
  readonly whoSees: string
  readonly howLong: string
  readonly records: readonly (readonly { readonly label: string; readonly value: string }[])[]
}

export type ReportEvent = { readonly when: string; readonly what: string; readonly by: string; readonly words: string }
type ReportRead = { readonly when: string; readonly who: string; readonly where: string; readonly reason: string }

/** How many records a report holds. */
export const recordsIn = ({ sections, history }: Report): number =>
  sections.reduce((sum, { records }) => sum + records.length, 0) + history.length
