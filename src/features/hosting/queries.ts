import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { HostingStatus, NeedsAtSession } from './hosting.ts'
import type { Meeting, School } from './rota.ts'

/** The schools of a group with what matters for hosting, by name. */
export const schoolsToHost = async (
  db: Reader,
  groupId: string,
  today: Temporal.PlainDate,
): Promise<readonly (School & { readonly isStated: boolean })[]> => {
  const { rows } = await sql<School & { isStated: boolean }>`
    with recursive earlier(id, depth) as (
      select continues_group_id, 1 from groups where id = ${groupId} and continues_group_id is not null
      union all select g.continues_group_id, depth + 1 from earlier e join groups g on g.id = e.id where g.continues_group_id is not null and depth < 10
    ), ours as (
      select distinct o.id, o.name, o.easting, o.northing, o.postcode from places p join organisations o on o.id = p.organisation_id
        where p.group_id = ${groupId} and p.status = 'held'
      union
      select o.id, o.name, o.easting, o.northing, o.postcode from roles r join posts t on t.person_id = r.person_id and t.to_on is null join organisations o on o.id = t.organisation_id
        where r.group_id = ${groupId} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today}) and o.kind = 'school'
    ), ways as (
      select t.organisation_id, d.id as to_id, min(t.minutes) as minutes from groups g
        join travel_tables k on k.hub_id = g.hub_id and k.year = g.year and k.status = 'in_force'
        join travel_times t on t.table_id = k.id and t.organisation_id in (select id from ours)
        join ours d on d.id = t.to_organisation_id or replace(t.to_postcode, ' ', '') = replace(upper(d.postcode), ' ', '')
      where g.id = ${groupId} group by t.organisation_id, d.id
    )
    select s.id, s.name, coalesce(w.is_willing, true) as "isWilling", w.organisation_id is not null as "isStated", w.people_room as room,
      (select count(*)::int from sessions x where x.host_organisation_id = s.id and x.status <> 'cancelled' and x.group_id in (select id from earlier)) as before,
      (select round(sum(sqrt(power(s.easting - t.easting, 2) + power(s.northing - t.northing, 2))))::float8 from ours t
        where t.id <> s.id and t.easting is not null and t.northing is not null) as travel,
      (select case when count(*) = count(y.minutes) then sum(y.minutes)::int end from ours t left join ways y on y.organisation_id = t.id and y.to_id = s.id
        where t.id <> s.id) as minutes,
      exists (select from roles r join posts t on t.person_id = r.person_id and t.to_on is null
        where r.group_id = ${groupId} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today}) and t.organisation_id = s.id) as "isLeads"
    from ours s left join host_willingness w on w.group_id = ${groupId} and w.organisation_id = s.id order by s.name, s.id`.execute(
    db,
  )
  return rows
}

export type HostingSeen = Meeting & {
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
  readonly status: string
  readonly hostName: string | null
  /** Who was asked and has not answered, or has agreed. */
  readonly live: {
    readonly id: string
    readonly status: HostingStatus
    readonly name: string
    readonly askedAt: string
  } | null
  readonly declinedNames: readonly string[]
}

/** The sessions of a group at a place, by date, with who hosts them, is asked or said no; visits and what is online or over have no host. */
export const hostingsOfGroup = async (db: Reader, groupId: string): Promise<readonly HostingSeen[]> => {
  const { rows } = await sql<HostingSeen>`
    select s.id, s.number, s.on_date as "onDate", s.starts_at as "startsAt", s.ends_at as "endsAt", s.status,
      coalesce(s.host_organisation_id, (select h.organisation_id from hostings h where h.session_id = s.id and h.status = 'asked')) as host,
      o.name as "hostName",
      (select jsonb_build_object('id', h.id, 'status', h.status, 'name', q.name, 'askedAt', h.asked_at) from hostings h join organisations q on q.id = h.organisation_id
        where h.session_id = s.id and h.status in ('asked', 'accepted')) as live,
      coalesce((select array_agg(h.organisation_id) from hostings h where h.session_id = s.id and h.status = 'declined'), '{}') as "declinedBy",
      coalesce((select array_agg(q.name order by h.answered_at) from hostings h join organisations q on q.id = h.organisation_id
        where h.session_id = s.id and h.status = 'declined'), '{}') as "declinedNames"
    from sessions s left join organisations o on o.id = s.host_organisation_id
    where s.group_id = ${groupId} and s.status <> 'cancelled' and s.mode <> 'online' and s.kind <> 'visit' and s.venue_id is null
    order by s.on_date nulls last, s.starts_at, s.number`.execute(db)
  return rows
}

/** How many people come to a session of a group: those who take part, and its leads. */
export const peopleToHost = async (db: Reader, groupId: string): Promise<number> => {
  const { rows } = await sql<{ people: number }>`
    select (select coalesce(sum(people_count), 0)::int from places where group_id = ${groupId} and status = 'held')
      + (select count(distinct person_id)::int from roles where group_id = ${groupId} and role = 'group_lead' and to_on is null) as people`.execute(
    db,
  )
  return rows[0]?.people ?? 0
}

