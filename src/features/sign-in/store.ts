import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { hashOf, hashOfCode } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewRequest = {
  id: string
  personId: string
  address: string
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
      address: request.address,
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
    .returning(['id', 'person_id', 'address'])
    .executeTakeFirst()

/**
 * Counts a try at a code before anything is compared, and gives the requests it may be meant for. It does not wait for
 * the disk, so that an address that is known takes no longer than one that is not.
 */
export const countCodeTry = async (tx: Transaction, personId: string, machineNow: Temporal.Instant) => {
  await sql`set local synchronous_commit to off`.execute(tx)
  return tx
    .updateTable('sign_in_requests')
    .set((set) => ({ code_attempts: set('code_attempts', '+', 1) }))
    .where('person_id', '=', personId)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .where('code_attempts', '<', 5)
    .returning(['id', 'code_hash', 'address'])
    .execute()
}

export const consumeRequest = (tx: Transaction, id: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('sign_in_requests')
    .set({ consumed_at: machineNow })
    .where('id', '=', id)
    .where('consumed_at', 'is', null)
    .returning(['id', 'person_id'])
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
      last_seen_at: session.now,
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

/** Notes on which day and in which hour a session was last used; more is nobody's business. */
export const touchSession = (tx: Transaction, token: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('signed_in_sessions')
    .set({ last_seen_at: machineNow.round({ smallestUnit: 'hour', roundingMode: 'floor' }) })
    .where('token_hash', '=', hashOf(token))
    .execute()

/** Lets go of what is long over: requests, challenges, ways to a provider. */
export const deleteOver = async (tx: Transaction, before: Temporal.Instant) => {
  await tx.deleteFrom('sign_in_requests').where('expires_at', '<', before).execute()
  await tx.deleteFrom('passkey_challenges').where('expires_at', '<', before).execute()
  await tx.deleteFrom('provider_visits').where('expires_at', '<', before).execute()
}

/** Links and codes that somebody asked for and has not used open nothing any more. */
export const voidRequests = (tx: Transaction, personId: string, machineNow: Temporal.Instant) =>
  tx
    .updateTable('sign_in_requests')
    .set({ consumed_at: machineNow })
    .where('person_id', '=', personId)
    .where('consumed_at', 'is', null)
    .execute()
