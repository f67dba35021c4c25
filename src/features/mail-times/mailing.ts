/** Mail about a session that goes to all who come, each by itself: what they need to know, and a reminder. */
export type MailingKind = 'instructions' | 'reminder'

/** What staff of a hub said about mail to come: it is held until they let it go, or not sent for that date. */
export type MailingDecision = {
  readonly kind: MailingKind
  readonly subjectId: string
  readonly decision: 'held' | 'dropped'
  readonly forDate: Temporal.PlainDate
}

/** Whether mail is not to be sent: what was said of another date, before it was moved, says nothing of this one. */
export const isDropped = (decision: MailingDecision | null, date: Temporal.PlainDate): boolean =>
  decision?.decision === 'dropped' && decision.forDate.equals(date)
