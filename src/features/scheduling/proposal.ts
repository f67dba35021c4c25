import type { Alternative } from './alternatives.ts'
import type { Asked } from './asked.ts'
import type { NothingFits } from './fitting.ts'

export type ProposalStatus = 'open' | 'accepted' | 'dropped'

/** What was asked for the schedule of a group, and what was proposed: alternatives, or why nothing fits. */
export type Proposal = {
  readonly id: string
  readonly groupId: string
  readonly status: ProposalStatus
  readonly asked: Asked
  readonly alternatives: readonly Alternative[]
  readonly nothingFits: NothingFits | null
  readonly accepted: number | null
  readonly madeAt: Temporal.Instant
}
