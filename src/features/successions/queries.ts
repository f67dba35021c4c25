import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

const livePlaces = sql`('offered', 'held')`
const liveRequests = sql`('draft', 'received', 'confirmed', 'waiting', 'offered', 'placed')`

/** Something that a closed school takes part in today, with whether its successor has the like already. */
export type Live = {
  readonly id: string
  readonly what: string
  readonly groupId: string | null
  readonly hubId: string
  readonly isWithBoth: boolean
}

/** The live places of a closed school; with both, when the successor has a live place in the same project (rule 2). */
export const livePlacesOf = async (db: Reader, predecessorId: string, successorId: string): Promise<readonly Live[]> =>
  (
    await sql<Live>`
      select p.id, r.title || ', ' || g.name as what, g.id as "groupId", g.hub_id as "hubId",
        p.person_id is null and exists (select from places n where n.project_id = p.project_id and n.organisation_id = ${successorId}
          and n.person_id is null and n.status in ${livePlaces}) as "isWithBoth"
      from places p join groups g on g.id = p.group_id join projects r on r.id = p.project_id
      where p.organisation_id = ${predecessorId} and p.status in ${livePlaces} order by r.title, p.id`.execute(db)
  ).rows

/** Its live expressions of interest, likewise; one that was given a place goes where the place goes. */
export const liveInterestOf = async (
  db: Reader,
  predecessorId: string,
  successorId: string,
): Promise<readonly Live[]> =>
  (
    await sql<Live>`
      select i.id, r.title as what, null as "groupId", f.hub_id as "hubId",
        i.person_id is null and i.status <> 'draft' and (
          exists (select from expressions_of_interest n where n.offer_id = i.offer_id and n.organisation_id = ${successorId} and n.person_id is null
            and n.status in ('received', 'confirmed', 'waiting', 'offered', 'placed'))
          or exists (select from places p where p.id = i.place_id and p.organisation_id = ${predecessorId} and p.status in ${livePlaces})) as "isWithBoth"
      from expressions_of_interest i join offers f on f.id = i.offer_id join projects r on r.id = i.project_id
      where i.organisation_id = ${predecessorId} and i.status in ${liveRequests}
        and (i.status <> 'placed' or exists (select from places p where p.id = i.place_id and p.status in ${livePlaces}))
      order by r.title, i.id`.execute(db)
  ).rows

export type School = {
  readonly id: string
  readonly name: string
  readonly urn: number | null
  readonly status: string
}

export const schoolsById = async (db: Reader, ids: readonly string[]): Promise<readonly School[]> =>
  (
    await sql<School>`select id, name, urn, status from organisations where id = any (${[...ids]}::uuid[]) order by name, id`.execute(
      db,
    )
  ).rows

/** The one school that follows a school, when exactly one does; and since when. */
export const successorsTold = async (db: Reader, predecessorId: string) =>
  (
    await sql<School & { since: Temporal.PlainDate | null }>`
      select o.id, o.name, o.urn, o.status, s.since_on as since from organisation_successors s join organisations o on o.id = s.successor_id
      where s.predecessor_id = ${predecessorId} order by o.name, o.id`.execute(db)
  ).rows

export type SuccessionQuestion = {
  readonly id: string
  readonly kind: string
  readonly organisationId: string | null
  readonly organisation: string | null
  readonly urn: number | null
  readonly about: string
  readonly told: Readonly<Record<string, unknown>>
  readonly raisedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
  readonly settlement: { readonly decision?: string; readonly organisation?: string } | null
}

/** A question that a register left open, or that two schools which became one have raised. */
export const questionById = async (db: Reader, id: string): Promise<SuccessionQuestion | null> => {
  const { rows } = await sql<SuccessionQuestion>`
    select q.id, q.kind, q.organisation_id as "organisationId", o.name as organisation, o.urn, q.about, q.told, q.raised_at as "raisedAt",
      q.settled_at as "settledAt", p.name as "settledBy", q.settlement
    from register_questions q left join organisations o on o.id = q.organisation_id left join people p on p.id = q.settled_by where q.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** What a school has live today, whoever follows it. */
export const liveOf = async (db: Reader, organisationId: string): Promise<readonly Live[]> => [
  ...(await livePlacesOf(db, organisationId, organisationId)),
  ...(await liveInterestOf(db, organisationId, organisationId)),
]

/** Those who write and read for a hub, with its name and address here. */
export const hubsByIds = async (db: Reader, ids: readonly string[]) =>
  (
    await sql<{ id: string; slug: string; name: string }>`
      select h.id, h.slug, n.name from hubs h join hub_names n on n.hub_id = h.id and n.to_on is null where h.id = any (${[...ids]}::uuid[]) order by n.name`.execute(
      db,
    )
  ).rows
