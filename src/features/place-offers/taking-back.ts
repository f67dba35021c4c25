import type { InterestStatus } from '../interest/index.ts'

/** Where a request stood before a decision: what it is taken back to. */
export type StoodBefore = {
  readonly status: InterestStatus
  readonly statusReason: string | null
  readonly waitingSince: Temporal.Instant | null
  readonly placeId: string | null
  /** Its place at the head of the line, after its group was called off. */
  readonly lostPlaceAt: Temporal.Instant | null
  /** Its place in line as the hub had moved it up, and why. */
  readonly movedUpAt: Temporal.Instant | null
  readonly movedUpReason: string | null
}

/** What a decision is taken back to within its ten minutes: a move against its life, and never another. */
const restorable: Readonly<Partial<Record<InterestStatus, readonly InterestStatus[]>>> = {
  offered: ['confirmed', 'waiting'],
  waiting: ['confirmed'],
  declined: ['received', 'confirmed', 'waiting'],
}

export const isRestorable = (from: InterestStatus, to: InterestStatus): boolean =>
  restorable[from]?.includes(to) ?? false
