import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Actor, RoleName } from '../../vocabulary/actor.ts'

/** A person as an actor, with the roles held on a day: for work that goes on in their name after they have left the page. */
export const actorOfPerson = async (db: Reader, personId: string, today: Temporal.PlainDate): Promise<Actor> => {
  const person = await db
    .selectFrom('people')
    .select('name')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!person) return { kind: 'visitor' }
  const rows = await db
    .selectFrom('roles as r')
    .leftJoin('hubs as h', 'h.id', 'r.hub_id')
    .select(['r.role', 'r.hub_id', 'h.slug', 'r.group_id', 'r.organisation_id'])
    .where('r.person_id', '=', personId)
    .where('r.from_on', '<=', today)
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .execute()
  const roles = rows.map((row) => ({
    name: row.role as RoleName,
    hubId: row.hub_id,
    hubSlug: row.slug,
    groupId: row.group_id,
    organisationId: row.organisation_id,
  }))
  return { kind: 'person', personId, name: person.name, roles }
}

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
