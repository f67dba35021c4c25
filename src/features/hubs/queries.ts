import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import type { ChangeKind } from './hub-change.ts'

/** What of a hub a decision rests on, as one word: when it is another one, somebody has changed the hub meanwhile. */
export const fingerprintOf = async (db: Reader, hubIds: readonly string[]): Promise<string> => {
  const { rows } = await sql<{ fingerprint: string }>`
    select md5(concat_ws('|',
      (select string_agg(concat(id, closed_on), ',' order by id) from hubs where id = any(${hubIds}::uuid[])),
      (select string_agg(concat(id, name), ',' order by id) from hub_names where to_on is null and hub_id = any(${hubIds}::uuid[])),
      (select string_agg(concat(id, name), ',' order by id) from hub_lead_organisations where to_on is null and hub_id = any(${hubIds}::uuid[])),
      (select string_agg(id::text, ',' order by id) from hub_areas where to_on is null and hub_id = any(${hubIds}::uuid[])),
      (select string_agg(id::text, ',' order by id) from roles where to_on is null and hub_id = any(${hubIds}::uuid[])),
      (select string_agg(id::text, ',' order by id) from offers where hub_id = any(${hubIds}::uuid[])),
      (select string_agg(id::text, ',' order by id) from groups where hub_id = any(${hubIds}::uuid[])))) as fingerprint`.execute(
    db,
  )
  return rows[0]?.fingerprint ?? ''
}

export type StaffMember = {
  readonly roleId: string
  readonly personId: string
  readonly name: string
  readonly address: string | null
  readonly role: RoleName
}

/** Who works at a hub on a day, role by role. */
export const staffOfHub = async (
  db: Reader,
  hubId: string,
  day: Temporal.PlainDate,
): Promise<readonly StaffMember[]> => {
  const { rows } = await sql<StaffMember>`
    select r.id as "roleId", p.id as "personId", p.name, r.role,
      (select e.address::text from email_addresses e where e.person_id = p.id and e.to_at is null order by e.from_at desc limit 1) as address
    from roles r join people p on p.id = r.person_id
    where r.hub_id = ${hubId} and r.role in ('hub_lead', 'hub_administrator') and p.erased_at is null
      and r.from_on <= ${day}::date and (r.to_on is null or r.to_on >= ${day}::date)
    order by r.role desc, p.name, r.id`.execute(db)
  return rows
}

export type PlannedChange = {
  readonly id: string
  readonly kind: ChangeKind
  readonly dueOn: Temporal.PlainDate
  readonly refusedBecause: string | null
  readonly by: string | null
}

/** What is to change about a hub on a day to come, and what could not be done on its day. */
export const plannedChangesOf = async (db: Reader, hubId: string): Promise<readonly PlannedChange[]> => {
  const { rows } = await sql<PlannedChange>`
    select c.id, c.kind, c.due_on as "dueOn", c.refused_because as "refusedBecause", p.name as by
    from planned_hub_changes c left join people p on p.id = c.planned_by_person_id
    where c.hub_id = ${hubId} and c.done_at is null and c.cancelled_at is null order by c.due_on, c.id`.execute(db)
  return rows
}

/** Planned changes whose day has come. */
export const changesDue = async (db: Reader, today: Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('planned_hub_changes')
      .select('id')
      .where('due_on', '<=', today)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('refused_because', 'is', null)
      .orderBy('due_on')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

export type HubInNetwork = {
  readonly slug: string
  readonly name: string
  readonly region: string | null
  readonly closedOn: Temporal.PlainDate | null
  readonly successor: string | null
  readonly leads: readonly string[]
  readonly areas: readonly string[]
  readonly staff: number
}

/** Every hub that there is or was, with who leads it, where it works and how many work there. */
export const hubsOfNetwork = async (db: Reader, today: Temporal.PlainDate): Promise<readonly HubInNetwork[]> => {
  const { rows } = await sql<HubInNetwork>`
    select h.slug, n.name, h.region, h.closed_on as "closedOn",
      (select sn.name from hub_successors s join hub_names sn on sn.hub_id = s.successor_id and sn.to_on is null
        where s.predecessor_id = h.id and s.kind = 'merged' limit 1) as successor,
      array(select l.name from hub_lead_organisations l where l.hub_id = h.id and l.to_on is null order by l.name) as leads,
      array(select a.described_as from hub_areas a where a.hub_id = h.id and a.to_on is null order by a.described_as) as areas,
      (select count(distinct r.person_id)::int from roles r where r.hub_id = h.id and r.from_on <= ${today}::date
        and (r.to_on is null or r.to_on >= ${today}::date)) as staff
    from hubs h join hub_names n on n.hub_id = h.id and n.to_on is null order by n.name`.execute(db)
  return rows
}

export type AuthorityServed = {
  readonly code: string
  readonly name: string
  readonly region: string | null
  readonly hubs: readonly string[]
}

/** Authorities that no hub serves, and those that several serve, with those hubs. */
export const gapsAndOverlaps = async (
  db: Reader,
): Promise<{ readonly unserved: readonly AuthorityServed[]; readonly overlapping: readonly AuthorityServed[] }> => {
  const { rows } = await sql<AuthorityServed>`
    select a.code, a.name, a.region, array(select distinct n.name || case when bool_and(x.part) then ' (part)' else '' end
      from hub_areas x join hub_names n on n.hub_id = x.hub_id and n.to_on is null
      where x.authority_code = a.code and x.to_on is null group by n.name order by 1) as hubs
    from authorities a order by a.name`.execute(db)
  return {
    unserved: rows.filter(({ hubs }) => hubs.length === 0),
    overlapping: rows.filter(({ hubs }) => hubs.length > 1),
  }
}

export const allAuthorities = (db: Reader) =>
  db.selectFrom('authorities').select(['code', 'name']).orderBy('name').execute()

/** The groups that were made of offers. */
export const groupsOfOffers = async (db: Reader, offerIds: readonly string[]): Promise<readonly string[]> =>
  offerIds.length === 0
    ? []
    : (
        await db
          .selectFrom('groups')
          .select('id')
          .where('offer_id', 'in', [...offerIds])
          .execute()
      ).map(({ id }) => id)
