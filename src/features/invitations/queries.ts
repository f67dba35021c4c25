import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import type { InvitationSeen, InvitationStatus } from './invitation.ts'

const invitations = (db: Reader) =>
  db
    .selectFrom('invitations as i')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'i.hub_id').on('h.to_on', 'is', null))
    .leftJoin('groups as g', 'g.id', 'i.group_id')
    .leftJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('people as b', 'b.id', 'i.invited_by_person_id')
    .select(['i.id', 'i.name', 'i.address', 'i.role', 'i.last_sent_at', 'i.expires_at', 'i.status', 'b.name as by'])
    .select(['i.organisation_id', 'i.post'])
    .select(sql<string | null>`coalesce(h.name, g.name, o.name)`.as('at'))

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]

const seen = (row: Row): InvitationSeen => ({
  id: row.id,
  name: row.name,
  address: row.address,
  role: row.role as RoleName | null,
  at: row.at,
  sentAt: row.last_sent_at,
  expiresAt: row.expires_at,
  by: row.by,
})

/** One invitation, for whoever holds its link. */
export const invitationById = async (db: Reader, id: string) => {
  const row = await invitations(db).where('i.id', '=', id).executeTakeFirst()
  return row
    ? { ...seen(row), status: row.status as InvitationStatus, organisationId: row.organisation_id, post: row.post }
    : null
}

/** The open invitations of a hub: to its own roles and groups, and those it sent to schools. */
export const openInvitationsOfHub = async (db: Reader, hubId: string): Promise<readonly InvitationSeen[]> =>
  (
    await invitations(db)
      .where('i.status', '=', 'open')
      .where((where) =>
        where.or([where('i.hub_id', '=', hubId), where('g.hub_id', '=', hubId), where('i.from_hub_id', '=', hubId)]),
      )
      .orderBy('i.last_sent_at', 'desc')
      .execute()
  ).map(seen)

export const openInvitationsOfOrganisation = async (
  db: Reader,
  organisationId: string,
): Promise<readonly InvitationSeen[]> =>
  (
    await invitations(db)
      .where('i.status', '=', 'open')
      .where('i.organisation_id', '=', organisationId)
      .orderBy('i.last_sent_at', 'desc')
      .execute()
  ).map(seen)

/** The open invitations to national roles, and to lead a hub. */
export const openInvitationsOfNetwork = async (db: Reader): Promise<readonly InvitationSeen[]> =>
  (
    await invitations(db)
      .where('i.status', '=', 'open')
      .where('i.role', 'in', ['national_team', 'analyst', 'hub_lead'])
      .orderBy('i.last_sent_at', 'desc')
      .execute()
  ).map(seen)

/** How often somebody has invited people since then. */
export const invitationsSince = async (db: Reader, personId: string, since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('invitations')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('invited_by_person_id', '=', personId)
      .where('invited_at', '>', since)
      .executeTakeFirstOrThrow()
  ).count

/** The national team and analysts, and every hub with its leads, as they are today. */
export const networkPeople = async (db: Reader, today: Temporal.PlainDate) => {
  const held = db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .where('p.erased_at', 'is', null)
    .where('r.from_on', '<=', today)
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
  const [national, leads, hubs] = await Promise.all([
    held
      .select(['r.id', 'r.role', 'r.from_on as from', 'p.id as personId', 'p.name'])
      .where('r.role', 'in', ['national_team', 'analyst'])
      .orderBy('r.role', 'desc')
      .orderBy('p.name')
      .execute(),
    held
      .select(['r.id', 'r.hub_id as hubId', 'r.from_on as from', 'p.id as personId', 'p.name'])
      .where('r.role', '=', 'hub_lead')
      .orderBy('p.name')
      .execute(),
    db
      .selectFrom('hubs as h')
      .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
      .select(['h.id', 'n.name'])
      .orderBy('n.name')
      .execute(),
  ])
  return {
    national: national.map((row) => ({ ...row, role: row.role as RoleName })),
    hubs: hubs.map((hub) => ({ ...hub, leads: leads.filter(({ hubId }) => hubId === hub.id) })),
  }
}
