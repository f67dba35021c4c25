import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type VenueToChoose = { readonly id: string; readonly shortName: string; readonly address: string }

/** The venues a hub uses, and those it no longer does where its groups still have them. */
export const venuesToChoose = async (db: Reader, hubId: string): Promise<readonly VenueToChoose[]> => {
  const { rows } = await sql<VenueToChoose>`
    select id, short_name as "shortName", address from venues v where hub_id = ${hubId} and (retired_on is null
      or exists (select from groups g where g.venue_id = v.id) or exists (select from sessions s where s.venue_id = v.id))
    order by short_name`.execute(db)
  return rows
}
