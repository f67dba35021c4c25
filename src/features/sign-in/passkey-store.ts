import type { Transaction } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

export const insertChallenge = (
  tx: Transaction,
  { challenge, personId, until }: { challenge: string; personId: string | null; until: Temporal.Instant },
) =>
  tx
    .insertInto('passkey_challenges')
    .values({ challenge_hash: hashOf(challenge), person_id: personId, expires_at: until })
    .execute()

/** Takes a challenge away: an answer to it counts once, whoever sends it again. */
export const takeChallenge = (
  tx: Transaction,
  { challenge, personId, machineNow }: { challenge: string; personId: string | null; machineNow: Temporal.Instant },
) =>
  tx
    .deleteFrom('passkey_challenges')
    .where('challenge_hash', '=', hashOf(challenge))
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('expires_at', '>', machineNow)
    .returning('challenge_hash')
    .executeTakeFirst()

export type NewPasskey = {
  readonly personId: string
  readonly name: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly now: Temporal.Instant
}

/** Keeps a passkey; undefined when it is known already. */
export const insertPasskey = (tx: Transaction, passkey: NewPasskey) =>
  tx
    .insertInto('passkeys')
    .values({
      id: newId(),
      person_id: passkey.personId,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      created_at: passkey.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Notes the use of a passkey, unless another use with the same count or a later one came first. */
export const usePasskey = (
  tx: Transaction,
  { id, counter, now }: { id: string; counter: number; now: Temporal.Instant },
) =>
  tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .where((is) => is.or([is('counter', '<', counter), is.and([is('counter', '=', 0), is.val(counter === 0)])]))
    .returning('id')
    .executeTakeFirst()

export const deletePasskey = (tx: Transaction, { id, personId }: { id: string; personId: string }) =>
  tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(['id', 'name'])
    .executeTakeFirst()

/** Somebody's passkeys are added one after another, so that no two go past how many they may keep. */
export const lockHolder = (tx: Transaction, personId: string) =>
  tx.selectFrom('people').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow()
