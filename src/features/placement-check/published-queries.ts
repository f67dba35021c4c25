import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** A placement as it stands in the database: its run, and how far the hub lets anybody go. */
export type Published = {
  readonly runId: string
  readonly mostMiles: number | null
  /** How many groups may have been opened, and how many organisations each needs. */
  readonly opening: { readonly most: number; readonly from: number; readonly to: number } | null
  /** Minutes at most, where ways are measured by the table that the hub has in force. */
  readonly minutes: { readonly most: number | null } | null
  /** Who has agreed to go farther than they first said, or longer than the hub allows. */
  readonly allowances: readonly { readonly interestId: string; readonly miles?: number; readonly minutes?: number }[]
}

/**
 * What is wrong with the places that a placement has given, read from the places themselves: none of the figures that the
 * placement was worked out from is used. Room is counted from the places in each group, distance from the register and the venue.
 */
export const faultsAsPublished = async (
  db: Reader,
  { runId, mostMiles, opening, minutes, allowances }: Published,
): Promise<readonly string[]> => {
  const result = await sql<{ sentence: string }>`
    with given as (
      select x.group_id as wanted, x.opening, p.group_id, p.status,
        case when i.travel_limit_miles is not null then greatest(i.travel_limit_miles, a.miles) end as own_limit, p.organisation_id, p.person_id,
        sqrt((o.easting - v.easting)::float8 ^ 2 + (o.northing - v.northing)::float8 ^ 2) / 1609.344 as miles,
        a.minutes as agreed_minutes, case when ${minutes !== null} then (
          select t.minutes from travel_times t join travel_tables k on k.id = t.table_id and k.status = 'in_force' and k.year = g.year
            join offers f on f.id = i.offer_id and f.hub_id = k.hub_id left join organisations h on h.id = v.organisation_id
          where t.organisation_id = p.organisation_id and (t.to_venue_id = v.id or t.to_organisation_id = h.id
            or upper(replace(t.to_postcode, ' ', '')) = upper(replace(coalesce(v.postcode, h.postcode), ' ', '')))
          order by case when t.to_venue_id is not null then 1 when t.to_organisation_id is not null then 2 else 3 end, t.id limit 1) end as minutes
      from placement_proposals x join expressions_of_interest i on i.id = x.interest_id
        join places p on p.id = i.place_id and p.status in ('offered', 'held')
        join organisations o on o.id = p.organisation_id join groups g on g.id = p.group_id
        left join venues v on v.id = g.venue_id
        left join jsonb_to_recordset(${JSON.stringify(allowances)}::jsonb) as a ("interestId" uuid, miles float8, minutes integer) on a."interestId" = i.id
      where x.run_id = ${runId} and x.group_id is not null),
    held as (
      select g.name, g.organisations_room, g.people_room, count(p.id) as organisations, coalesce(sum(p.people_count), 0) as people
      from groups g left join places p on p.group_id = g.id and p.status in ('offered', 'held', 'completed')
      where g.id in (select group_id from given) group by g.id)
    select name || ' would hold ' || organisations || ' of ' || organisations_room || '.' as sentence
      from held where organisations > organisations_room
    union all select name || ' would hold ' || people || ' people of ' || people_room || '.' from held where people > people_room
    union all select 'A place was given in another group than was proposed.' from given where wanted <> group_id
    union all select 'A group is ' || round(miles::numeric, 1) || ' miles from somebody placed in it.'
      from given where miles > least(own_limit, case when minutes is null then ${mostMiles}::float8 end) + 1e-9
    union all select 'A group is ' || minutes || ' minutes from somebody placed in it.'
      from given where minutes > greatest(${minutes?.most ?? null}::int, agreed_minutes) and ${minutes?.most ?? null}::int is not null
    union all select g.name || ' would open with ' || count(*) || ', not with ' || ${opening?.from ?? 0}::int || ' to ' || ${opening?.to ?? 0}::int || '.'
      from given join groups g on g.id = given.wanted where opening is not null group by g.id
      having count(*) not between ${opening?.from ?? 0}::int and ${opening?.to ?? 0}::int
    union all select count(distinct opening) || ' groups would open, more than ' || ${opening?.most ?? 0}::int || '.'
      from given having count(distinct opening) > ${opening?.most ?? 0}::int`.execute(db)
  return result.rows.map(({ sentence }) => sentence)
}
