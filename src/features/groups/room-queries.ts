import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { HubShare, SharedRoom } from './shares.ts'

type Row = Omit<SharedRoom, 'partners' | 'heldBack'> & {
  readonly id: string
  readonly partners: readonly HubShare[]
  readonly heldBackOrganisations: number
  readonly heldBackPeople: number
}

/** The room of groups, with what each of their hubs has of it: ask `roomLeftFor` what is left for one hub's schools. */
export const roomOfGroups = async (
  db: Reader,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, SharedRoom>> => {
  if (groupIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select g.id, g.hub_id as "hubId", g.organisations_room as "organisationsRoom", g.organisations_taken as "organisationsTaken",
      g.people_room as "peopleRoom", g.people_taken as "peopleTaken", g.shares_end_on as "sharesEndOn", g.shares_ended_at as "sharesEndedAt",
      coalesce(b.organisations, 0)::int as "heldBackOrganisations", coalesce(b.people, 0)::int as "heldBackPeople",
      coalesce((select jsonb_agg(jsonb_build_object('hubId', s.hub_id, 'share', s.organisations_share,
          'taken', (select count(*) from places p where p.group_id = g.id and p.partner_hub_id = s.hub_id and p.status in ('offered', 'held', 'completed')),
          'heldBack', (select count(*) from held_back_places x where x.group_id = g.id and x.hub_id = s.hub_id and x.released_at is null)) order by s.hub_id)
        from group_partner_hubs s where s.group_id = g.id), '[]') as partners
    from groups g left join lateral (select count(*) as organisations, sum(people_count) as people from held_back_places h
      where h.group_id = g.id and h.released_at is null) b on true
    where g.id = any(${[...groupIds]}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, heldBackOrganisations, heldBackPeople, ...room }) => [
      id,
      { ...room, heldBack: { organisations: heldBackOrganisations, people: heldBackPeople } },
    ]),
  )
}

export type HeldBack = {
  readonly id: string
  readonly groupId: string
  readonly hubId: string
  readonly people: number
  readonly reason: string
  readonly heldAt: Temporal.Instant
}

/** What is held back in a group now, the earliest first. */
export const heldBackIn = (db: Reader, groupId: string): Promise<readonly HeldBack[]> =>
  db
    .selectFrom('held_back_places')
    .select(['id', 'group_id as groupId', 'hub_id as hubId', 'people_count as people', 'reason', 'held_at as heldAt'])
    .where('group_id', '=', groupId)
    .where('released_at', 'is', null)
    .orderBy('held_at')
    .orderBy('id')
    .execute()

/** Whether a place was ever held back in a group under this id. */
export const wasHeldBackIn = async (db: Reader, groupId: string, id: string): Promise<boolean> =>
  isId(id) &&
  (await db
    .selectFrom('held_back_places')
    .select('id')
    .where('id', '=', id)
    .where('group_id', '=', groupId)
    .executeTakeFirst()) !== undefined

/** Groups whose unused shares are to be released: their day has come. */
export const sharesToRelease = async (db: Reader, today: Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('groups')
      .select('id')
      .where('shares_end_on', '<=', today)
      .where('shares_ended_at', 'is', null)
      .where('status', 'in', ['forming', 'confirmed', 'running'])
      .orderBy('shares_end_on')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

/** Whose places a group counts, by name. */
export const whoHasPlaces = async (db: Reader, groupId: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('places as p')
      .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
      .select('o.name')
      .where('p.group_id', '=', groupId)
      .where('p.status', 'in', ['offered', 'held', 'completed'])
      .orderBy('o.name')
      .execute()
  ).map(({ name }) => name)
