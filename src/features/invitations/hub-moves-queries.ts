import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** How many participations of a hub's groups are for an organisation that the person has left, and not yet decided about. */
export const movesAwaiting = async (db: Reader, hubId: string): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(distinct a.id)::int as count from person_moves m
        join participants a on a.person_id = m.person_id and a.to_on is null and a.part <> 'substitute'
        join places p on p.id = a.place_id and p.organisation_id = m.from_organisation_id and p.status in ('offered', 'held')
        join groups g on g.id = p.group_id
      where g.hub_id = ${hubId} and not exists (select from move_decisions d where d.move_id = m.id and d.participant_id = a.id)`.execute(
      db,
    )
  ).rows[0]?.count ?? 0
