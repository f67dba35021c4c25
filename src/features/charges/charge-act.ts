/** Deciding about several charges at once. */
export const decisions = ['confirmed', 'waived'] as const
export type ChargeDecision = (typeof decisions)[number]

export const isDecision = (text: string): text is ChargeDecision => decisions.some((decision) => decision === text)

/** How long it can be undone, and its mail waits. */
export const minutesToUndo = 10

export type ChargeAct = {
  readonly id: string
  readonly hubId: string
  readonly decision: ChargeDecision
  readonly reason: string | null
  readonly by: string
  readonly at: Temporal.Instant
  readonly undoableUntil: Temporal.Instant
  readonly undoneAt: Temporal.Instant | null
}

export const isUndoable = ({ undoneAt, undoableUntil }: ChargeAct, now: Temporal.Instant): boolean =>
  undoneAt === null && Temporal.Instant.compare(now, undoableUntil) < 0

/** What is done, in words: for the button and the result. */
export const decisionInWords: Readonly<Record<ChargeDecision, string>> = { confirmed: 'Confirm', waived: 'Waive' }
