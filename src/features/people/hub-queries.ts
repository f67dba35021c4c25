import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

const ids = async (db: Reader, query: ReturnType<typeof sql<{ id: string }>>): Promise<readonly string[]> =>
  (await query.execute(db)).rows.map(({ id }) => id)

/** The hub that holds a group. */
export const hubOfGroup = async (db: Reader, groupId: string): Promise<string | null> =>
  (await db.selectFrom('groups').select('hub_id').where('id', '=', groupId).executeTakeFirst())?.hub_id ?? null

/** The hubs an organisation deals with: they serve its area, it asked to join their offers, or it holds a place as their own (domain rule 10). */
export const hubsOfOrganisation = (db: Reader, organisationId: string): Promise<readonly string[]> =>
  ids(
    db,
    sql`select h.hub_id as id from organisations o join hub_areas h on h.authority_code = o.authority_code and h.to_on is null where o.id = ${organisationId}
      union select f.hub_id from expressions_of_interest i join offers f on f.id = i.offer_id where i.organisation_id = ${organisationId} and i.received_at is not null
      union select w.hub_id from places p cross join lateral hubs_of_place(p.id) w where p.organisation_id = ${organisationId}`,
  )

/**
 * The hubs that know a person: whose staff they are, whose groups they lead, for whose own places they take part, whom they asked, or that deal with the
 * organisation they lead. As `hub_id`, of the person that an expression stands for.
 */
export const hubsKnowing = (person: RawBuilder<unknown> | ReturnType<typeof sql.ref>): RawBuilder<{ hub_id: string }> =>
  sql`select r.hub_id from roles r where r.person_id = ${person} and r.hub_id is not null
      union select g.hub_id from roles r join groups g on g.id = r.group_id where r.person_id = ${person}
      union select w.hub_id from participants a cross join lateral hubs_of_place(a.place_id) w where a.person_id = ${person}
      union select f.hub_id from expressions_of_interest i join offers f on f.id = i.offer_id where i.sender_person_id = ${person} and i.received_at is not null
      union select f.hub_id from interest_people n join expressions_of_interest i on i.id = n.interest_id join offers f on f.id = i.offer_id
        where n.person_id = ${person} and i.received_at is not null
      union select h.hub_id from roles r join organisations o on o.id = r.organisation_id join hub_areas h on h.authority_code = o.authority_code and h.to_on is null
        where r.person_id = ${person} and r.role = 'school_lead'
      union select w.hub_id from roles r join places l on l.organisation_id = r.organisation_id cross join lateral hubs_of_place(l.id) w
        where r.person_id = ${person} and r.role = 'school_lead'
      union select f.hub_id from roles r join expressions_of_interest i on i.organisation_id = r.organisation_id join offers f on f.id = i.offer_id
        where r.person_id = ${person} and r.role = 'school_lead' and i.received_at is not null`

/** The people whom a hub knows, as `person_id`: the same looked at from the hub, for lists of many. */
export const peopleKnownTo = (hubId: string): RawBuilder<{ person_id: string }> =>
  sql`select r.person_id from roles r where r.hub_id = ${hubId}
      union select r.person_id from roles r join groups g on g.id = r.group_id where g.hub_id = ${hubId}
      union select a.person_id from own_places(${hubId}) w join participants a on a.place_id = w.place_id
      union select i.sender_person_id from expressions_of_interest i join offers f on f.id = i.offer_id where f.hub_id = ${hubId} and i.received_at is not null
      union select n.person_id from interest_people n join expressions_of_interest i on i.id = n.interest_id join offers f on f.id = i.offer_id
        where f.hub_id = ${hubId} and i.received_at is not null
      union select r.person_id from roles r where r.role = 'school_lead' and r.organisation_id in (
        select o.id from organisations o join hub_areas h on h.authority_code = o.authority_code and h.to_on is null where h.hub_id = ${hubId}
        union select l.organisation_id from own_places(${hubId}) w join places l on l.id = w.place_id
        union select i.organisation_id from expressions_of_interest i join offers f on f.id = i.offer_id where f.hub_id = ${hubId} and i.received_at is not null)`

/** The hubs that know one person. */
export const hubsOfPerson = (db: Reader, personId: string): Promise<readonly string[]> =>
  ids(db, sql`select k.hub_id as id from (${hubsKnowing(sql`${personId}::uuid`)}) k`)

/** The hubs for whose own places a person takes part today. */
export const hubsWhereTakingPart = (db: Reader, personId: string): Promise<readonly string[]> =>
  ids(
    db,
    sql`select distinct w.hub_id as id from participants a join places p on p.id = a.place_id cross join lateral hubs_of_place(p.id) w
      where a.person_id = ${personId} and a.to_on is null and p.status in ('offered', 'held')`,
  )

/** The hubs that have to decide what becomes of what somebody takes part in for an organisation. */
export const hubsWithPlaces = async (
  db: Reader,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<readonly { readonly hubId: string; readonly slug: string; readonly places: number }[]> =>
  (
    await sql<{ hubId: string; slug: string; places: number }>`
      select g.hub_id as "hubId", h.slug, count(*)::int as places from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
        join hubs h on h.id = g.hub_id
      where a.person_id = ${personId} and a.to_on is null and a.part <> 'substitute' and p.organisation_id = ${organisationId} and p.status in ('offered', 'held')
      group by g.hub_id, h.slug`.execute(db)
  ).rows