export type Contact = { readonly personId: string; readonly name: string; readonly address: string }

/** Whom to ask at a school: its lead participants in the group, or whoever of it takes part; its leads where it only has those. */
export const contactsAt = async (
  db: Reader,
  { groupId, organisationId }: { readonly groupId: string; readonly organisationId: string },
): Promise<readonly Contact[]> => {
  const { rows } = await sql<Contact & { part: string }>`
    select distinct on (n.id) n.id as "personId", n.name, e.address::text as address, x.part from (
      select a.person_id, a.part from participants a join places p on p.id = a.place_id
        where p.group_id = ${groupId} and p.organisation_id = ${organisationId} and p.status = 'held' and a.to_on is null and a.part <> 'substitute'
      union all select r.person_id, 'lead' from roles r join posts t on t.person_id = r.person_id and t.to_on is null
        where r.group_id = ${groupId} and r.role = 'group_lead' and r.to_on is null and t.organisation_id = ${organisationId}
    ) x join people n on n.id = x.person_id and n.erased_at is null
      join email_addresses e on e.person_id = n.id and e.to_at is null and e.is_primary order by n.id, x.part`.execute(
    db,
  )
  const leads = rows.filter(({ part }) => part === 'lead')
  return leads.length > 0 ? leads : rows
}

/** What those who come to a session need, by kind and number, and how many said something in their own words: a host learns this, and nothing of whom. */
export const needsToldAt = async (db: Reader, sessionId: string): Promise<NeedsAtSession> => {
  const come = sql`select distinct on (a.person_id) a.person_id, a.needs, a.access_needs from who_comes_to_sessions w join participants a on a.id = w.participant_id
    join places p on p.id = a.place_id where w.session_id = ${sessionId} and w.comes and p.status = 'held' order by a.person_id, a.id`
  const [kinds, words] = await Promise.all([
    sql<{ words: string; about: string; people: number }>`
      select k.words, k.about, count(*)::int as people from (${come}) c join needs_kinds k on k.kind = any(c.needs)
      group by k.words, k.about, k.position order by k.position`.execute(db),
    sql<{ people: number }>`select count(*)::int as people from (${come}) c where c.access_needs is not null`.execute(
      db,
    ),
  ])
  const of = (about: string) => kinds.rows.filter((row) => row.about === about)
  return { dietary: of('dietary'), access: of('access'), inOwnWords: words.rows[0]?.people ?? 0 }
}

/** Who leads a group and can be written to. */
export const leadsToTell = async (db: Reader, groupId: string): Promise<readonly Contact[]> =>
  (
    await sql<Contact>`
    select distinct n.id as "personId", n.name, e.address::text as address from roles r join people n on n.id = r.person_id and n.erased_at is null
      join email_addresses e on e.person_id = n.id and e.to_at is null and e.is_primary
    where r.group_id = ${groupId} and r.role = 'group_lead' and r.to_on is null order by n.name`.execute(db)
  ).rows

/** One asking: of which school, for which session of which group; null where there is none. */
export const hostingById = async (db: Reader, id: string) =>
  (await db
    .selectFrom('hostings as h')
    .innerJoin('sessions as s', 's.id', 'h.session_id')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .innerJoin('hubs as u', 'u.id', 'g.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'u.id').on('n.to_on', 'is', null))
    .innerJoin('organisations as o', 'o.id', 'h.organisation_id')
    .select([
      'h.id',
      'h.status',
      'h.session_id as sessionId',
      'h.organisation_id as organisationId',
      'h.room',
      'h.parking',
      'h.way_in as wayIn',
      'h.lunch',
      'o.name as school',
      's.group_id as groupId',
      's.number',
      's.status as sessionStatus',
      's.on_date as onDate',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      'g.name as group',
      'p.title as project',
      'u.email as hubEmail',
    ])
    .select(sql<string>`coalesce(n.name, u.slug)`.as('hub'))
    .where('h.id', '=', id)
    .executeTakeFirst()) ?? null

/** The asking that a mailed link stands for: that of one person; a link from before there were those stands for all of the school. */
export const hostingOfLink = async (db: Reader, subjectId: string) => {
  const asking = await db.selectFrom('host_askings').select('hosting_id').where('id', '=', subjectId).executeTakeFirst()
  return hostingById(db, asking?.hosting_id ?? subjectId)
}

/** What the links that were mailed about one asking stand for, person by person. */
export const askingIdsOf = async (db: Reader, hostingId: string): Promise<readonly string[]> =>
  (await db.selectFrom('host_askings').select('id').where('hosting_id', '=', hostingId).execute()).map(({ id }) => id)

export type Hosting = NonNullable<Awaited<ReturnType<typeof hostingById>>>
