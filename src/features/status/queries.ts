import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type DateOfGroup = {
  readonly on: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
  readonly where: string
  readonly status: string
}

/** The dates of a group for those who have a place in it. */
export const datesOfGroup = async (db: Reader, groupId: string): Promise<readonly DateOfGroup[]> => {
  const rows = await db
    .selectFrom('sessions as s')
    .leftJoin('venues as v', 'v.id', 's.venue_id')
    .leftJoin('organisations as o', 'o.id', 's.host_organisation_id')
    .select(['s.on_date', 's.starts_at', 's.ends_at', 's.mode', 's.status'])
    .select(sql<string | null>`coalesce(v.name, o.name)`.as('venue'))
    .where('s.group_id', '=', groupId)
    .where('s.status', '<>', 'cancelled')
    .orderBy('s.on_date')
    .orderBy('s.number')
    .execute()
  return rows.map((row) => ({
    on: row.on_date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    where: row.mode === 'online' ? 'Online' : (row.venue ?? 'To be confirmed'),
    status: row.status,
  }))
}
