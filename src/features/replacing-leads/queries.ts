import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { networkZone } from '../../vocabulary/local-time.ts'
import { type Session, sessionsOfGroup } from '../sessions/index.ts'

/** Who leads a group, by the role that says so: those who do today, and those who will. */
export const leadRolesOf = (db: Reader, groupId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.person_id as personId', 'p.name', 'r.from_on as from', 'r.to_on as until'])
    .where('r.group_id', '=', groupId)
    .where('r.role', '=', 'group_lead')
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .orderBy('r.from_on')
    .orderBy('p.name')
    .execute()

export type LeadRole = Awaited<ReturnType<typeof leadRolesOf>>[number]

/** The sessions of a group that are still to be held, from a day on. */
export const sessionsFrom = async (
  db: Reader,
  groupId: string,
  from: Temporal.PlainDate,
): Promise<readonly Session[]> =>
  (await sessionsOfGroup(db, groupId)).filter(
    ({ status, onDate }) =>
      (status === 'provisional' || status === 'confirmed') &&
      onDate !== null &&
      Temporal.PlainDate.compare(onDate, from) >= 0,
  )

export type Clash = {
  readonly number: number
  readonly onDate: Temporal.PlainDate
  readonly group: string
  readonly otherNumber: number
}

/** Sessions of a group, from a day on, at whose time somebody leads another (domain rule 4). */
export const clashesFor = async (
  db: Reader,
  {
    groupId,
    personId,
    from,
  }: { readonly groupId: string; readonly personId: string; readonly from: Temporal.PlainDate },
): Promise<readonly Clash[]> =>
  (
    await sql<Clash>`
      select s.number, s.on_date as "onDate", g.name as "group", o.number as "otherNumber"
      from sessions s
        join session_leads l on l.person_id = ${personId} and l.session_id <> s.id
          and l.during && tstzrange((s.on_date + s.starts_at) at time zone ${networkZone}, (s.on_date + s.ends_at) at time zone ${networkZone}, '[)')
        join sessions o on o.id = l.session_id join groups g on g.id = o.group_id
      where s.group_id = ${groupId} and s.status in ('provisional', 'confirmed') and s.on_date >= ${from}
        and s.starts_at is not null and s.ends_at is not null and o.group_id <> s.group_id
      order by s.on_date, s.number`.execute(db)
  ).rows

export type Told = {
  readonly personId: string
  readonly name: string
  readonly address: string
  /** The sessions that their school hosts. */
  readonly hosts: readonly number[]
}

/** Who takes part in a group and can be written to, with the sessions from a day on that their own school hosts; both leads aside. */
export const membersToTell = async (
  db: Reader,
  {
    groupId,
    from,
    except,
  }: { readonly groupId: string; readonly from: Temporal.PlainDate; readonly except: readonly string[] },
): Promise<readonly Told[]> =>
  (
    await sql<Told>`
      select distinct on (n.name, n.id) n.id as "personId", n.name, e.address::text as address,
        array(select s.number from sessions s where s.group_id = p.group_id and s.host_organisation_id = p.organisation_id
          and s.status in ('provisional', 'confirmed') and s.on_date >= ${from} order by s.number) as hosts
      from places p join participants a on a.place_id = p.id and a.to_on is null and a.part <> 'substitute'
        join people n on n.id = a.person_id and n.erased_at is null
        join email_addresses e on e.person_id = n.id and e.to_at is null and e.is_primary
      where p.group_id = ${groupId} and p.status = 'held' and not n.id = any(${[...except]}::uuid[])
      order by n.name, n.id`.execute(db)
  ).rows

export type HostedByLead = {
  readonly id: string
  readonly number: number
  readonly schoolId: string
  readonly school: string
}

/** Sessions from a day on that are hosted at a school where a lead works, and nobody of it takes part: who hosts them is to be settled anew. */
export const hostedByLead = async (
  db: Reader,
  {
    groupId,
    personId,
    from,
  }: { readonly groupId: string; readonly personId: string; readonly from: Temporal.PlainDate },
): Promise<readonly HostedByLead[]> =>
  (
    await sql<HostedByLead>`
      select s.id, s.number, o.id as "schoolId", o.name as school from sessions s join organisations o on o.id = s.host_organisation_id
      where s.group_id = ${groupId} and s.status in ('provisional', 'confirmed') and s.on_date >= ${from}
        and exists (select from posts t where t.person_id = ${personId} and t.organisation_id = o.id and t.to_on is null)
        and not exists (select from places p where p.group_id = s.group_id and p.organisation_id = o.id and p.status = 'held')
      order by s.number`.execute(db)
  ).rows

/** The school at which somebody works today, where there is one. */
export const schoolOfLead = async (
  db: Reader,
  personId: string,
): Promise<{ readonly id: string; readonly name: string } | null> =>
  (
    await sql<{ id: string; name: string }>`
      select o.id, o.name from posts t join organisations o on o.id = t.organisation_id and o.kind = 'school' and o.status <> 'closed'
      where t.person_id = ${personId} and t.to_on is null order by t.from_on desc, o.name limit 1`.execute(db)
  ).rows[0] ?? null
