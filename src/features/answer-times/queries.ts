import type { Reader } from '../../platform/database/index.ts'
import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import { type AnswerTerms, deadlineFor, usualTerms } from './answer-terms.ts'

/** How long schools of a hub have to answer: as the hub has set it, or else the network; null asks for the network's own. */
export const answerTermsOf = async (
  db: Reader,
  hubId: string | null,
): Promise<AnswerTerms & { readonly setBy: 'hub' | 'network' | null }> => {
  const rows = await db
    .selectFrom('answer_terms')
    .selectAll()
    .where((is) => is.or([is('hub_id', 'is', null), ...(hubId === null ? [] : [is('hub_id', '=', hubId)])]))
    .execute()
  const row = rows.find((each) => each.hub_id !== null) ?? rows[0]
  if (!row) return { ...usualTerms, setBy: null }
  return {
    week: { days: row.working_days, opens: row.opens_at, closes: row.closes_at },
    hoursToAnswer: row.hours_to_answer,
    daysBeforeFirst: row.days_before_first,
    leastHours: row.least_hours,
    reminderHours: row.reminder_hours,
    setBy: row.hub_id === null ? 'network' : 'hub',
  }
}

/**
 * The day that a form proposes as the last one to answer an offer made now, by the terms of the hub: whoever offers may choose another.
 * It is today where the terms are of an hour or two, but for the last minute of a day, in which nobody could answer any more.
 */
export const usualLastDay = async (db: Reader, hubId: string, now: Temporal.Instant): Promise<Temporal.PlainDate> => {
  const day = localDate(deadlineFor(await answerTermsOf(db, hubId), now, null)?.by ?? now)
  const end = localInstant(day, Temporal.PlainTime.from('23:59'))
  return Temporal.Instant.compare(end, now) > 0 ? day : day.add({ days: 1 })
}

/** The network whose terms hold where a hub has set none. */
export const networkId = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('id').executeTakeFirstOrThrow()).id

/** Hubs that count otherwise than the network, by name. */
export const hubsWithOwnTerms = (db: Reader): Promise<readonly { slug: string; name: string | null }[]> =>
  db
    .selectFrom('answer_terms as t')
    .innerJoin('hubs as h', 'h.id', 't.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['h.slug', 'n.name'])
    .orderBy('n.name')
    .execute()
