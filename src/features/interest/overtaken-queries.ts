import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

// Each request that nobody has decided on, with its organisation and those that it followed (domain rule 13).
const lines = sql`undecided as materialized (
    select id, organisation_id, offer_id, project_id, verdicts_reached_at as reached from expressions_of_interest
    where status in ('received', 'confirmed', 'waiting') and verdicts_reached_at is not null),
  lines as materialized (
    select id, organisation_id, reached from undecided
    union select u.id, l.id, u.reached from undecided u join organisation_successors s on s.successor_id = u.organisation_id
      cross join lateral line_of_organisation(u.organisation_id) as l (id))`

/**
 * Requests that nobody has decided on, of which something has changed since their verdicts: a stage or a place of the organisation or
 * of one it follows, a post or a part of somebody who would come, what the register says, whom it follows, or the rules.
 */
export const verdictsOvertaken = async (db: Reader): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`with ${lines}
    select l.id from lines l where exists (select from stage_records r where r.organisation_id = l.organisation_id and r.recorded_at > l.reached)
    union select l.id from lines l where exists (select from places p where p.organisation_id = l.organisation_id
      and greatest(p.held_at, p.ended_at) > l.reached)
    union select l.id from lines l where exists (select from organisation_successors s where s.successor_id = l.organisation_id and s.told_at > l.reached)
    union select u.id from undecided u where exists (select from organisation_changes c where c.organisation_id = u.organisation_id and c.recorded_at > u.reached)
    union select u.id from undecided u where exists (select from interest_people n join posts t on t.person_id = n.person_id
      where n.interest_id = u.id and t.organisation_id = u.organisation_id and greatest(t.stated_at, t.ended_at) > u.reached)
    union select u.id from undecided u where exists (select from interest_people n join participants a on a.person_id = n.person_id
      join places p on p.id = a.place_id where n.interest_id = u.id and greatest(p.held_at, p.ended_at) > u.reached)
    union select u.id from undecided u where exists (select from offer_rule_sets r where r.offer_id = u.offer_id and r.in_force_at > u.reached)
    union select u.id from undecided u where exists (select from project_versions v where v.project_id = u.project_id and v.act = 'corrected' and v.made_at > u.reached)
    order by id limit 200`.execute(db)
  return rows.map(({ id }) => id)
}

/** Requests that nobody has decided on and that have not been looked at today, so many at a time. */
export const requestsToLookAt = async (
  db: Reader,
  { today, most }: { readonly today: Temporal.PlainDate; readonly most: number },
): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('status', 'in', ['received', 'confirmed', 'waiting'])
      .where((is) => is.or([is('verdicts_looked_at_on', 'is', null), is('verdicts_looked_at_on', '<', today)]))
      .orderBy(sql`verdicts_looked_at_on nulls first`)
      .orderBy('id')
      .limit(most)
      .execute()
  ).map(({ id }) => id)

/**
 * Of these requests those whose verdicts a day has changed since they were reached: a post is held long enough by now, began or ended;
 * somebody who would come has taken part since; or the area of the hub is another from a day that has come.
 */
export const verdictsOutdated = async (
  db: Reader,
  { ids, today }: { readonly ids: readonly string[]; readonly today: Temporal.PlainDate },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`with undecided as materialized (
      select i.id, i.organisation_id, f.hub_id, i.known_facts, (i.verdicts_reached_at at time zone 'Europe/London')::date as reached_on
      from expressions_of_interest i join offers f on f.id = i.offer_id
      where i.id = any(${[...ids]}::uuid[]) and i.verdicts_reached_at is not null),
    asking as materialized (select v.interest_id as id, v.rule from interest_verdicts v where v.interest_id = any(${[...ids]}::uuid[])),
    held as (
      select u.id, u.reached_on, p ->> 'since' as since from undecided u cross join lateral jsonb_array_elements(
        case jsonb_typeof(u.known_facts -> 'people') when 'array' then u.known_facts -> 'people' else '[]' end) as p
      union all select u.id, u.reached_on, u.known_facts #>> '{said,person.since,value}' from undecided u)
    select h.id from held h join asking a on a.id = h.id cross join lateral jsonb_path_query(a.rule, '$.**.since.months') as m
      where h.since is not null and h.since::date <= ${today}::date - make_interval(months => (m #>> '{}')::int)
        and h.since::date > h.reached_on - make_interval(months => (m #>> '{}')::int)
    union select u.id from undecided u join interest_people n on n.interest_id = u.id join posts t on t.person_id = n.person_id
      and t.organisation_id = u.organisation_id
      where (t.from_on > u.reached_on and t.from_on <= ${today}) or (t.to_on >= u.reached_on and t.to_on < ${today})
    union select u.id from undecided u join interest_people n on n.interest_id = u.id join participants c on c.person_id = n.person_id
      where c.from_on >= u.reached_on and c.from_on < ${today}
    union select u.id from undecided u join hub_areas h on h.hub_id = u.hub_id join asking a on a.id = u.id
      where jsonb_path_exists(a.rule, '$.** ? (@.fact == "organisation.area")')
        and ((h.from_on > u.reached_on and h.from_on <= ${today}) or (h.to_on >= u.reached_on and h.to_on < ${today}))
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Requests to a hub that nobody has decided on and of which a rule asks whether the organisation is in its area. */
export const askedOfArea = async (db: Reader, hubId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{
    readonly id: string
  }>`select i.id from expressions_of_interest i join offers f on f.id = i.offer_id
    where f.hub_id = ${hubId} and i.status in ('received', 'confirmed', 'waiting') and exists (select from interest_verdicts v
      where v.interest_id = i.id and jsonb_path_exists(v.rule, '$.** ? (@.fact == "organisation.area")'))
    order by i.id`.execute(db)
  return rows.map(({ id }) => id)
}
