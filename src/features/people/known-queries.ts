import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly organisationIds: ReadonlySet<string>
}

/** Who is reached at these addresses, by address, with the organisations at which they hold a post today. */
export const peopleAtAddresses = async (
  db: Reader,
  addresses: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const { rows } = await sql<{ id: string; name: string; address: string; organisations: string[] }>`
    select p.id, p.name, lower(e.address::text) as address, coalesce(array_agg(t.organisation_id::text) filter (where t.organisation_id is not null), '{}') as organisations
    from email_addresses e join people p on p.id = e.person_id
    left join posts t on t.person_id = p.id and (t.to_on is null or t.to_on >= ${today})
    where e.address = any(${[...addresses]}::citext[]) and e.to_at is null and p.erased_at is null
    group by p.id, p.name, e.address`.execute(db)
  return new Map(
    rows.map(({ id, name, address, organisations }) => [
      address,
      { id, name, organisationIds: new Set(organisations) },
    ]),
  )
}
