import { Refused } from '../../platform/errors.ts'
import type { Figures } from '../placement-solving/index.ts'

export const runStatuses = ['queued', 'running', 'proposed', 'accepted', 'discarded', 'failed', 'cancelled'] as const
export type RunStatus = (typeof runStatuses)[number]

export const runStatusLabels: Readonly<Record<RunStatus, string>> = {
  queued: 'Waiting to start',
  running: 'Being worked out',
  proposed: 'Proposed',
  accepted: 'Accepted',
  discarded: 'Discarded',
  failed: 'Failed',
  cancelled: 'Called off',
}

/** The job that works a run out, by its key. */
export const jobKeyOf = (runId: string): string => `placement:${runId}`

export const isUnderWay = (status: RunStatus): boolean => status === 'queued' || status === 'running'

/** Only a proposal that nobody has decided on is changed, accepted or discarded. */
export const requireProposed = (status: RunStatus): void => {
  if (status !== 'proposed')
    throw new Refused(`This placement is ${runStatusLabels[status].toLowerCase()}: nothing in it is decided any more.`)
}

export type RunSummary = Partial<Figures> & {
  readonly applicants: number
  readonly groups: number
  /** The same figures had everybody been served in the order of asking. */
  readonly firstCome?: Figures
  /** How many are elsewhere than in the placement before; null when there was none. */
  readonly moved?: number | null
  readonly proved?: boolean
  /** Where it is not proved: how many more could be placed at most, and by how many miles, or what counts like them, it could be better. */
  readonly gap?: { readonly places: number; readonly miles: number }
  /** In very large placements: how many groups were looked at for each. */
  readonly groupsLookedAt?: number | null
  /** How many groups it opens. */
  readonly opened?: number
  readonly offered?: number
  readonly refused?: readonly { readonly interestId: string; readonly why: string }[]
}
