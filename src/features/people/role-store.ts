import type { Transaction } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewRole = {
  personId: string
  role: RoleName
  hubId: string | null
  groupId: string | null
  organisationId: string | null
  from: Temporal.PlainDate
  grantedBy: string | null
  now: Temporal.Instant
}

/** Gives a role; null when it is held already, even if it was given at this very moment. */
export const insertRole = (tx: Transaction, role: NewRole) =>
  tx
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: role.personId,
      role: role.role,
      hub_id: role.hubId,
      group_id: role.groupId,
      organisation_id: role.organisationId,
      from_on: role.from,
      granted_by_person_id: role.grantedBy,
      granted_at: role.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

// What a role is held at is locked first, so that of two who end the last two leads at once the second sees the first.
export const lockScope = (tx: Transaction, scope: string) =>
  tx
    .selectNoFrom((select) =>
      select
        .fn('pg_advisory_xact_lock', [select.fn('hashtextextended', [select.val(`roles:${scope}`), select.val(5)])])
        .as('locked'),
    )
    .execute()

export type EndedRole = {
  readonly id: string
  readonly name: RoleName
  readonly personId: string
  readonly hubId: string | null
  readonly groupId: string | null
  readonly organisationId: string | null
}

/** A role that is held today, locked. */
export const lockRole = async (tx: Transaction, id: string, today: Temporal.PlainDate): Promise<EndedRole | null> => {
  const row = await tx
    .selectFrom('roles')
    .select(['id', 'role', 'person_id', 'hub_id', 'group_id', 'organisation_id'])
    .where('id', '=', id)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .forUpdate()
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        name: row.role as RoleName,
        personId: row.person_id,
        hubId: row.hub_id,
        groupId: row.group_id,
        organisationId: row.organisation_id,
      }
    : null
}

export type RoleEnd = {
  readonly by: string | null
  readonly reason: string | null
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** From when it is over; today where nothing else is said. */
  readonly from?: Temporal.PlainDate
}

/** Ends a role at once: its last day was yesterday. */
export const setRoleEnded = (tx: Transaction, id: string, end: RoleEnd) =>
  tx
    .updateTable('roles')
    .set({
      to_on: (end.from ?? end.today).subtract({ days: 1 }),
      ended_by_person_id: end.by,
      ended_at: end.now,
      end_reason: end.reason,
    })
    .where('id', '=', id)
    .execute()
