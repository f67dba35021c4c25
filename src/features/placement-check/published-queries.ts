import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** A placement as it stands in the database: its run, and the limits that were asked of it. */
export type Published = {
  readonly runId: string
  readonly mostMiles: number | null
  /** Groups keep their minimum, but for those that whoever accepted would run with fewer, by id or by what they were called. */
  readonly keepMinimum: boolean
  readonly withFewer: readonly string[]
  readonly noClashes: boolean
  readonly onePhase: boolean
  readonly mostOfAPhase: number | null
  /** How many groups may have been opened, and how many organisations each needs. */
  readonly opening: { readonly most: number; readonly from: number; readonly to: number } | null
  /** Minutes at most, where ways are measured by the table that the hub has in force. */
  readonly minutes: { readonly most: number | null } | null
  /** Who has agreed to go farther than they first said, or longer than the hub allows. */
  readonly allowances: readonly { readonly interestId: string; readonly miles?: number; readonly minutes?: number }[]
}

type Fault = { readonly sentence: string }
type Query = RawBuilder<Fault>

// The register tells finer than matters for who works together.
const phaseOf = (column: string) =>
  sql.raw(`case ${column} when 'nursery' then 'primary' when 'middle_deemed_primary' then 'primary'
  when 'middle_deemed_secondary' then 'secondary' else nullif(${column}, 'not_applicable') end`)

// What the table says that the hub has in force: to the venue itself before its school, and that before its postcode.
const minutesByTable = sql`
  select t.minutes from travel_times t join travel_tables k on k.id = t.table_id and k.status = 'in_force' and k.year = g.year
    join offers f on f.id = i.offer_id and f.hub_id = k.hub_id left join organisations h on h.id = v.organisation_id
  where t.organisation_id = p.organisation_id and (t.to_venue_id = v.id or t.to_organisation_id = h.id
    or upper(replace(t.to_postcode, ' ', '')) = upper(replace(coalesce(v.postcode, h.postcode), ' ', '')))
  order by case when t.to_venue_id is not null then 1 when t.to_organisation_id is not null then 2 else 3 end, t.id limit 1`

/** The places that a placement has given and that stand, each with its request, who holds it and where. */
const given = ({ runId, minutes, allowances }: Published) => sql`given as (
  select x.interest_id, x.group_id as wanted, x.opening, p.id as place_id, p.group_id, p.project_id, p.organisation_id, p.person_id, p.people_count,
    o.name as organisation, ${phaseOf('o.phase')} as phase, i.fewer_is_fine,
    case when i.travel_limit_miles is not null then greatest(i.travel_limit_miles, a.miles) end as own_limit,
    greatest(1, i.unnamed_people + (select count(*) from interest_people y where y.interest_id = i.id)) as people_wanted,
    sqrt((o.easting - v.easting)::float8 ^ 2 + (o.northing - v.northing)::float8 ^ 2) / 1609.344 as miles,
    a.minutes as agreed_minutes, case when ${minutes !== null} then (${minutesByTable}) end as minutes
  from placement_proposals x join expressions_of_interest i on i.id = x.interest_id
    join places p on p.id = i.place_id and p.status in ('offered', 'held')
    join organisations o on o.id = p.organisation_id join groups g on g.id = p.group_id
    left join venues v on v.id = g.venue_id
    left join jsonb_to_recordset(${JSON.stringify(allowances)}::jsonb) as a ("interestId" uuid, miles float8, minutes integer) on a."interestId" = i.id
  where x.run_id = ${runId} and x.group_id is not null),
live as (
  select p.id, p.group_id, p.partner_hub_id, p.people_count, p.organisation_id, p.person_id, p.project_id, ${phaseOf('o.phase')} as phase
  from places p join organisations o on o.id = p.organisation_id
  where p.status in ('offered', 'held', 'completed') and p.group_id in (select group_id from given))`

/** Room in organisations and in people, beside what is held back and what partner hubs have left of their shares; the least that groups need. */
const ofRoom = (published: Published): Query => sql<Fault>`
  with ${given(published)},
  held as (
    select g.id, g.name, g.organisations_room, g.people_room, g.organisations_minimum, g.shares_ended_at is null as is_shared,
      (select count(*) from live l where l.group_id = g.id) as organisations,
      (select coalesce(sum(l.people_count), 0) from live l where l.group_id = g.id) as people,
      (select count(*) from held_back_places b where b.group_id = g.id and b.released_at is null) as back,
      (select coalesce(sum(b.people_count), 0) from held_back_places b where b.group_id = g.id and b.released_at is null) as people_back,
      (select min(n.opening) from given n where n.group_id = g.id) as opening
    from groups g where g.id in (select group_id from given)),
  shares as (
    select s.group_id, h.name, s.organisations_share as share,
      (select count(*) from live l where l.group_id = s.group_id and l.partner_hub_id = s.hub_id) as taken,
      (select count(*) from held_back_places b where b.group_id = s.group_id and b.hub_id = s.hub_id and b.released_at is null) as back
    from group_partner_hubs s join held h on h.id = s.group_id and h.is_shared where s.organisations_share is not null),
  promised as (select group_id, sum(greatest(0, share - taken - back)) as places from shares group by group_id)
  select name || ' would hold ' || organisations || ' of ' || organisations_room || '.' as sentence from held where organisations > organisations_room
  union all select name || ' would hold ' || people || ' people of ' || people_room || '.' from held where people > people_room
  union all select name || ' would hold nothing back any more of the ' || back || ' places that its hubs hold back.'
    from held where organisations + back > organisations_room or people + people_back > people_room
  union all select name || ' would give a partner hub ' || taken || ' of its share of ' || share || '.' from shares where taken > share
  union all select held.name || ' would take from what its partner hubs have left of their shares.'
    from held join promised on promised.group_id = held.id where organisations + back + places > organisations_room
  union all select name || ' would have ' || organisations || ', and needs ' || organisations_minimum || ' to run.' from held
    where ${published.keepMinimum} and opening is null and organisations < organisations_minimum and not id::text = any(${[...published.withFewer]}::text[])
  union all select name || ' would open with ' || organisations || ', not with ' || ${published.opening?.from ?? 0}::int || ' to ' || ${published.opening?.to ?? 0}::int || '.'
    from held where opening is not null and (organisations > ${published.opening?.to ?? 0}::int
      or (organisations < ${published.opening?.from ?? 0}::int and not opening = any(${[...published.withFewer]}::text[])))
  union all select count(*) || ' groups would open, more than ' || ${published.opening?.most ?? 0}::int || '.'
    from held where opening is not null having count(*) > ${published.opening?.most ?? 0}::int`

