import type { Reader } from '../../platform/database/index.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import { daysOfAuthorities, type TermDates } from '../calendars/index.ts'
import { type MailTimes, momentFor, usualMailTimes } from './mail-times.ts'
import type { MailingDecision, MailingKind } from './mailing.ts'

const rows = (db: Reader) => db.selectFrom('mail_times').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const timesOf = (row: Row): MailTimes => ({
  from: row.goes_from,
  until: row.goes_until,
  restsAtWeekends: row.rests_at_weekends,
  restsOnBankHolidays: row.rests_on_bank_holidays,
  restsInSchoolHolidays: row.rests_in_school_holidays,
})

/** When mail of a hub goes that can wait: as the hub has set it, or else the network; null asks for the network's own. */
export const mailTimesOf = async (
  db: Reader,
  hubId: string | null,
): Promise<MailTimes & { readonly setBy: 'hub' | 'network' | null }> => {
  const found = await rows(db)
    .where((is) => is.or([is('hub_id', 'is', null), ...(hubId === null ? [] : [is('hub_id', '=', hubId)])]))
    .execute()
  const row = found.find((each) => each.hub_id !== null) ?? found[0]
  return row ? { ...timesOf(row), setBy: row.hub_id === null ? 'network' : 'hub' } : { ...usualMailTimes, setBy: null }
}

export type MailCalendar = {
  readonly timesOf: (hubId: string) => MailTimes
  readonly termsOf: (authority: string | null) => readonly TermDates[]
}

/** The times of all hubs, and the terms of these authorities round a span of days: all that `momentFor` asks. */
export const mailCalendar = async (
  db: Reader,
  authorities: readonly (string | null)[],
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<MailCalendar> => {
  const codes = [...new Set(authorities)].filter((code) => code !== null)
  // A holiday that is not stated is what lies between two terms, so the terms on both sides are read too.
  const wide = { from: span.from.subtract({ days: 120 }), to: span.to.add({ days: 120 }) }
  const [times, days] = [await rows(db).execute(), codes.length > 0 ? await daysOfAuthorities(db, codes, wide) : []]
  const byHub = new Map(times.map((row) => [row.hub_id, timesOf(row)]))
  const byCode = new Map(days.map(({ code, dates }) => [code, dates]))
  return {
    timesOf: (hubId) => byHub.get(hubId) ?? byHub.get(null) ?? usualMailTimes,
    termsOf: (authority) => (authority === null ? [] : (byCode.get(authority) ?? [])),
  }
}

/** A mail that can wait, whose time has come: to whose reader, of which hub, and until when it serves. */
export type CanWait = {
  readonly hubId: string
  readonly authority: string | null
  readonly wanted: Temporal.Instant
  readonly notAfter: Temporal.Instant
}

/** Those of some mails that go now; the others wait for a better moment, at which they are asked about again. */
export const goingNowOf = async <M extends CanWait>(
  db: Reader,
  mails: readonly M[],
  now: Temporal.Instant,
): Promise<readonly M[]> => {
  if (mails.length === 0) return []
  const today = localDate(now)
  const calendar = await mailCalendar(
    db,
    mails.map(({ authority }) => authority),
    { from: today, to: today.add({ days: 30 }) },
  )
  return mails.filter(({ hubId, authority, wanted, notAfter }) => {
    const wish = { wanted, notBefore: wanted, notAfter }
    const { at } = momentFor({ now, wish, times: calendar.timesOf(hubId), terms: calendar.termsOf(authority) })
    return Temporal.Instant.compare(at, now) <= 0
  })
}

/** What was said about the mail to come of these records. */
export const mailingDecisions = async (
  db: Reader,
  subjectIds: readonly string[],
): Promise<readonly MailingDecision[]> => {
  if (subjectIds.length === 0) return []
  const found = await db
    .selectFrom('mailing_decisions')
    .select(['kind', 'subject_id as subjectId', 'decision', 'for_date as forDate'])
    .where('subject_id', 'in', [...subjectIds])
    .execute()
  return found.map((row) => ({
    ...row,
    kind: row.kind as MailingKind,
    decision: row.decision as MailingDecision['decision'],
  }))
}

/** The network whose times hold where a hub has set none. */
export const networkId = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('id').executeTakeFirstOrThrow()).id
