// Mail times: when mail goes that nobody waits for (reminders, joining instructions, digests, chasers): by day, on working days,
// outside the holidays of the reader's school, and never so late that it misses its purpose; and what a hub says of its mail to come:
// held, or not sent, one by one or all of a kind. What somebody waits for goes at once.
// Rooms that write such mail ask `goingNowOf` which of it goes now, and hand a `MailSource` on, by which its hub sees it before.
export { clearMailingDecision, decideMailing } from './actions/decide-mailing.ts'
export { keepMailTimes } from './actions/keep-mail-times.ts'
export { letMailKindGo, stopMailKind } from './actions/stop-mail-kind.ts'
export { type MailTimes, type Moment, momentFor, timesInWords, usualMailTimes, type Wish } from './mail-times.ts'
export {
  isDropped,
  isMailingKind,
  type KindStopped,
  type MailingDecision,
  type MailingKind,
  mailingKinds,
  mailingLabels,
  type Stop,
  stopOf,
} from './mailing.ts'
export {
  goingNowOf,
  type MailAsked,
  type MailSource,
  type PlannedMail,
  type Timed,
  timed,
} from './planned-queries.ts'
export { mayHoldMail, mayKeepMailTimes } from './policy.ts'
export { kindsStopped, type MailCalendar, mailCalendar, mailingDecisions, mailTimesOf } from './queries.ts'
