import type { Reader } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { Actor, Role, RoleName } from '../../vocabulary/actor.ts'

/** Who a signed-in session belongs to, with the roles held today; a visitor when it is over, revoked or unknown. */
export const actorOfSession = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Actor> => {
  const rows = await db
    .selectFrom('signed_in_sessions as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .leftJoin('roles as r', (join) =>
      join
        .onRef('r.person_id', '=', 'p.id')
        .on('r.from_on', '<=', today)
        .on((on) => on.or([on('r.to_on', 'is', null), on('r.to_on', '>=', today)])),
    )
    .leftJoin('hubs as h', 'h.id', 'r.hub_id')
    .select(['p.id', 'p.name', 'r.role', 'r.hub_id', 'h.slug', 'r.group_id', 'r.organisation_id'])
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', machineNow)
    .where('s.revoked_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .execute()
  const first = rows[0]
  if (!first) return { kind: 'visitor' }
  const roles: Role[] = rows.flatMap((row) =>
    row.role === null
      ? []
      : [
          {
            name: row.role as RoleName,
            hubId: row.hub_id,
            hubSlug: row.slug,
            groupId: row.group_id,
            organisationId: row.organisation_id,
          },
        ],
  )
  return { kind: 'person', personId: first.id, name: first.name, roles }
}

/** Where a person is signed in at this moment, the newest first. */
export const openSessions = (db: Reader, personId: string, machineNow: Temporal.Instant) =>
  db
    .selectFrom('signed_in_sessions')
    .select(['id', 'created_at', 'expires_at', 'device', 'token_hash'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .orderBy('created_at', 'desc')
    .execute()

export type CastMember = {
  readonly name: string
  readonly email: string
  readonly part: string
  readonly organisation: string
}

/** The demonstration's named cast, empty elsewhere. */
export const demonstrationCast = async (db: Reader): Promise<readonly CastMember[]> => {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'demonstration-cast')
    .executeTakeFirst()
  return (row?.value as readonly CastMember[] | undefined) ?? []
}
