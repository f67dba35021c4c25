import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { networkZone } from '../../vocabulary/local-time.ts'
import type { CurveKnown, JoinerKnown, OfferNeeding } from './lines.ts'

type Which = { readonly year: number; readonly hubId: string | null }

// Who asks and still counts, or has a place, and is in no group that runs already; each school, or each person, once.
const joined = sql`
  select distinct on (x.offer_id, x.unit) x.* from (
    select i.offer_id, coalesce(i.person_id, i.organisation_id) as unit, i.organisation_id, i.travel_limit_miles
    from expressions_of_interest i left join places l on l.id = i.place_id left join groups g on g.id = l.group_id
    where i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed') and (g.id is null or g.status in ('forming', 'confirmed'))
    union all
    select g.offer_id, coalesce(l.person_id, l.organisation_id), l.organisation_id, null
    from places l join groups g on g.id = l.group_id where l.status in ('offered', 'held') and g.status in ('forming', 'confirmed')
  ) x where x.offer_id is not null order by x.offer_id, x.unit, x.travel_limit_miles`

/** When asking begins and ends: the window, or else from when it was published until the first day that is known. */
const windowOf = sql`coalesce(o.opens_on, (o.published_at at time zone ${networkZone})::date) as "from", coalesce(o.closes_on, w.dates[1]) as "to"`

/** The offers of a year that need a number to take place and are not under way, of one hub or of all. */
export const offersNeeding = async (db: Reader, { year, hubId }: Which): Promise<readonly OfferNeeding[]> => {
  const { rows } = await sql<OfferNeeding>`
    with j as materialized (${joined}),
      g as (select offer_id, sum(organisations_minimum) filter (where status in ('forming', 'confirmed')) as minimum,
          sum(organisations_room) filter (where status in ('forming', 'confirmed')) as room,
          bool_or(status in ('forming', 'confirmed')) as is_forming, bool_or(status in ('running', 'completed')) as is_running
        from groups where year = ${year} and offer_id is not null group by 1)
    select o.id, o.hub_id as "hubId", h.slug as "hubSlug", n.name as hub, o.project_id as "projectId", p.title, o.theme_id as "themeId", t.title as theme,
      coalesce(nullif(g.minimum, 0), o.fewest_organisations)::int as needs, coalesce(g.room, o.most_organisations)::int as room,
      (select count(*) from j where j.offer_id = o.id)::int as counted, ${windowOf},
      (select json_build_array(coalesce(v.easting, s.easting), coalesce(v.northing, s.northing)) from venues v left join organisations s on s.id = v.organisation_id
        where v.id = any (w.venues) and coalesce(v.easting, s.easting) is not null and coalesce(v.northing, s.northing) is not null order by v.id limit 1) as venue
    from offers o join projects p on p.id = o.project_id join hubs h on h.id = o.hub_id join hub_names n on n.hub_id = h.id and n.to_on is null
      join offer_words w on w.offer_id = o.id left join project_themes t on t.id = o.theme_id left join g on g.offer_id = o.id
    where o.year = ${year} and o.status in ('published', 'closed') and p.status = 'published' and (${hubId}::uuid is null or o.hub_id = ${hubId})
      and coalesce(nullif(g.minimum, 0), o.fewest_organisations) > 0 and (g.offer_id is null or g.is_forming or not g.is_running)
    order by n.name, p.title, o.slug`.execute(db)
  return rows
}

/** How requests came in for every offer of a year whose window is known: counts by day, and nobody in them. */
export const curvesOf = async (db: Reader, year: number): Promise<readonly CurveKnown[]> => {
  const { rows } = await sql<CurveKnown>`
    select x."hubId", x.heirs, x."to" - x."from" as days,
      array(select greatest(0, (i.received_at at time zone ${networkZone})::date - x."from") from expressions_of_interest i
        where i.offer_id = x.id and (i.received_at at time zone ${networkZone})::date <= x."to" order by 1)::int[] as arrivals
    from (
      select o.id, o.hub_id as "hubId", array(select l.project_id from project_lineage l where l.earlier_project_id = o.project_id) as heirs, ${windowOf}
      from offers o join offer_words w on w.offer_id = o.id where o.year = ${year} and o.status in ('published', 'closed')
    ) x where x."from" < x."to" order by x.id`.execute(db)
  return rows
}

/** Who asks for these offers or has a place in them: names of one hub's own alone. */
export const joinersOf = async (
  db: Reader,
  { offerIds, hubId }: { readonly offerIds: readonly string[]; readonly hubId: string | null },
): Promise<readonly JoinerKnown[]> => {
  if (offerIds.length === 0) return []
  const { rows } = await sql<JoinerKnown>`
    with j as (${joined})
    select j.offer_id as "offerId", s.id as "organisationId", case when o.hub_id = ${hubId}::uuid then s.name end as name, s.easting, s.northing,
      min(j.travel_limit_miles) as "limitMiles"
    from j join offers o on o.id = j.offer_id join organisations s on s.id = j.organisation_id
    where j.offer_id = any (${[...offerIds]}::uuid[]) group by j.offer_id, s.id, o.hub_id order by s.name, s.id`.execute(
    db,
  )
  return rows
}

export type Unmet = {
  readonly hubId: string
  readonly projectId: string
  readonly title: string
  readonly organisationId: string
  /** null: where all hubs are looked at, schools are counted and not named. */
  readonly name: string | null
  readonly since: Temporal.Instant
  readonly easting: number | null
  readonly northing: number | null
}

/** Requests that no place meets: on a waiting list, or undecided while every group of the offer is full. */
export const unmetInterest = async (db: Reader, { year, hubId }: Which): Promise<readonly Unmet[]> => {
  const { rows } = await sql<Unmet>`
    select o.hub_id as "hubId", o.project_id as "projectId", p.title, s.id as "organisationId",
      case when o.hub_id = ${hubId}::uuid then s.name end as name, i.received_at as since, s.easting, s.northing
    from expressions_of_interest i join offers o on o.id = i.offer_id join projects p on p.id = o.project_id join organisations s on s.id = i.organisation_id
    where o.year = ${year} and (${hubId}::uuid is null or o.hub_id = ${hubId}) and i.received_at is not null and (i.status = 'waiting' or i.status = 'confirmed'
      and exists (select from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running'))
      and not exists (select from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running')
        and g.organisations_taken < g.organisations_room and g.people_taken < g.people_room))
    order by p.title, i.received_at, i.id`.execute(db)
  return rows
}
