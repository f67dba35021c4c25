/** How long the approval of several grants can be undone, and its mail waits. */
export const minutesToUndo = 10

/** How many grants at most are approved at once: so many names can be looked through. */
export const mostAtOnce = 200

/** Several grants that were approved at once. */
export type GrantAct = {
  readonly id: string
  readonly hubId: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly undoableUntil: Temporal.Instant
  readonly undoneAt: Temporal.Instant | null
}

export const isUndoable = ({ undoneAt, undoableUntil }: GrantAct, now: Temporal.Instant): boolean =>
  undoneAt === null && Temporal.Instant.compare(now, undoableUntil) < 0
