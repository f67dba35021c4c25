/** What a register says of one participant at one session. */
export const markNames = ['present', 'late', 'left_early', 'online', 'substitute', 'apologies', 'absent'] as const
export type MarkName = (typeof markNames)[number]

export const markLabels: Readonly<Record<MarkName, string>> = {
  present: 'Present',
  late: 'Late',
  left_early: 'Left early',
  online: 'Online',
  substitute: 'Sent a substitute',
  apologies: 'Apologies',
  absent: 'Absent',
}

export type Marking = {
  readonly mark: MarkName
  readonly minutes: number | null
  /** Who came instead, as it was said. */
  readonly substitute?: string | null
}

const asSaid = (name: string | null | undefined): string => (name ?? '').trim().toLowerCase()

/** Whether two marks say the same. */
export const isSameMarking = (one: Marking, other: Marking): boolean =>
  one.mark === other.mark &&
  (one.minutes ?? null) === (other.minutes ?? null) &&
  asSaid(one.substitute) === asSaid(other.substitute)
