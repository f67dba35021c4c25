import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Line, Planned, Progress } from './target.ts'

export type Which = { readonly year: number; readonly hubId?: string | null; readonly projectId?: string | null }

// What there is of each hub and project of a year, a row for everything that counts. `schools` is counted apart.
const counted = ({ year, hubId = null, projectId = null }: Which) => sql`
  with asked as (select id, hub_id is not null as is_own from projects where year = ${year} and status <> 'draft'
      and (${projectId}::uuid is null or id = ${projectId})),
    led as (select g.id, g.hub_id, g.project_id, g.status from groups g join asked a on a.id = g.project_id
      where ${hubId}::uuid is null or g.hub_id = ${hubId}),
    placed as (select g.hub_id, g.project_id, p.status, p.organisation_id from led g join places p on p.group_id = g.id
      where p.status in ('offered', 'held', 'completed')),
    requested as (select o.hub_id, i.project_id from expressions_of_interest i join asked a on a.id = i.project_id join offers o on o.id = i.offer_id
      where i.status in ('received', 'confirmed', 'waiting') and (${hubId}::uuid is null or o.hub_id = ${hubId})),
    planned as (select t.hub_id, t.project_id, t.groups_planned, t.places_planned from recruitment_targets t join asked a on a.id = t.project_id
      where ${hubId}::uuid is null or t.hub_id = ${hubId})`

type Row = Progress & {
  readonly hubId: string
  readonly hubSlug: string
  readonly hub: string
  readonly projectId: string
  readonly project: string
  readonly code: string | null
  readonly isOwn: boolean
  readonly groupsPlanned: number | null
  readonly placesPlanned: number | null
}

const lineOf = ({ groupsPlanned, placesPlanned, ...row }: Row): Line => {
  const { hubId, hubSlug, hub, projectId, project, code, isOwn, ...progress } = row
  const planned =
    groupsPlanned === null || placesPlanned === null ? null : { groups: groupsPlanned, places: placesPlanned }
  return { hubId, hubSlug, hub, projectId, project, code, isOwn, planned, progress }
}

/** Every hub and project of a year with a plan, a group, a place or a request waiting: what is planned and what has come about. */
export const linesOf = async (db: Reader, which: Which): Promise<readonly Line[]> => {
  const { rows } = await sql<Row>`${counted(which)},
    groups_so_far as (select hub_id, project_id, count(*) filter (where status = 'forming') as forming, count(*) filter (where status = 'confirmed') as confirmed,
      count(*) filter (where status = 'running') as running, count(*) filter (where status = 'completed') as completed
      from led where status in ('forming', 'confirmed', 'running', 'completed') group by hub_id, project_id),
    places_so_far as (select hub_id, project_id, count(*) filter (where status = 'offered') as offered, count(*) filter (where status <> 'offered') as held,
      count(distinct organisation_id) filter (where status <> 'offered') as schools from placed group by hub_id, project_id),
    requests_so_far as (select hub_id, project_id, count(*) as waiting from requested group by hub_id, project_id),
    all_lines as (select hub_id, project_id from groups_so_far union select hub_id, project_id from places_so_far
      union select hub_id, project_id from requests_so_far union select hub_id, project_id from planned)
    select h.id as "hubId", h.slug as "hubSlug", coalesce(n.name, h.slug) as hub, p.id as "projectId",
      p.title as project, p.code, p.hub_id is not null as "isOwn",
      t.groups_planned as "groupsPlanned", t.places_planned as "placesPlanned",
      coalesce(g.forming, 0) as forming, coalesce(g.confirmed, 0) as confirmed, coalesce(g.running, 0) as running, coalesce(g.completed, 0) as completed,
      coalesce(s.offered, 0) as offered, coalesce(s.held, 0) as held, coalesce(s.schools, 0) as schools, coalesce(r.waiting, 0) as waiting
    from all_lines l join hubs h on h.id = l.hub_id left join hub_names n on n.hub_id = h.id and n.to_on is null join projects p on p.id = l.project_id
      left join planned t on t.hub_id = l.hub_id and t.project_id = l.project_id
      left join groups_so_far g on g.hub_id = l.hub_id and g.project_id = l.project_id
      left join places_so_far s on s.hub_id = l.hub_id and s.project_id = l.project_id
      left join requests_so_far r on r.hub_id = l.hub_id and r.project_id = l.project_id
    order by 3, p.title collate people_order, p.id`.execute(db)
  return rows.map(lineOf)
}

/** How many different schools stand behind the figures: of each project, of national projects together, and of hubs' own together. */
export type Schools = {
  readonly ofProject: ReadonlyMap<string, number>
  readonly national: number
  readonly own: number
}

export const schoolsBehind = async (db: Reader, which: Which): Promise<Schools> => {
  const { rows } = await sql<{ projectId: string | null; isOwn: boolean; count: number }>`${counted(which)}
    select p.project_id as "projectId", a.is_own as "isOwn", count(distinct p.organisation_id) as count
    from placed p join asked a on a.id = p.project_id where p.status <> 'offered'
    group by grouping sets ((p.project_id, a.is_own), (a.is_own))`.execute(db)
  const together = (own: boolean) =>
    rows.find(({ projectId, isOwn }) => projectId === null && isOwn === own)?.count ?? 0
  return {
    ofProject: new Map(rows.flatMap(({ projectId, count }) => (projectId ? [[projectId, count] as const] : []))),
    national: together(false),
    own: together(true),
  }
}

/** What one hub plans for the projects of a year and what has come about, its own projects among them. */
export const targetsOfHub = async (db: Reader, hubId: string, year: number) => {
  const which = { year, hubId }
  const [lines, schools] = await Promise.all([linesOf(db, which), schoolsBehind(db, which)])
  return { lines, schools: { national: schools.national, own: schools.own } }
}

/** The projects of a year that a plan can be made for, with how many hubs have one. */
export const projectsToPlan = (db: Reader, year: number) =>
  db
    .selectFrom('projects as p')
    .leftJoin('hubs as h', 'h.id', 'p.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['p.id', 'p.slug', 'p.code', 'p.title', 'p.hub_id as hubId', 'h.slug as hubSlug', 'n.name as hub'])
    .where('p.year', '=', year)
    .where('p.status', 'in', ['published', 'closed'])
    .orderBy(sql`p.title collate people_order`)
    .orderBy('p.id')
    .execute()

/** One project as it is planned for; null when there is none. */
export const projectToPlan = async (db: Reader, id: string) =>
  (await db
    .selectFrom('projects as p')
    .innerJoin('delivery_models as m', 'm.key', 'p.delivery_model')
    .select([
      'p.id',
      'p.year',
      'p.code',
      'p.title',
      'p.slug',
      'p.status',
      'p.hub_id as hubId',
      'm.group_word as groupWord',
    ])
    .where('p.id', '=', id)
    .where('p.status', '<>', 'draft')
    .executeTakeFirst()) ?? null

/** The plans of a project as they stand, by hub. */
export const plansOf = async (db: Reader, projectId: string): Promise<ReadonlyMap<string, Planned>> => {
  const rows = await db
    .selectFrom('recruitment_targets')
    .select(['hub_id', 'groups_planned', 'places_planned'])
    .where('project_id', '=', projectId)
    .execute()
  return new Map(rows.map((row) => [row.hub_id, { groups: row.groups_planned, places: row.places_planned }]))
}
