import type { StoodBefore } from '../place-offers/index.ts'

export const bulkActKinds = ['offer', 'wait', 'pass_on', 'decline', 'message'] as const

/** What is to be done with each of the chosen requests. */
export type Deed =
  | { readonly kind: 'offer'; readonly groupId: string; readonly groupName: string; readonly respondBy: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'pass_on'; readonly hubId: string; readonly hubName: string; readonly word: string }
  | { readonly kind: 'decline'; readonly reason: string }
  | {
      readonly kind: 'message'
      readonly title: string
      readonly subject: string
      readonly body: string
      readonly templateId: string | null
      readonly version: number
    }

export type BulkActStatus = 'chosen' | 'previewed' | 'carried_out' | 'undone'
export type RowOutcome = 'planned' | 'refused' | 'done' | 'left_out' | 'undone' | 'not_undone'

/** How many requests at most are acted on at once: so many names can be looked through. */
export const mostAtOnce = 200

export const minutesToUndo = 10

export type LetterToSend = { readonly to: string; readonly subject: string; readonly text: string }

/** Where a request stood before, as it is kept. */
export type KeptBefore = Omit<StoodBefore, Moment> & Readonly<Record<Moment, string | null>>
type Moment = 'waitingSince' | 'lostPlaceAt' | 'movedUpAt'

export const keptOf = ({ waitingSince, lostPlaceAt, movedUpAt, ...stood }: StoodBefore): KeptBefore => ({
  ...stood,
  waitingSince: waitingSince?.toString() ?? null,
  lostPlaceAt: lostPlaceAt?.toString() ?? null,
  movedUpAt: movedUpAt?.toString() ?? null,
})

const moment = (kept: string | null): Temporal.Instant | null => (kept === null ? null : Temporal.Instant.from(kept))

/** Where a request stood before, as it was kept. */
export const stoodBefore = ({ waitingSince, lostPlaceAt, movedUpAt, ...kept }: KeptBefore): StoodBefore => ({
  ...kept,
  waitingSince: moment(waitingSince),
  lostPlaceAt: moment(lostPlaceAt),
  movedUpAt: moment(movedUpAt),
})

export type BulkActRow = {
  readonly interestId: string
  readonly position: number
  readonly organisation: string
  readonly projectTitle: string
  readonly statusNow: string
  readonly outcome: RowOutcome | null
  readonly why: string | null
  readonly seenEvent: number
  readonly doneEvent: number | null
  readonly before: KeptBefore | null
  readonly letters: readonly LetterToSend[]
  /** What has happened to it since it was done, and who did that: then it cannot be undone any more. */
  readonly since: string | null
  /** Its mail of this act waited, was not true any more, and was taken back. */
  readonly isMailTakenBack: boolean
}

export type BulkAct = {
  readonly id: string
  readonly hubId: string
  readonly deed: Deed | null
  readonly status: BulkActStatus
  readonly begunBy: string | null
  readonly begunAt: Temporal.Instant
  readonly previewedAt: Temporal.Instant | null
  readonly carriedOutBy: string | null
  readonly carriedOutAt: Temporal.Instant | null
  readonly undoableUntil: Temporal.Instant | null
  readonly undoneBy: string | null
  readonly undoneAt: Temporal.Instant | null
}

/** What an act does, after "to 37 requests". */
export const deedInWords = (deed: Deed): string => {
  switch (deed.kind) {
    case 'offer':
      return `Offer a place in ${deed.groupName}`
    case 'wait':
      return 'Put on the waiting list'
    case 'pass_on':
      return `Ask whether it may go to ${deed.hubName}`
    case 'decline':
      return 'Decline'
    case 'message':
      return `Send “${deed.title}”`
  }
}

/** Whether what was done can be undone at this moment. */
export const isUndoable = ({ status, undoableUntil }: BulkAct, now: Temporal.Instant): boolean =>
  status === 'carried_out' && undoableUntil !== null && Temporal.Instant.compare(now, undoableUntil) < 0

/** Why what was done with a request cannot be undone any more, or null while it can. */
export const whyNotUndoable = (row: Pick<BulkActRow, 'since' | 'isMailTakenBack'>, deed: Deed): string | null => {
  const needsNoDecision = deed.kind === 'message' || deed.kind === 'pass_on'
  if (row.since === null || (needsNoDecision && !row.isMailTakenBack)) return null
  const mail = row.isMailTakenBack ? ' The mail of this act about it was taken back then, and is not sent.' : ''
  return `It has changed since: ${row.since}.${mail}`
}
