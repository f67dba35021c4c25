import type { Reader } from '../../platform/database/index.ts'

/** The passkeys of a person, the oldest first. */
export const passkeysOf = (db: Reader, personId: string) =>
  db
    .selectFrom('passkeys')
    .select(['id', 'name', 'credential_id', 'transports', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()

/** A passkey with what is needed to check its signature, and whose it is; none of somebody who was erased. */
export const passkeyWithCredential = async (db: Reader, credentialId: string) =>
  (await db
    .selectFrom('passkeys as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.credential_id', 'k.public_key', 'k.counter', 'k.transports'])
    .where('k.credential_id', '=', credentialId)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()) ?? null

/** The accounts elsewhere that a person signs in with. */
export const providerAccountsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('provider_accounts')
    .select(['id', 'issuer', 'address', 'linked_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .execute()

/** What came back from a provider and waits to be linked in this browser, for the person who began it. */
export const visitToLink = async (
  db: Reader,
  { browserHash, personId, machineNow }: { browserHash: Buffer; personId: string; machineNow: Temporal.Instant },
) =>
  (await db
    .selectFrom('provider_visits')
    .select(['provider', 'address'])
    .where('browser_hash', '=', browserHash)
    .where('person_id', '=', personId)
    .where('subject', 'is not', null)
    .where('expires_at', '>', machineNow)
    .executeTakeFirst()) ?? null
