import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { daysToConfirm, minutesOfQuiet, type WaitedFor } from './date-alert.ts'

/** What the holder of a link asked for; null once they have been told or have stopped it. */
export const dateAlertById = async (db: Reader, id: string) => {
  const row = await db
    .selectFrom('date_alerts')
    .select(['id', 'offer_id as offerId', 'confirmed_at as confirmedAt', 'waits_for as what'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, what: row.what as WaitedFor } : null
}

/** How many wait for the dates, or the opening, of each offer of a hub: a number, and nobody's address. */
export const waitingForDates = async (db: Reader, hubId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('date_alerts as a')
    .innerJoin('offers as o', 'o.id', 'a.offer_id')
    .select((select) => ['a.offer_id', select.fn.countAll<number>().as('waiting')])
    .where('o.hub_id', '=', hubId)
    .where('a.confirmed_at', 'is not', null)
    .groupBy('a.offer_id')
    .execute()
  return new Map(rows.map((row) => [row.offer_id, Number(row.waiting)]))
}

/** Offers with a confirmed date by now, those that have opened and those that have ended, while somebody waits for it; and for what. */
export const offersToTellOf = async (
  db: Reader,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<readonly { readonly offerId: string; readonly what: WaitedFor }[]> => {
  const quiet = now.subtract({ minutes: minutesOfQuiet })
  const rows = await db
    .selectFrom('date_alerts as a')
    .innerJoin('offers as o', 'o.id', 'a.offer_id')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select(['a.offer_id as offerId', 'a.waits_for as what'])
    .distinct()
    .where('a.confirmed_at', 'is not', null)
    .where(
      sql<boolean>`o.status <> 'published' or p.status <> 'published' or case a.waits_for
        when 'opening' then coalesce(o.opens_on <= ${today}, true)
        else o.updated_at <= ${quiet} and exists (select from planned_dates d where d.offer_id = o.id and d.on_date is not null and d.certainty = 'confirmed') end`,
    )
    .orderBy('a.offer_id')
    .orderBy('a.waits_for')
    .execute()
  return rows.map(({ offerId, what }) => ({ offerId, what: what as WaitedFor }))
}

/** Whether there is an address that nobody confirmed in time. */
export const hasLapsed = async (db: Reader, now: Temporal.Instant): Promise<boolean> =>
  (await db
    .selectFrom('date_alerts')
    .select('id')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', now.subtract({ hours: daysToConfirm * 24 }))
    .executeTakeFirst()) !== undefined
