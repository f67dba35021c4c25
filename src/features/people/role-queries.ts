import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'

/** A role, with what it is held at in words. */
export const roleById = async (db: Reader, id: string) => {
  const row = await db
    .selectFrom('roles as r')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'r.hub_id').on('h.to_on', 'is', null))
    .leftJoin('groups as g', 'g.id', 'r.group_id')
    .leftJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.role', 'r.person_id as personId', 'r.hub_id as hubId', 'r.group_id as groupId'])
    .select(['r.organisation_id as organisationId'])
    .select(sql<string | null>`coalesce(h.name, g.name, o.name)`.as('at'))
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, name: row.role as RoleName } : null
}

type Scope = {
  readonly name: RoleName
  readonly hubId: string | null
  readonly groupId: string | null
  readonly organisationId: string | null
}

/** Who holds a role at the same hub, group or organisation, or in the network, today. */
export const holdersOf = (db: Reader, { name, hubId, groupId, organisationId }: Scope, today: Temporal.PlainDate) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .select(['r.id', 'p.id as personId', 'p.name'])
    .where('r.role', '=', name)
    .where('r.from_on', '<=', today)
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .where('p.erased_at', 'is', null)
    .where(sql<boolean>`r.hub_id is not distinct from ${hubId}::uuid and r.group_id is not distinct from ${groupId}::uuid
      and r.organisation_id is not distinct from ${organisationId}::uuid`)
    .execute()

/** The part of an organisation's lead that somebody holds today. */
export const roleOfLead = async (
  db: Reader,
  { personId, organisationId, today }: { personId: string; organisationId: string; today: Temporal.PlainDate },
) => {
  const row = await db
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', 'school_lead')
    .where('organisation_id', '=', organisationId)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .executeTakeFirst()
  return row ? { id: row.id, name: 'school_lead' as const, personId, hubId: null, groupId: null, organisationId } : null
}

/** Whether nobody leads the organisation yet, and this person works there and has confirmed an address at a domain known for it. */
export const isFirstKnownByAddress = async (
  db: Reader,
  { personId, organisationId, today }: { personId: string; organisationId: string; today: Temporal.PlainDate },
): Promise<boolean> => {
  const { rows } = await sql<{ first: boolean }>`
    select exists (select from posts p where p.person_id = ${personId} and p.organisation_id = ${organisationId} and p.to_on is null)
      and exists (select from email_addresses e join organisations o on o.id = ${organisationId} and o.status <> 'closed'
        where e.person_id = ${personId} and e.to_at is null and e.confirmed_at is not null
          and split_part(e.address::text, '@', 2) = any (select lower(d) from unnest(o.email_domains) d))
      and not exists (select from roles r where r.organisation_id = ${organisationId} and r.role = 'school_lead'
        and (r.to_on is null or r.to_on >= ${today})) as first`.execute(db)
  return rows[0]?.first ?? false
}
