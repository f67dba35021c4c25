import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { Role } from '../../vocabulary/actor.ts'
import { hubOfGroup, hubsOfOrganisation } from '../people/index.ts'
import type { RoleWithHubs } from './acting.ts'

export type OpenEpisode = {
  readonly id: string
  readonly byId: string
  readonly forId: string
  readonly lapsesAt: Temporal.Instant
}

/** The signed-in session that a token belongs to, while it lasts. */
export const sessionOf = async (db: Reader, token: string, machineNow: Temporal.Instant): Promise<string | null> =>
  (
    await db
      .selectFrom('signed_in_sessions')
      .select('id')
      .where('token_hash', '=', hashOf(token))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', machineNow)
      .executeTakeFirst()
  )?.id ?? null

/** For whom somebody acts in a signed-in session at this moment. */
export const openEpisode = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
): Promise<OpenEpisode | null> =>
  (await db
    .selectFrom('acting_episodes as a')
    .innerJoin('signed_in_sessions as s', (join) =>
      join.onRef('s.id', '=', 'a.session_id').onRef('s.person_id', '=', 'a.by_person_id'),
    )
    .select(['a.id', 'a.by_person_id as byId', 'a.for_person_id as forId', 'a.lapses_at as lapsesAt'])
    .where('s.token_hash', '=', hashOf(token))
    .where('a.ended_at', 'is', null)
    .where('a.lapses_at', '>', machineNow)
    .executeTakeFirst()) ?? null

/** Episodes whose time is over, or whose session is. */
export const episodesOver = (db: Reader, machineNow: Temporal.Instant) =>
  db
    .selectFrom('acting_episodes as a')
    .leftJoin('signed_in_sessions as s', 's.id', 'a.session_id')
    .select(['a.id'])
    .where('a.ended_at', 'is', null)
    .where((is) =>
      is.or([
        is('a.lapses_at', '<=', machineNow),
        is('s.id', 'is', null),
        is('s.revoked_at', 'is not', null),
        is('s.expires_at', '<=', machineNow),
      ]),
    )
    .execute()

/** Roles with the hubs that have a say in each: the hub itself, the group's, or those the organisation deals with. */
export const rolesWithHubs = (db: Reader, roles: readonly Role[]): Promise<readonly RoleWithHubs[]> =>
  Promise.all(roles.map(async (role) => ({ role, hubIds: await hubsOfRole(db, role) })))

const hubsOfRole = async (db: Reader, role: Role): Promise<readonly string[]> => {
  if (role.hubId !== null) return [role.hubId]
  if (role.organisationId !== null) return hubsOfOrganisation(db, role.organisationId)
  const hubId = role.groupId === null ? null : await hubOfGroup(db, role.groupId)
  return hubId === null ? [] : [hubId]
}

/** What was done in the name of another in the episodes of these people, each under the episode in which it was begun. */
export const deedsOfEpisodes = async (
  db: Reader,
  episodes: readonly { readonly byId: string; readonly forId: string }[],
): Promise<readonly { readonly episodeId: string; readonly name: string; readonly at: Temporal.Instant }[]> => {
  if (episodes.length === 0) return []
  // Work that was begun then and done later, such as an import, has no episode of its own: it belongs to the latest before it.
  const episodeId = sql<string>`(select a.id from acting_episodes a where a.for_person_id = e.actor_id and a.by_person_id::text = e.acting_by
    and a.begun_at <= e.occurred_at order by a.begun_at desc limit 1)`
  return db
    .selectFrom('events as e')
    .select(['e.name', 'e.occurred_at as at', episodeId.as('episodeId')])
    .where('e.actor_kind', '=', 'person')
    .where('e.actor_id', 'in', [...new Set(episodes.map(({ forId }) => forId))])
    .where('e.acting_by', 'in', [...new Set(episodes.map(({ byId }) => byId))])
    .orderBy('e.id')
    .limit(500)
    .execute()
}

/** Who acted for somebody, and for whom somebody acted, the latest first. */
export const episodesAbout = (db: Reader, personId: string) =>
  db
    .selectFrom('acting_episodes as a')
    .innerJoin('people as b', 'b.id', 'a.by_person_id')
    .innerJoin('people as f', 'f.id', 'a.for_person_id')
    .select([
      'a.id',
      'a.reason',
      'a.begun_at as begunAt',
      'a.ended_at as endedAt',
      'a.for_person_id as forId',
      'a.by_person_id as byId',
    ])
    .select(['b.name as by', 'f.name as for'])
    .where((is) => is.or([is('a.for_person_id', '=', personId), is('a.by_person_id', '=', personId)]))
    .orderBy('a.begun_at', 'desc')
    .limit(100)
    .execute()
