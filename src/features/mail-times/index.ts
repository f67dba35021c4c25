// Mail times: when mail goes that nobody waits for (reminders, joining instructions, digests, chasers): by day, on working days,
// outside the holidays of the reader's school, and never so late that it misses its purpose. What somebody waits for goes at once.
// Rooms that write such mail ask `mailCalendar` for a hub's times and the terms of authorities, and `momentFor` for the moment.
export { clearMailingDecision, decideMailing } from './actions/decide-mailing.ts'
export { keepMailTimes } from './actions/keep-mail-times.ts'
export { type MailTimes, type Moment, momentFor, timesInWords, usualMailTimes, type Wish } from './mail-times.ts'
export { isDropped, type MailingDecision, type MailingKind } from './mailing.ts'
export { mayHoldMail, mayKeepMailTimes } from './policy.ts'
export { goingNowOf, type MailCalendar, mailCalendar, mailingDecisions, mailTimesOf } from './queries.ts'
