import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { peopleKnownTo } from '../people/index.ts'

export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly erased: boolean
}

/** A person by their id, erased or not. */
export const personById = async (db: Reader, personId: string): Promise<KnownPerson | null> => {
  const row = await db
    .selectFrom('people as p')
    .leftJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select(['p.id', 'p.name', 'e.address', 'p.erased_at'])
    .where('p.id', '=', personId)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, address: row.address, erased: row.erased_at !== null } : null
}

/** People found by a name or an address: all of the network, or those whom a hub knows. */
export const peopleFound = async (
  db: Reader,
  { words, hubId }: { words: string; hubId: string | null },
): Promise<readonly KnownPerson[]> => {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const known = hubId === null ? sql`true` : sql`p.id in (${peopleKnownTo(hubId)})`
  const { rows } = await sql<KnownPerson>`
    select p.id, p.name, e.address, false as erased from people p
    left join email_addresses e on e.person_id = p.id and e.to_at is null and e.is_primary
    where p.erased_at is null and p.merged_into_id is null and (p.name ilike ${like} or exists (select from email_addresses x where x.person_id = p.id and x.address ilike ${like}))
      and ${known}
    order by p.name, p.id limit 50`.execute(db)
  return rows
}
