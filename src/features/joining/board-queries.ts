import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, nextYear } from '../../vocabulary/academic-year.ts'
import type { Board, HubOnBoard, OfferOnBoard, ProjectOnBoard } from './board.ts'

type OfferRow = readonly [
  id: string,
  projectId: string,
  hubId: string,
  year: number,
  slug: string,
  theme: OfferOnBoard['theme'],
  opensOn: string | null,
  closesOn: string | null,
  registering: OfferOnBoard['registering'],
  modes: readonly string[],
  dates: readonly string[],
  venues: readonly string[],
  mostOrganisations: number | null,
  free: number | null,
  hasWaiting: boolean,
  shares: Readonly<Record<string, number>> | null,
  hasOwnRules: boolean,
]

type HubRow = Omit<HubOnBoard, 'middle'> & {
  readonly e: number | null
  readonly n: number | null
  readonly s: number | null
}
type VenueRow = readonly [id: string, easting: number, northing: number]

const offerOf = (row: OfferRow, points: ReadonlyMap<string, OfferOnBoard['venues'][number]>): OfferOnBoard => {
  const [
    id,
    projectId,
    hubId,
    year,
    slug,
    theme,
    opensOn,
    closesOn,
    registering,
    modes,
    dates,
    venues,
    most,
    free,
    hasWaiting,
    shares,
    hasOwnRules,
  ] = row
  return {
    id,
    projectId,
    hubId,
    year,
    slug,
    theme,
    opensOn,
    closesOn,
    registering,
    modes,
    dates,
    venues: venues.flatMap((venue) => points.get(venue) ?? []),
    mostOrganisations: most,
    free,
    hasWaiting,
    shares: shares ?? {},
    hasOwnRules,
  }
}

const hubOf = ({ e, n, s, ...hub }: HubRow): HubOnBoard => ({
  ...hub,
  middle:
    e === null || n === null || s === null ? null : { easting: e, northing: n, spread: Math.max(0, s - e * e - n * n) },
})

/** Everything that is published for an academic year and the one after it, with places, venues and hubs: one question, whoever asks. */
export const boardFrom = async (db: Reader, year: AcademicYear): Promise<Board> => {
  const { rows } = await sql<{
    projects: readonly ProjectOnBoard[]
    offers: readonly OfferRow[]
    hubs: readonly HubRow[]
    venues: readonly VenueRow[]
  }>`
    with
      p as materialized (
        select p.*, s.key as stage_key from projects p left join stages s on s.id = p.stage_id where p.year between ${year} and ${nextYear(year)} and p.status = 'published'
      ),
      held as materialized (
        select group_id, hub_id, count(*) as organisations, sum(people_count) as people from held_back_places where released_at is null group by grouping sets ((group_id), (group_id, hub_id))
      ),
      partner as materialized (
        select s.group_id, g.offer_id, s.hub_id, greatest(0, s.organisations_share - coalesce(h.organisations, 0)
          - (select count(*) from places l where l.group_id = s.group_id and l.partner_hub_id = s.hub_id and l.status in ('offered', 'held', 'completed')))::int as unused
        from group_partner_hubs s join groups g on g.id = s.group_id and g.shares_ended_at is null and g.status in ('forming', 'confirmed', 'running')
          join p on p.id = g.project_id left join held h on h.group_id = s.group_id and h.hub_id = s.hub_id
        where s.organisations_share is not null
      ),
      room as materialized (
        select g.offer_id, sum(greatest(0, least(g.organisations_room - g.organisations_taken - coalesce(b.organisations, 0) - coalesce(s.unused, 0),
            (g.people_room - g.people_taken - coalesce(b.people, 0)) / greatest(1, p.people_min))))::int as free
        from groups g join p on p.id = g.project_id left join held b on b.group_id = g.id and b.hub_id is null
          left join (select group_id, sum(unused) as unused from partner group by 1) s on s.group_id = g.id where g.status in ('forming', 'confirmed', 'running') and g.offer_id is not null group by 1
      ),
      o as materialized (
        select o.*, w.modes, w.dates, w.venues, room.free,
          exists (select from expressions_of_interest i where i.offer_id = o.id and i.status = 'waiting') as has_waiting
        from offers o join p on p.id = o.project_id join hubs h on h.id = o.hub_id and h.closed_on is null
          join offer_words w on w.offer_id = o.id left join room on room.offer_id = o.id
        where o.status = 'published'
      ),
      v as (
        select v.id, coalesce(v.easting, s.easting) as easting, coalesce(v.northing, s.northing) as northing
        from venues v left join organisations s on s.id = v.organisation_id where v.id in (select unnest(o.venues) from o)
      ),
      areas as materialized (
        select s.authority_code as code, count(*) as schools, sum(s.easting::float8) as e, sum(s.northing::float8) as n,
          sum(s.easting::float8 * s.easting + s.northing::float8 * s.northing) as s
        from organisations s where s.kind = 'school' and s.status <> 'closed' and s.easting is not null group by 1
      ),
      h as (
        select h.id, h.slug, m.name, h.region, coalesce(array_agg(a.authority_code) filter (where a.authority_code is not null), '{}') as authorities,
          sum(x.e) / sum(x.schools) as e, sum(x.n) / sum(x.schools) as n, sum(x.s) / sum(x.schools) as s
        from hubs h join hub_names m on m.hub_id = h.id and m.to_on is null left join hub_areas a on a.hub_id = h.id and a.to_on is null
          left join areas x on x.code = a.authority_code
        where h.closed_on is null group by h.id, m.name
      )
    select
      coalesce((select json_agg(json_build_object('id', id, 'year', year, 'slug', slug, 'title', title, 'summary', summary, 'unit', unit, 'audiences', audiences,
        'hubId', hub_id, 'stageId', stage_id, 'stageKey', stage_key, 'isNew', is_new) order by title, id) from p), '[]') as projects,
      coalesce((select json_agg(json_build_array(o.id, o.project_id, o.hub_id, o.year, o.slug,
        case when t.id is null then null else json_build_object('id', t.id, 'title', t.title) end, o.opens_on, o.closes_on, o.registering, o.modes, o.dates, o.venues,
        o.most_organisations, o.free, o.has_waiting, (select json_object_agg(x.hub_id, x.unused) from (select hub_id, sum(unused) as unused from partner where offer_id = o.id group by 1) x),
        exists (select from offer_rules r where r.offer_id = o.id))) from o left join project_themes t on t.id = o.theme_id), '[]') as offers,
      coalesce((select json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'region', region, 'authorities', authorities, 'e', e, 'n', n, 's', s)) from h), '[]') as hubs,
      coalesce((select json_agg(json_build_array(id, easting, northing)) from v where easting is not null and northing is not null), '[]') as venues`.execute(
    db,
  )
  const { projects, offers, hubs, venues } = rows[0] ?? { projects: [], offers: [], hubs: [], venues: [] }
  const points = new Map(venues.map(([id, easting, northing]) => [id, { easting, northing }]))
  return { projects, offers: offers.map((row) => offerOf(row, points)), hubs: hubs.map(hubOf) }
}
