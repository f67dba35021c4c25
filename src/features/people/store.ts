import type { Transaction } from '../../platform/database/index.ts'
import { hashOf, hashOfCode } from '../../platform/secrets.ts'
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
    .execute()

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

export type NewRequest = {
  id: string
  personId: string
  token: string
  code: string
  now: Temporal.Instant
  until: Temporal.Instant
}

export const insertSignInRequest = (tx: Transaction, request: NewRequest) =>
  tx
    .insertInto('sign_in_requests')
    .values({
      id: request.id,
      person_id: request.personId,
      link_hash: hashOf(request.token),
      code_hash: hashOfCode(request.id, request.code),
      requested_at: request.now,
      expires_at: request.until,
    })
    .execute()

/** Consumes a link: in one statement, so that of two who press the button only one signs in. */
export const consumeLink = (tx: Transaction, token: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('sign_in_requests')
    .set({ consumed_at: machineNow })
    .where('link_hash', '=', hashOf(token))
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .returning(['id', 'person_id'])
    .executeTakeFirst()

/** Counts a try at a code before anything is compared, and gives the requests it may be meant for. */
export const countCodeTry = (tx: Transaction, personId: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('sign_in_requests')
    .set((set) => ({ code_attempts: set('code_attempts', '+', 1) }))
    .where('person_id', '=', personId)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .where('code_attempts', '<', 5)
    .returning(['id', 'code_hash'])
    .execute()

export const consumeRequest = (tx: Transaction, id: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('sign_in_requests')
    .set({ consumed_at: machineNow })
    .where('id', '=', id)
    .where('consumed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const insertSession = (
  tx: Transaction,
  session: { personId: string; token: string; now: Temporal.Instant; until: Temporal.Instant; device: string | null },
) =>
  tx
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: session.personId,
      token_hash: hashOf(session.token),
      created_at: session.now,
      expires_at: session.until,
      device: session.device,
    })
    .execute()

export const revokeSessions = (
  tx: Transaction,
  which: { personId: string; id?: string; token?: string },
  machineNow: Temporal.Instant,
) =>
  tx
    .updateTable('signed_in_sessions')
    .set({ revoked_at: machineNow })
    .where('person_id', '=', which.personId)
    .where('revoked_at', 'is', null)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
    .$if(which.token !== undefined, (query) => query.where('token_hash', '=', hashOf(which.token ?? '')))
    .returning('id')
    .execute()
