import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { hubsKnowing } from '../people/index.ts'

export const hubParts = ['staff', 'group_lead', 'school_lead', 'participant'] as const
export type HubPart = (typeof hubParts)[number]

export type HubPerson = {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly workplaces: readonly string[]
  readonly parts: readonly HubPart[]
}

// The people a hub knows, each with what they are to it today; nobody else's people (domain rules 9 and 10).
const known = (hubId: string, today: Temporal.PlainDate) => sql`
  select r.person_id, case when r.role in ('hub_lead', 'hub_administrator') then 'staff' else r.role end as part
    from roles r left join groups g on g.id = r.group_id
    where (r.hub_id = ${hubId} or g.hub_id = ${hubId}) and (r.to_on is null or r.to_on >= ${today})
  union
  select r.person_id, 'school_lead' from roles r where r.role = 'school_lead' and (r.to_on is null or r.to_on >= ${today}) and r.organisation_id in (
    select o.id from organisations o join hub_areas h on h.authority_code = o.authority_code and h.to_on is null where h.hub_id = ${hubId}
    union select i.organisation_id from expressions_of_interest i join offers f on f.id = i.offer_id where f.hub_id = ${hubId} and i.received_at is not null
    union select p.organisation_id from own_places(${hubId}, ${today}) w join places p on p.id = w.place_id)
  union
  select a.person_id, 'participant' from own_places(${hubId}, ${today}) w join places p on p.id = w.place_id join participants a on a.place_id = p.id
    where a.to_on is null and p.status in ('offered', 'held')
  union
  select a.person_id, null from own_places(${hubId}, ${today}) w join participants a on a.place_id = w.place_id
  union
  select n.person_id, null from interest_people n join expressions_of_interest i on i.id = n.interest_id join offers f on f.id = i.offer_id
    where f.hub_id = ${hubId} and i.received_at is not null and n.person_id is not null
  union
  select i.sender_person_id, null from expressions_of_interest i join offers f on f.id = i.offer_id
    where f.hub_id = ${hubId} and i.received_at is not null and i.sender_person_id is not null`

export type PeopleAsked = { readonly words: string; readonly part: HubPart | null }
type Window = { readonly today: Temporal.PlainDate; readonly offset: number; readonly limit: number }

/** The people of a hub, by name; found by name, earlier name, address or school. */
export const peopleOfHub = async (
  db: Reader,
  hubId: string,
  { words, part, today, offset, limit }: PeopleAsked & Window,
): Promise<{ readonly total: number; readonly rows: readonly HubPerson[] }> => {
  // Signs alone are no name, and none stands for others.
  const like = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<HubPerson & { total: number }>`
    with known as (${known(hubId, today)}),
    chosen as (
      select n.id, n.name, array_remove(array_agg(distinct k.part), null) as parts
      from known k join people n on n.id = k.person_id and n.erased_at is null
      group by n.id, n.name
    )
    select c.id, c.name, c.parts, count(*) over ()::int as total,
      (select e.address::text from email_addresses e where e.person_id = c.id and e.to_at is null and e.is_primary) as address,
      array(select distinct o.name from posts p join organisations o on o.id = p.organisation_id where p.person_id = c.id and p.to_on is null order by o.name) as workplaces
    from chosen c
    where (${part}::text is null or ${part} = any (c.parts))
      and (${words} = '' or searchable(c.name) like '%' || nullif(searchable(${words}), ' ') || '%'
        or exists (select from person_names f where f.person_id = c.id and searchable(f.name) like '%' || nullif(searchable(${words}), ' ') || '%')
        or exists (select from email_addresses e where e.person_id = c.id and e.to_at is null and lower(e.address::text) like ${like})
        or exists (select from posts p join organisations o on o.id = p.organisation_id where p.person_id = c.id and p.to_on is null and searchable(o.name) like '%' || nullif(searchable(${words}), ' ') || '%'))
    order by c.name collate people_order, c.id limit ${limit} offset ${offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

/** What has changed about the people of a hub since then: the change, whose it is, and when. */
export const changesOfHub = async (
  db: Reader,
  hubId: string,
  { today, since, limit }: { today: Temporal.PlainDate; since: Temporal.Instant; limit: number },
) =>
  (
    await sql<{ id: number; personId: string; name: string; person: string; at: Temporal.Instant }>`
      select e.id, n.id as "personId", e.name, n.name as person, e.occurred_at as at
      from events e join people n on n.id = e.subject_id and n.erased_at is null
      where e.subject_type = 'person' and e.occurred_at > ${since}
        and e.name in ('person.renamed', 'telephone.changed', 'address-change.confirmed', 'address-change.stopped', 'person.moved', 'person.left', 'coming-move.announced', 'coming-move.taken-back', 'needs.changed')
        and e.subject_id in (select k.person_id from (${known(hubId, today)}) k)
      order by e.occurred_at desc, e.id desc limit ${limit}`.execute(db)
  ).rows

/** Groups of a hub that are not over, to invite a lead to. */
export const groupsToLead = (db: Reader, hubId: string) =>
  db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('hub_id', '=', hubId)
    .where('status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('name')
    .execute()

/** Schools and institutions that take part with a hub and have nobody to lead them here. */
export const schoolsWithoutLead = (db: Reader, hubId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('organisations as o')
    .select(['o.id', 'o.name'])
    .where('o.status', '<>', 'closed')
    .where(
      sql<boolean>`exists (select from places p cross join lateral hubs_of_place(p.id, ${today}) w where p.organisation_id = o.id and w.hub_id = ${hubId} and p.status in ('offered', 'held'))`,
    )
    .where(
      sql<boolean>`not exists (select from roles r where r.organisation_id = o.id and r.role = 'school_lead' and (r.to_on is null or r.to_on >= ${today}))`,
    )
    .where(
      sql<boolean>`not exists (select from invitations i where i.organisation_id = o.id and i.role = 'school_lead' and i.status = 'open')`,
    )
    .orderBy('o.name')
    .limit(50)
    .execute()

/** Other records that may be the same person, whom the hub knows too, with the reasons; likeliest first. */
export const possibleTwins = async (db: Reader, hubId: string, personId: string) =>
  (
    await sql<{ id: string; name: string; reasons: readonly string[] }>`
      select n.id, n.name, d.reasons
      from (select second_id as id, reasons, weight from possible_duplicates where first_id = ${personId} and status = 'open'
        union all select first_id, reasons, weight from possible_duplicates where second_id = ${personId} and status = 'open') d
      join people n on n.id = d.id and n.erased_at is null
      where ${hubId}::uuid in (${hubsKnowing(sql.ref('n.id'))}) order by d.weight desc, n.id limit 5`.execute(db)
  ).rows
