/** Mail that goes by the clock and that staff of a hub see before it goes. */
export const mailingKinds = [
  'instructions',
  'reminder',
  'task-reminder',
  'task-digest',
  'names-reminder',
  'names-overdue',
  'successor-reminder',
  'successor-overdue',
  'headteacher-reminder',
  'place-reminder',
  'evaluation',
] as const
export type MailingKind = (typeof mailingKinds)[number]

export const isMailingKind = (word: string): word is MailingKind => mailingKinds.some((kind) => kind === word)

export const mailingLabels: Readonly<Record<MailingKind, string>> = {
  instructions: 'Joining instructions',
  reminder: 'Reminder of a session',
  'task-reminder': 'Reminder of a task',
  'task-digest': 'What came of a task',
  'names-reminder': 'Reminder to name people',
  'names-overdue': 'People not named in time',
  'successor-reminder': 'Reminder to say who follows',
  'successor-overdue': 'Successor not named in time',
  'headteacher-reminder': 'Reminder to a headteacher',
  'place-reminder': 'Reminder of an offered place',
  evaluation: 'Invitation to an evaluation',
}

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

/** What a hub said about all its mail of a kind: it waits until it is let go, or none is sent while that stands. */
export type KindStopped = {
  readonly hubId: string
  readonly kind: MailingKind
  readonly decision: 'held' | 'dropped'
}

/** Why a mail does not go: what was said of it alone, or of all of its kind; null when nothing stands in its way. */
export type Stop = { readonly decision: 'held' | 'dropped'; readonly of: 'mail' | 'kind' }

type Asked = {
  readonly kind: MailingKind
  readonly hubId: string
  readonly subjectId: string
  readonly forDate: Temporal.PlainDate
}

/** What stops a mail. What was said of it alone comes first: it is the nearer word. */
export const stopOf = (
  mail: Asked,
  said: { readonly decisions: readonly MailingDecision[]; readonly kinds: readonly KindStopped[] },
): Stop | null => {
  const own = said.decisions.find(({ kind, subjectId }) => kind === mail.kind && subjectId === mail.subjectId) ?? null
  if (own?.decision === 'held' || isDropped(own, mail.forDate)) return { decision: own?.decision ?? 'held', of: 'mail' }
  const all = said.kinds.find(({ hubId, kind }) => hubId === mail.hubId && kind === mail.kind)
  return all ? { decision: all.decision, of: 'kind' } : null
}
