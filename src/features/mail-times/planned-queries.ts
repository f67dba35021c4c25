import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Letter } from '../../platform/mail/index.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import { type Moment, momentFor } from './mail-times.ts'
import { type MailingKind, type Stop, stopOf } from './mailing.ts'
import { kindsStopped, mailCalendar, mailingDecisions } from './queries.ts'

/** A mail that can wait: of which hub, about what, to whose reader, from when on it is wanted and until when it serves. */
export type CanWait = {
  readonly kind: MailingKind
  readonly hubId: string
  /** What staff decide about, and the day for which they do: a task and when it is due, a request and its last day. */
  readonly subjectId: string
  readonly forDate: Temporal.PlainDate
  readonly authority: string | null
  readonly wanted: Temporal.Instant
  readonly notAfter: Temporal.Instant
}

/** A mail that the clock sends to one reader, as a hub sees it before it goes. */
export type PlannedMail = CanWait & {
  /** By which the room that sends it knows it. */
  readonly id: string
  readonly about: string
  readonly of: string
  readonly reader: { readonly name: string; readonly organisation: string | null }
}

/** Which mail to come is asked for: of a hub, or of all; about one subject alone, or all; wanted until the end of a day. */
export type MailAsked = {
  readonly hubId: string | null
  readonly subjectId: string | null
  readonly until: Temporal.PlainDate
}

/** A kind of mail that the clock sends, as its room shows it: what is to come, what it says, and sending it before its time. */
export type MailSource = {
  readonly kind: MailingKind
  /** When such mail is wanted, in a sentence. */
  readonly goes: string
  readonly toCome: (context: Context, asked: MailAsked) => Promise<readonly PlannedMail[]>
  /** As it would reach its reader, without the link that is theirs alone. */
  readonly letterTo: (context: Context, mail: PlannedMail) => Promise<Letter>
  /** Sends those that have not been sent, now; how many. */
  readonly send: (context: Context, mails: readonly PlannedMail[]) => Promise<number>
  /** Whether it can be sent before it is wanted: not where it tells what has not happened yet. */
  readonly canGoEarly: boolean
}

export type Timed<M> = M & { readonly moment: Moment; readonly stop: Stop | null }

/** When these mails go, and whether anything that a hub said stops them. */
export const timed = async <M extends CanWait>(
  db: Reader,
  mails: readonly M[],
  now: Temporal.Instant,
): Promise<readonly Timed<M>[]> => {
  if (mails.length === 0) return []
  const today = localDate(now)
  const last = mails.reduce((day, { wanted }) => {
    const on = localDate(wanted)
    return Temporal.PlainDate.compare(on, day) > 0 ? on : day
  }, today)
  const [calendar, decisions, kinds] = [
    await mailCalendar(
      db,
      mails.map(({ authority }) => authority),
      { from: today, to: last.add({ days: 30 }) },
    ),
    await mailingDecisions(db, [...new Set(mails.map(({ subjectId }) => subjectId))]),
    await kindsStopped(db, [...new Set(mails.map(({ hubId }) => hubId))]),
  ]
  return mails.map((mail) => {
    const { hubId, authority, wanted, notAfter } = mail
    const wish = { wanted, notBefore: wanted, notAfter }
    const asked = { now, wish, times: calendar.timesOf(hubId), terms: calendar.termsOf(authority) }
    return { ...mail, moment: momentFor(asked), stop: stopOf(mail, { decisions, kinds }) }
  })
}

/** Those of some mails that go now; the others wait for a better moment, or until the hub lets them go. */
export const goingNowOf = async <M extends CanWait>(
  db: Reader,
  mails: readonly M[],
  now: Temporal.Instant,
): Promise<readonly M[]> =>
  (await timed(db, mails, now)).filter(
    ({ moment, stop }) => stop === null && Temporal.Instant.compare(moment.at, now) <= 0,
  )
