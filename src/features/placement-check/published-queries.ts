import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** A placement as it stands in the database: its run, and how far the hub lets anybody go. */
export type Published = {
  readonly runId: string
  readonly mostMiles: number | null
  /** How many groups may have been opened, and how many organisations each needs. */
  readonly opening: { readonly most: number; readonly from: number; readonly to: number } | null
  /** Who has agreed to go farther than they first said. */
  readonly allowances: readonly { readonly interestId: string; readonly miles: number }[]
}

/**
 * What is wrong with the places that a placement has given, read from the places themselves: none of the figures that the
 * placement was worked out from is used. Room is counted from the places in each group, distance from the register and the venue.
 */
export const faultsAsPublished = async (
  db: Reader,
  { runId, mostMiles, opening, allowances }: Published,
): Promise<readonly string[]> => {
  const result = await sql<{ sentence: string }>`
    with given as (
      select x.group_id as wanted, x.opening, p.group_id, p.status,
        case when i.travel_limit_miles is not null then greatest(i.travel_limit_miles, a.miles) end as own_limit, p.organisation_id, p.person_id,
        sqrt((o.easting - v.easting)::float8 ^ 2 + (o.northing - v.northing)::float8 ^ 2) / 1609.344 as miles
      from placement_proposals x join expressions_of_interest i on i.id = x.interest_id
        join places p on p.id = i.place_id and p.status in ('offered', 'held')
        join organisations o on o.id = p.organisation_id join groups g on g.id = p.group_id
        left join venues v on v.id = g.venue_id
        left join jsonb_to_recordset(${JSON.stringify(allowances)}::jsonb) as a ("interestId" uuid, miles float8) on a."interestId" = i.id
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
      from given where miles > least(own_limit, ${mostMiles}::float8) + 1e-9
    union all select g.name || ' would open with ' || count(*) || ', not with ' || ${opening?.from ?? 0}::int || ' to ' || ${opening?.to ?? 0}::int || '.'
      from given join groups g on g.id = given.wanted where opening is not null group by g.id
      having count(*) not between ${opening?.from ?? 0}::int and ${opening?.to ?? 0}::int
    union all select count(distinct opening) || ' groups would open, more than ' || ${opening?.most ?? 0}::int || '.'
      from given having count(distinct opening) > ${opening?.most ?? 0}::int`.execute(db)
  return result.rows.map(({ sentence }) => sentence)
}
