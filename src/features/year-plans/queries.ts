import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { daysOfAuthorities, schoolDay } from '../calendars/index.ts'
import type { Beside, Planned } from './plan.ts'

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
/** Whose plan it is: the groups that a person leads, or those that a hub holds or shares. */
export type Whose = { readonly personId: string } | { readonly hubId: string }

const groupsOf = (whose: Whose, today: Temporal.PlainDate) =>
  'hubId' in whose
    ? sql`select id from groups where hub_id = ${whose.hubId} union select group_id from group_partner_hubs where hub_id = ${whose.hubId}`
    : sql`select group_id from roles where role = 'group_lead' and person_id = ${whose.personId} and (to_on is null or to_on >= ${today})`

type Row = Omit<Planned, 'onHoliday'>

/** The dated sessions of the plan in a span of time, in order. */
export const plannedSessions = async (
  db: Reader,
  { whose, today }: { readonly whose: Whose; readonly today: Temporal.PlainDate },
  { from, to }: Span,
): Promise<readonly Row[]> =>
  (
    await sql<Row>`
    with ours as materialized (
      select s.id, s.group_id, s.number, s.title, s.kind, s.status, s.on_date, s.starts_at, s.ends_at, s.mode, s.venue_id, s.host_organisation_id
      from sessions s where s.group_id in (${groupsOf(whose, today)}) and s.status <> 'cancelled' and s.on_date between ${from}::date and ${to}::date
    ), elsewhere as (
      select s.id, count(distinct a.person_id)::int as people from ours s
        join places p on p.group_id = s.group_id and p.status in ('offered', 'held')
        join participants a on a.place_id = p.id and a.to_on is null
        join participants b on b.person_id = a.person_id and b.to_on is null and b.id <> a.id
        join places q on q.id = b.place_id and q.status in ('offered', 'held') and q.group_id <> s.group_id
        join sessions t on t.group_id = q.group_id and t.on_date = s.on_date and t.status in ('provisional', 'confirmed') and t.starts_at < s.ends_at and s.starts_at < t.ends_at
      where s.status in ('provisional', 'confirmed') group by s.id
    )
    select s.id, s.group_id as "groupId", g.name as "group", p.title as project, s.number, s.title, s.kind, s.status,
      s.on_date as "on", s.starts_at as "from", s.ends_at as "to", s.venue_id as "venueId",
      case when s.mode = 'online' then 'Online' else coalesce(v.short_name, o.name) end as place,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', n.id, 'name', n.name)) from roles r join people n on n.id = r.person_id
        where r.group_id = s.group_id and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today})), '[]') as leads,
      coalesce(e.people, 0) as elsewhere
    from ours s join groups g on g.id = s.group_id join projects p on p.id = g.project_id
      left join venues v on v.id = s.venue_id left join organisations o on o.id = s.host_organisation_id left join elsewhere e on e.id = s.id
    order by s.on_date, s.starts_at, g.name, s.number`.execute(db)
  ).rows

/** The same with the school holidays that each session falls into. */
export const planOf = async (
  db: Reader,
  asked: { readonly whose: Whose; readonly today: Temporal.PlainDate },
  span: Span,
): Promise<readonly Planned[]> => {
  const rows = await plannedSessions(db, asked, span)
  const groupIds = [...new Set(rows.map(({ groupId }) => groupId))]
  const schools = (
    await sql<{ groupId: string; code: string }>`select distinct p.group_id as "groupId", o.authority_code as code
      from places p join organisations o on o.id = p.organisation_id
      where p.group_id = any(${groupIds}::uuid[]) and p.status in ('offered', 'held') and o.authority_code is not null`.execute(
      db,
    )
  ).rows
  const known = await daysOfAuthorities(db, [...new Set(schools.map(({ code }) => code))], {
    from: span.from.subtract({ months: 4 }),
    to: span.to.add({ months: 4 }),
  })
  const codes = Map.groupBy(schools, ({ groupId }) => groupId)
  return rows.map((row) => ({
    ...row,
    onHoliday: known
      .filter(({ code }) => codes.get(row.groupId)?.some((each) => each.code === code))
      .filter(({ dates }) => schoolDay(row.on, dates)?.kind === 'holiday')
      .map(({ name }) => name),
  }))
}

/** The time beside sessions that the leads of the plan recorded in a span of time. */
export const besideOf = async (
  db: Reader,
  { whose, today }: { readonly whose: Whose; readonly today: Temporal.PlainDate },
  { from, to }: Span,
): Promise<readonly Beside[]> =>
  (
    await sql<Beside>`select person_id as "personId", group_id as "groupId", on_date as "on", minutes from time_beside
      where group_id in (${groupsOf(whose, today)}) and on_date between ${from}::date and ${to}::date
        ${'personId' in whose ? sql`and person_id = ${whose.personId}` : sql``} order by on_date`.execute(db)
  ).rows

/** The time beside sessions of some groups. */
export const besideInGroups = (db: Reader, groupIds: readonly string[]) =>
  db
    .selectFrom('time_beside')
    .select(['group_id as groupId', 'person_id as personId', 'kind', 'on_date as on', 'minutes'])
    .where(sql<boolean>`group_id = any(${[...groupIds]}::uuid[])`)
    .execute()

/** Those who take part in a group today, with their school. */
export const takingPartOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .select(['a.person_id as personId', 'n.name', 'o.name as organisation'])
    .where('p.group_id', '=', groupId)
    .where('p.status', '=', 'held')
    .where('a.to_on', 'is', null)
    .where('a.part', '<>', 'substitute')
    .where('n.erased_at', 'is', null)
    .orderBy('o.name')
    .orderBy('n.name')
    .execute()

/** What the project of a group asks for in days, what it means by a day, and whether time beside sessions counts towards them. */
export const daysAskedOf = async (db: Reader, groupId: string) => {
  const row = await db
    .selectFrom('groups as g')
    .innerJoin('projects as r', 'r.id', 'g.project_id')
    .leftJoin('attendance_terms as t', 't.project_id', 'r.id')
    .select(['r.days_min as least', 'r.days_max as most'])
    .select(sql<number>`coalesce(t.minutes_in_a_day, 300)`.as('minutesInADay'))
    .select(sql<boolean>`coalesce(t.counts_beside, true)`.as('countsBeside'))
    .where('g.id', '=', groupId)
    .executeTakeFirstOrThrow()
  const days = (kept: unknown): number | null => (kept === null ? null : Number(kept))
  return { ...row, least: days(row.least), most: days(row.most) }
}

export type BesideKind = 'planning' | 'evaluation' | 'other'

/** The time beside the sessions of a group, the latest first. */
export const besideOfGroup = async (db: Reader, groupId: string) =>
  (
    await db
      .selectFrom('time_beside as t')
      .innerJoin('people as n', 'n.id', 't.person_id')
      .select(['t.id', 't.kind', 't.on_date as on', 't.minutes', 't.person_id as personId', 'n.name'])
      .where('t.group_id', '=', groupId)
      .orderBy('t.on_date', 'desc')
      .orderBy('t.id', 'desc')
      .execute()
  ).map((row) => ({ ...row, kind: row.kind as BesideKind }))

/** Of which group recorded time is; null where it is not there, or no longer. */
export const groupOfTime = async (db: Reader, id: string): Promise<string | null> =>
  (await db.selectFrom('time_beside').select('group_id').where('id', '=', id).executeTakeFirst())?.group_id ?? null
