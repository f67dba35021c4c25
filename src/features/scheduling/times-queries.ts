import type { Reader } from '../../platform/database/index.ts'
import { historyOf } from '../../platform/history.ts'

/** Whose a venue is; null where there is no such venue. */
export const hubOfVenue = async (db: Reader, venueId: string): Promise<string | null> =>
  (await db.selectFrom('venues').select('hub_id').where('id', '=', venueId).executeTakeFirst())?.hub_id ?? null

/** A venue of a hub, by what it is called; null where it is none of this hub's. */
export const venueAt = async (
  db: Reader,
  { hubId, venueId }: { readonly hubId: string; readonly venueId: string },
): Promise<{ readonly id: string; readonly name: string } | null> =>
  (await db
    .selectFrom('venues')
    .select(['id', 'short_name as name'])
    .where('id', '=', venueId)
    .where('hub_id', '=', hubId)
    .executeTakeFirst()) ?? null

/** Who stated last when somebody can lead sessions, and when; null where nobody has. */
export const lastStatedOf = async (db: Reader, personId: string) => {
  const past = await historyOf(db, { type: 'person', id: personId })
  const last = past.find(({ name }) => name === 'times.stated' || name === 'times.stated-by-hub')
  return last ? { by: last.name === 'times.stated' ? null : last.actorName, at: last.occurredAt } : null
}
