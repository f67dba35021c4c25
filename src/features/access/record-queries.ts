import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { actorOfPerson } from '../people/index.ts'

/** Around a record: the hubs, groups, organisations and people whose parts may reach it. */
export type Around = {
  readonly hubIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly organisationIds: readonly string[]
  readonly personIds: readonly string[]
}

/** Everybody with a part today that may reach a record, and the people whom it is about; or everybody with any part. */
export const peopleAround = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  around: Around | 'everybody',
): Promise<readonly Actor[]> => {
  const isNear =
    around === 'everybody'
      ? sql`true`
      : sql`(r.role in ('national_team', 'analyst') or r.hub_id = any(${[...around.hubIds]}::uuid[])
          or r.group_id = any(${[...around.groupIds]}::uuid[]) or r.organisation_id = any(${[...around.organisationIds]}::uuid[]))`
  const named = around === 'everybody' ? [] : [...around.personIds]
  const { rows } = await sql<{ id: string }>`
    select distinct p.id, p.name from people p left join roles r on r.person_id = p.id and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
    where p.erased_at is null and ((r.id is not null and ${isNear}) or p.id = any(${named}::uuid[])) order by p.name, p.id`.execute(
    db,
  )
  return Promise.all(rows.map(({ id }) => actorOfPerson(db, id, today)))
}

/** The place's group and organisation, and those who take part under it. */
export const placeAround = async (db: Reader, placeId: string) => {
  const place = await db
    .selectFrom('places as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .select(['p.id', 'p.group_id as groupId', 'p.organisation_id as organisationId', 'p.person_id as personId'])
    .select(['o.name as organisation', 'g.name as group'])
    .where('p.id', '=', placeId)
    .executeTakeFirst()
  if (!place) return null
  const people = await db
    .selectFrom('participants')
    .select('person_id')
    .where('place_id', '=', placeId)
    .where('to_on', 'is', null)
    .execute()
  return { ...place, participantIds: people.map(({ person_id }) => person_id) }
}

/** A charge's hub, with where it stands. */
export const chargeAround = async (db: Reader, chargeId: string) =>
  (await db
    .selectFrom('charges as c')
    .innerJoin('hubs as h', 'h.id', 'c.hub_id')
    .innerJoin('places as p', 'p.id', 'c.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('participants as a', 'a.id', 'c.participant_id')
    .select([
      'c.id',
      'c.hub_id as hubId',
      'a.person_id as personId',
      'p.group_id as groupId',
      'p.organisation_id as organisationId',
    ])
    .select('o.name as organisation')
    .where('c.id', '=', chargeId)
    .executeTakeFirst()) ?? null

type PersonWithin = {
  readonly personId: string
  readonly within: string | null
  readonly today: Temporal.PlainDate
}

/** The organisations a person works for, and the groups in which they take part: of one hub, or of all. */
export const personAround = async (db: Reader, { personId, within, today }: PersonWithin) => {
  const { rows } = await sql<{ organisations: string[]; groups: string[] }>`
    select array(select organisation_id::text from posts where person_id = ${personId} and (to_on is null or to_on >= ${today})) as organisations,
      array(select distinct p.group_id::text from participants a join places p on p.id = a.place_id cross join lateral hubs_of_place(p.id, ${today}) w
        where a.person_id = ${personId} and a.to_on is null and (${within}::uuid is null or w.hub_id = ${within}::uuid)) as groups`.execute(
    db,
  )
  return { organisationIds: rows[0]?.organisations ?? [], groupIds: rows[0]?.groups ?? [] }
}

/** People whom a hub knows, or anybody for the whole network, by name or address. */
export const peopleFound = async (
  db: Reader,
  { words, hubId, limit }: { words: string; hubId: string | null; limit: number },
): Promise<readonly { id: string; name: string; at: string | null }[]> => {
  const known = sql`(exists (select from roles r left join groups g on g.id = r.group_id where r.person_id = p.id and coalesce(r.hub_id, g.hub_id) = ${hubId}::uuid)
      or p.id in (select a.person_id from own_places(${hubId}::uuid) w join participants a on a.place_id = w.place_id)
      or exists (select from expressions_of_interest i join offers f on f.id = i.offer_id where i.sender_person_id = p.id and i.received_at is not null and f.hub_id = ${hubId}::uuid))`
  const { rows } = await sql<{ id: string; name: string; at: string | null }>`
    select p.id, p.name, (select string_agg(distinct o.name, ', ') from posts t join organisations o on o.id = t.organisation_id where t.person_id = p.id and t.to_on is null) as at
    from people p where p.erased_at is null and p.merged_into_id is null and ${hubId === null ? sql`true` : known}
      and (searchable(p.name) like '%' || nullif(searchable(${words}), ' ') || '%'
        or exists (select from email_addresses e where e.person_id = p.id and e.to_at is null and e.address = ${words}))
    order by p.name, p.id limit ${limit}`.execute(db)
  return rows
}

/** What hubs, groups and organisations are called at which somebody has a part. */
export const namesOfScopes = async (
  db: Reader,
  scopes: readonly {
    readonly hubId: string | null
    readonly groupId: string | null
    readonly organisationId: string | null
  }[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = scopes.flatMap(({ hubId, groupId, organisationId }) => hubId ?? groupId ?? organisationId ?? [])
  const { rows } = await sql<{ id: string; name: string }>`
    select h.id::text, coalesce(n.name, h.slug) as name from hubs h left join hub_names n on n.hub_id = h.id and n.to_on is null where h.id = any(${ids}::uuid[])
    union all select id::text, name from groups where id = any(${ids}::uuid[])
    union all select id::text, name::text from organisations where id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
