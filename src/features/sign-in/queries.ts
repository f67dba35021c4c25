import type { Reader } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { Actor, Role, RoleName } from '../../vocabulary/actor.ts'

type RoleRow = {
  readonly role: string | null
  readonly hub_id: string | null
  readonly slug: string | null
  readonly group_id: string | null
  readonly organisation_id: string | null
}

const rolesIn = (rows: readonly RoleRow[]): readonly Role[] =>
  rows.flatMap(({ role, hub_id, slug, group_id, organisation_id }) =>
    role === null
      ? []
      : [{ name: role as RoleName, hubId: hub_id, hubSlug: slug, groupId: group_id, organisationId: organisation_id }],
  )

/** People with the roles they hold today, a row for each role: asked anew by every request. */
const peopleWithRoles = (db: Reader, today: Temporal.PlainDate) =>
  db
    .selectFrom('people as p')
    .leftJoin('roles as r', (join) =>
      join
        .onRef('r.person_id', '=', 'p.id')
        .on('r.from_on', '<=', today)
        .on((on) => on.or([on('r.to_on', 'is', null), on('r.to_on', '>=', today)])),
    )
    .leftJoin('hubs as h', 'h.id', 'r.hub_id')
    .select(['p.id', 'p.name', 'r.role', 'r.hub_id', 'h.slug', 'r.group_id', 'r.organisation_id'])
    .where('p.erased_at', 'is', null)

export type Signed = { readonly actor: Actor; readonly lastSeenAt: Temporal.Instant | null }

/** Who a signed-in session belongs to, with the roles held today; a visitor when it is over, revoked or unknown. */
export const actorOfSession = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Signed> => {
  const rows = await peopleWithRoles(db, today)
    .innerJoin('signed_in_sessions as s', 's.person_id', 'p.id')
    .select('s.last_seen_at')
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', machineNow)
    .where('s.revoked_at', 'is', null)
    .execute()
  const first = rows[0]
  if (!first) return { actor: { kind: 'visitor' }, lastSeenAt: null }
  const { id: personId, name, last_seen_at: lastSeenAt } = first
  return { actor: { kind: 'person', personId, name, roles: rolesIn(rows) }, lastSeenAt }
}

export type OpenToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

/** Whose program holds a token, with all the roles they hold today; null when it is over, revoked or unknown. */
export const holderOfToken = async (
  db: Reader,
  token: string,
  machineNow: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<{ readonly actor: Actor; readonly token: OpenToken } | null> => {
  const rows = await peopleWithRoles(db, today)
    .innerJoin('program_tokens as t', 't.person_id', 'p.id')
    .select(['t.id as token_id', 't.name as token_name', 't.scopes', 't.expires_at', 't.last_used_at'])
    .where('t.token_hash', '=', hashOf(token))
    .where('t.expires_at', '>', machineNow)
    .where('t.revoked_at', 'is', null)
    .execute()
  const first = rows[0]
  if (!first) return null
  return {
    actor: { kind: 'person', personId: first.id, name: first.name, roles: rolesIn(rows) },
    token: {
      id: first.token_id,
      name: first.token_name,
      scopes: first.scopes,
      expiresAt: first.expires_at,
      lastUsedAt: first.last_used_at,
    },
  }
}

/** Where a person is signed in at this moment, the newest first. */
export const openSessions = (db: Reader, personId: string, machineNow: Temporal.Instant) =>
  db
    .selectFrom('signed_in_sessions')
    .select(['id', 'created_at', 'expires_at', 'last_seen_at', 'device', 'token_hash'])
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

/** Whether a request to sign in has been mailed already. */
export const hasRequest = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('sign_in_requests').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