/** What each brings with it: where it was to go, how far, for how many, on which days, by which rules, and nobody twice. */
const ofEach = (published: Published): Query => sql<Fault>`
  with ${given(published)}
  select 'A place was given in another group than was proposed.' as sentence from given where wanted <> group_id
  union all select 'A group is ' || round(miles::numeric, 1) || ' miles from ' || organisation || ', beyond the travel limit.'
    from given where miles > least(own_limit, case when minutes is null then ${published.mostMiles}::float8 end) + 1e-9
  union all select 'A group is ' || minutes || ' minutes from ' || organisation || ', longer than the hub allows.'
    from given where minutes > greatest(${published.minutes?.most ?? null}::int, agreed_minutes) and ${published.minutes?.most ?? null}::int is not null
  union all select organisation || ' would have a place for ' || people_count || ' of ' || people_wanted || ' people.'
    from given where people_count < people_wanted and not fewer_is_fine
  union all select organisation || ' would have a place though a rule that is required is not met.' from given
    where exists (select from interest_verdicts v where v.interest_id = given.interest_id and v.strength = 'required'
      and coalesce(v.overruled_answer, v.answer) = 'no')
  union all select distinct organisation || ' would have two places in one project.' from given
    join places other on other.project_id = given.project_id and other.id <> given.place_id and other.status in ('offered', 'held')
      and coalesce(other.person_id, other.organisation_id) = coalesce(given.person_id, given.organisation_id)
  union all select distinct organisation || ' is at another group of its own while its group meets.' from given
    join places other on other.organisation_id = given.organisation_id and other.status in ('offered', 'held') and other.group_id <> given.group_id
      and (given.person_id is null or other.person_id = given.person_id)
    join sessions own on own.group_id = given.group_id and own.status in ('provisional', 'confirmed')
    join sessions theirs on theirs.group_id = other.group_id and theirs.on_date = own.on_date and theirs.status in ('provisional', 'confirmed')
      and (own.starts_at is null or theirs.starts_at is null or (own.starts_at < theirs.ends_at and theirs.starts_at < own.ends_at))
    where ${published.noClashes}`

/** Who is with whom: phases, what was settled by hand for one, and who is kept together or apart. */
const ofCompany = (published: Published): Query => sql<Fault>`
  with ${given(published)},
  added as (
    select distinct n.group_id, n.phase from given n where n.phase is not null
      and not exists (select from live l where l.group_id = n.group_id and l.phase = n.phase and l.id not in (select place_id from given))),
  settled as (
    select n.kind, n.interest_id, n.other_interest_id, coalesce(n.group_id, (select x.group_id from placement_proposals x
      where x.run_id = n.run_id and x.opening = n.opening and x.group_id is not null limit 1)) as group_id, n.opening
    from placement_pins n where n.run_id = ${published.runId})
  select distinct g.name || ' would mix schools of several phases.' as sentence from added join groups g on g.id = added.group_id
    where ${published.onePhase} and (select count(distinct l.phase) from live l where l.group_id = g.id) > 1
  union all select g.name || ' would have ' || count(*) || ' schools of one phase, more than ' || ${published.mostOfAPhase ?? 0}::int || '.'
    from live l join groups g on g.id = l.group_id
    where ${published.mostOfAPhase !== null} and exists (select from given n where n.group_id = l.group_id and n.phase = l.phase)
    group by g.id, l.phase having count(*) > ${published.mostOfAPhase ?? 0}::int
  union all select organisation || ' is not where it was put by hand.' from given join settled s on s.interest_id = given.interest_id
    where s.kind = 'put' and s.group_id is distinct from given.group_id
  union all select organisation || ' is in a group that was ruled out for it.' from given join settled s on s.interest_id = given.interest_id
    where s.kind = 'never' and s.group_id = given.group_id
  union all select one.organisation || ' and ' || other.organisation || ' are to be kept ' || s.kind || ', and are not.' from settled s
    join given one on one.interest_id = s.interest_id join given other on other.interest_id = s.other_interest_id
    where (s.kind = 'together' and one.group_id <> other.group_id) or (s.kind = 'apart' and one.group_id = other.group_id)`

/**
 * What is wrong with the places that a placement has given, read from the places themselves: none of the figures that the
 * placement was worked out from is used. Room is counted from the places in each group, distance from the register and the venue,
 * clashes from the sessions, phases from the register, and what was settled by hand from what was settled.
 */
export const faultsAsPublished = async (db: Reader, published: Published): Promise<readonly string[]> => {
  const sentences: string[] = []
  for (const query of [ofRoom(published), ofEach(published), ofCompany(published)])
    sentences.push(...(await query.execute(db)).rows.map(({ sentence }) => sentence))
  return sentences
}
