import type { Reader } from '../../platform/database/index.ts'
import { daysOfAuthorities, type TermDates } from '../calendars/index.ts'
import { type MailTimes, usualMailTimes } from './mail-times.ts'
import type { KindStopped, MailingDecision, MailingKind } from './mailing.ts'

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

/** What was said about all mail of a kind, by these hubs. */
export const kindsStopped = async (db: Reader, hubIds: readonly string[]): Promise<readonly KindStopped[]> =>
  hubIds.length === 0
    ? []
    : (
        await db
          .selectFrom('mailing_kinds_stopped')
          .select(['hub_id as hubId', 'kind', 'decision'])
          .where('hub_id', 'in', [...hubIds])
          .execute()
      ).map((row) => ({
        ...row,
        kind: row.kind as MailingKind,
        decision: row.decision as KindStopped['decision'],
      }))

/** The network whose times hold where a hub has set none. */
export const networkId = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('id').executeTakeFirstOrThrow()).id
