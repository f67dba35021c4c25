import { Refused } from '../../platform/errors.ts'

export const runStatuses = ['queued', 'running', 'proposed', 'accepted', 'discarded', 'failed', 'cancelled'] as const
export type RunStatus = (typeof runStatuses)[number]

export const runStatusLabels: Readonly<Record<RunStatus, string>> = {
  queued: 'Waiting to start',
  running: 'Being worked out',
  proposed: 'Proposed',
  accepted: 'Accepted',
  discarded: 'Discarded',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

export const isUnderWay = (status: RunStatus): boolean => status === 'queued' || status === 'running'

/** Only a proposal that nobody has decided on is changed, accepted or discarded. */
export const requireProposed = (status: RunStatus): void => {
  if (status !== 'proposed')
    throw new Refused(`This placement is ${runStatusLabels[status].toLowerCase()}: nothing in it is decided any more.`)
}

/** What one more place in a group would change: how many more are placed, and the miles saved. */
export type OneMore = { readonly groupId: string; readonly placed: number; readonly miles: number }

export type RunSummary = {
  readonly applicants: number
  readonly groups: number
  readonly placed?: number
  readonly miles?: number
  readonly longest?: number
  readonly proved?: boolean
  readonly oneMore?: readonly OneMore[]
  readonly offered?: number
  readonly refused?: readonly { readonly interestId: string; readonly why: string }[]
}
