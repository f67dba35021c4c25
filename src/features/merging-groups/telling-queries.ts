import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** Where those who lead a group today are written to. */
export const leadAddresses = async (
  db: Reader,
  groupId: string,
  today: Temporal.PlainDate,
): Promise<readonly { personId: string; name: string; address: string }[]> => {
  const { rows } = await sql<{ personId: string; name: string; address: string }>`
    select distinct p.id as "personId", p.name, e.address::text as address from roles r join people p on p.id = r.person_id and p.erased_at is null
      join email_addresses e on e.person_id = p.id and e.to_at is null and e.is_primary
    where r.group_id = ${groupId} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today}) order by p.name`.execute(
    db,
  )
  return rows
}
