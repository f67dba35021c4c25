import type { Transaction } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'

export const insertPerson = async (
  tx: Transaction,
  {
    name,
    address,
    confirmedAt,
    now,
  }: { name: string; address: string; confirmedAt: Temporal.Instant | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx.insertInto('people').values({ id, name, created_at: now }).execute()
  await tx
    .insertInto('email_addresses')
    .values({ id: newId(), person_id: id, address, confirmed_at: confirmedAt, from_at: now })
    .execute()
  return id
}

/** Two who name the same address at once make one person: the second waits here for the first. */
export const lockAddress = (tx: Transaction, address: string) =>
  tx
    .selectNoFrom((select) =>
      select
        .fn('pg_advisory_xact_lock', [select.fn('hashtextextended', [select.val(`address:${address}`), select.val(3)])])
        .as('locked'),
    )
    .execute()

export const confirmAddress = (tx: Transaction, address: string, now: Temporal.Instant) =>
  tx
    .updateTable('email_addresses')
    .set({ confirmed_at: now })
    .where('address', '=', address)
    .where('to_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()

export type NewPost = {
  personId: string
  organisationId: string
  post: string
  held: boolean
  statedBy: string
  now: Temporal.Instant
  from: Temporal.PlainDate | null
}

export const insertPost = (tx: Transaction, post: NewPost) =>
  tx
    .insertInto('posts')
    .values({
      id: newId(),
      person_id: post.personId,
      organisation_id: post.organisationId,
      post: post.post,
      held: post.held,
      from_on: post.from,
      stated_by: post.statedBy,
      stated_at: post.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'organisation_id', 'post'])
        .where('to_on', 'is', null)
        .doUpdateSet({ held: post.held, stated_at: post.now, stated_by: post.statedBy }),
    )
    .execute()

export type NewRole = {
  personId: string
  role: RoleName
  hubId: string | null
  groupId: string | null
  organisationId: string | null
  from: Temporal.PlainDate
}

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
    })
    .execute()
