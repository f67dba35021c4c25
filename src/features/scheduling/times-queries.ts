import type { Reader } from '../../platform/database/index.ts'

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
