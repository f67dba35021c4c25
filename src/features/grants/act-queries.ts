import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { GrantAct } from './grant-act.ts'

/** Several grants of a hub that were approved at once. */
export const grantActOfHub = async (db: Reader, hubId: string, actId: string): Promise<GrantAct | null> =>
  (await db
    .selectFrom('grant_acts as a')
    .innerJoin('people as p', 'p.id', 'a.carried_out_by_person_id')
    .select(['a.id', 'a.hub_id as hubId', 'p.name as by', 'a.carried_out_at as at'])
    .select(['a.undoable_until as undoableUntil', 'a.undone_at as undoneAt'])
    .where('a.hub_id', '=', hubId)
    .where('a.id', '=', actId)
    .executeTakeFirst()) ?? null

/** The grants that were approved in an act. */
export const grantIdsOfAct = async (db: Reader, actId: string): Promise<readonly string[]> =>
  (
    await db.selectFrom('grant_act_rows').select('grant_id').where('act_id', '=', actId).orderBy('grant_id').execute()
  ).map((row) => row.grant_id)

/** Whom to write to about a grant: the lead whose days it is for, or the lead participant of the place; null where nobody can be written to. */
export const toldOfGrant = async (
  db: Reader,
  grantId: string,
): Promise<{ readonly personId: string; readonly name: string; readonly address: string } | null> => {
  const { rows } = await sql<{ personId: string; name: string; address: string }>`
    select e.id as "personId", e.name, m.address::text as address
    from grants g
      join lateral (select g.lead_person_id as id where g.lead_person_id is not null
        union all (select a.person_id from participants a where a.place_id = g.place_id and a.part = 'lead' order by a.to_on is null desc, a.from_on desc limit 1)) w on true
      join people e on e.id = w.id and e.erased_at is null
      join lateral (select address from email_addresses where person_id = e.id and to_at is null and is_primary
        order by confirmed_at is null, from_at desc limit 1) m on true
    where g.id = ${grantId}`.execute(db)
  return rows[0] ?? null
}
