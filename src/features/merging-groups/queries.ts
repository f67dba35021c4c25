import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { GridPoint } from '../../vocabulary/grid.ts'
import { networkZone } from '../../vocabulary/local-time.ts'
import { type GroupSeen, groupInSight, mayPlaceInGroup, mayRunGroup, roomOfGroups } from '../groups/index.ts'
import { type Aside, kindRefusal, type Merger, type PlaceGoing } from './merger.ts'

/** The places of a group that would go along with it into another, by name. */
export const placesGoing = async (db: Reader, groupId: string): Promise<readonly PlaceGoing[]> => {
  const { rows } = await sql<Omit<PlaceGoing, 'at'> & { easting: number | null; northing: number | null }>`
    select p.id as "placeId", o.id as "organisationId", o.name as organisation, p.status, p.people_count as people, p.partner_hub_id as "partnerHubId",
      o.easting, o.northing, (select min(i.travel_limit_miles) from expressions_of_interest i where i.place_id = p.id) as "limitMiles"
    from places p join organisations o on o.id = p.organisation_id
    where p.group_id = ${groupId} and p.status in ('offered', 'held') order by o.name, p.id`.execute(db)
  return rows.map(({ easting, northing, ...place }) => ({
    ...place,
    at: easting === null || northing === null ? null : { easting, northing },
  }))
}

/** Where groups meet, by group. */
export const venuesOf = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, GridPoint>> => {
  const { rows } = await sql<{ id: string } & GridPoint>`
    select g.id, coalesce(v.easting, o.easting) as easting, coalesce(v.northing, o.northing) as northing
    from groups g join venues v on v.id = g.venue_id left join organisations o on o.id = v.organisation_id
    where g.id = any(${[...groupIds]}::uuid[]) and coalesce(v.easting, o.easting) is not null and coalesce(v.northing, o.northing) is not null`.execute(
    db,
  )
  return new Map(rows.map(({ id, easting, northing }) => [id, { easting, northing }]))
}

/** Two groups as they are now, for somebody who runs the one and gives places in the other; null when either is not theirs. */
export const mergerInSight = async (
  context: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<Merger | null> => {
  const [from, into] = [await groupInSight(context, fromId), await groupInSight(context, intoId)]
  if (!from || !into || !mayRunGroup(context.actor, from) || !mayPlaceInGroup(context.actor, into)) return null
  const room = (await roomOfGroups(context.db, [into.id])).get(into.id)
  return room ? { from, into, room, places: await placesGoing(context.db, from.id) } : null
}

/** The groups that one could become part of, of those in which whoever asks gives places: by name. */
export const groupsToJoin = async (context: Context, from: GroupSeen): Promise<readonly GroupSeen[]> => {
  const rows = await context.db
    .selectFrom('groups')
    .select('id')
    .where('project_id', '=', from.projectId)
    .where('year', '=', from.year)
    .where('id', '<>', from.id)
    .where('status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  const seen = await Promise.all(rows.map(({ id }) => groupInSight(context, id)))
  return seen.flatMap((into) =>
    into && mayPlaceInGroup(context.actor, into) && kindRefusal({ from, into }) === null ? [into] : [],
  )
}

/** What else would be different. */
export const asideOf = async (
  db: Reader,
  { from, into }: Pick<Merger, 'from' | 'into'>,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<Aside> => {
  // What has begun is not called off: its register is still to come.
  const begun = sql<boolean>`coalesce((on_date + starts_at) at time zone ${networkZone} <= ${now}, false)`
  const { rows } = await sql<Omit<Aside, 'leads'>>`
    select (select count(*) from sessions where group_id = ${from.id} and (status = 'provisional' or (status = 'confirmed' and not ${begun})))::int as ending,
      (select count(*) from sessions where group_id = ${from.id} and (status = 'held' or (status = 'confirmed' and ${begun})))::int as held,
      (select count(*) from sessions where group_id = ${into.id} and status in ('provisional', 'confirmed') and (on_date is null or on_date >= ${today}))::int as "toCome",
      (select count(*) from held_back_places where group_id = ${from.id} and released_at is null)::int as "heldBack",
      array(select distinct n.name from people n where n.erased_at is null and (
        exists (select from participants a join places p on p.id = a.place_id where a.person_id = n.id and p.group_id = ${from.id} and p.status = 'held' and a.to_on is null and a.part <> 'substitute')
        or exists (select from roles r where r.person_id = n.id and r.group_id = ${from.id} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today}))) order by n.name) as told,
      (select count(*) from expressions_of_interest i where i.offer_id = ${from.offerId} and ${from.offerId}::uuid is distinct from ${into.offerId}::uuid
        and i.status in ('received', 'confirmed', 'waiting') and ${from.hubId}::uuid = ${into.hubId}::uuid
        and not exists (select from groups g where g.offer_id = ${from.offerId} and g.id <> ${from.id} and g.status in ('forming', 'confirmed', 'running')))::int as "waitingElsewhere"`.execute(
    db,
  )
  const [row] = rows
  return {
    ending: row?.ending ?? 0,
    toCome: row?.toCome ?? 0,
    held: row?.held ?? 0,
    heldBack: row?.heldBack ?? 0,
    told: row?.told ?? [],
    waitingElsewhere: row?.waitingElsewhere ?? 0,
    leads: from.leads,
  }
}

export type GroupOfOffer = { readonly id: string; readonly name: string; readonly hubId: string }

/** The groups of offers that may be one, by offer: for a suggestion that names offers. */
export const groupsOfOffers = async (
  db: Reader,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly GroupOfOffer[]>> => {
  if (offerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'name', 'hub_id as hubId', 'offer_id as offerId'])
    .where('offer_id', 'in', [...offerIds])
    .where('status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ offerId }) => offerId ?? '')
}
