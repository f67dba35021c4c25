import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { daysToConfirm, minutesOfQuiet } from './date-alert.ts'

/** What the holder of a link asked for; null once they have been told or have stopped it. */
export const dateAlertById = async (db: Reader, id: string) =>
  (await db
    .selectFrom('date_alerts')
    .select(['id', 'offer_id as offerId', 'confirmed_at as confirmedAt'])
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

/** How many wait for the dates of each offer of a hub: a number, and nobody's address. */
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

/** Offers whose dates are known by now, or that have ended, while somebody waits for dates. */
export const offersToTellOf = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> => {
  const quiet = now.subtract({ minutes: minutesOfQuiet })
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select('o.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('date_alerts as a')
          .select('a.id')
          .whereRef('a.offer_id', '=', 'o.id')
          .where('a.confirmed_at', 'is not', null),
      ),
    )
    .where(
      sql<boolean>`o.status <> 'published' or p.status <> 'published' or (o.updated_at <= ${quiet}
        and exists (select from planned_dates d where d.offer_id = o.id and d.on_date is not null))`,
    )
    .orderBy('o.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether there is an address that nobody confirmed in time. */
export const hasLapsed = async (db: Reader, now: Temporal.Instant): Promise<boolean> =>
  (await db
    .selectFrom('date_alerts')
    .select('id')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', now.subtract({ hours: daysToConfirm * 24 }))
    .executeTakeFirst()) !== undefined
