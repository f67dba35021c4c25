import type { Transaction } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewVisit = {
  readonly secret: string
  readonly provider: string
  readonly personId: string | null
  readonly to: string
  readonly until: Temporal.Instant
}

export const insertVisit = (tx: Transaction, visit: NewVisit) =>
  tx
    .insertInto('provider_visits')
    .values({
      browser_hash: hashOf(visit.secret),
      provider: visit.provider,
      person_id: visit.personId,
      goes_on_to: visit.to,
      expires_at: visit.until,
    })
    .execute()

/** Takes a visit away as its browser comes back: the same answer of a provider counts once. */
export const takeVisit = (
  tx: Transaction,
  { secret, provider, machineNow }: { secret: string; provider: string; machineNow: Temporal.Instant },
) =>
  tx
    .deleteFrom('provider_visits')
    .where('browser_hash', '=', hashOf(secret))
    .where('provider', '=', provider)
    .where('subject', 'is', null)
    .where('expires_at', '>', machineNow)
    .returning(['person_id', 'goes_on_to'])
    .executeTakeFirst()

export type Account = { readonly issuer: string; readonly subject: string; readonly address: string | null }

/** What a provider said waits here until the person says that it is to be linked. */
export const insertVisitToLink = (tx: Transaction, visit: NewVisit, account: Account) =>
  tx
    .insertInto('provider_visits')
    .values({
      browser_hash: hashOf(visit.secret),
      provider: visit.provider,
      person_id: visit.personId,
      goes_on_to: visit.to,
      expires_at: visit.until,
      ...account,
    })
    .execute()

export const takeVisitToLink = (
  tx: Transaction,
  { secret, personId, machineNow }: { secret: string; personId: string; machineNow: Temporal.Instant },
) =>
  tx
    .deleteFrom('provider_visits')
    .where('browser_hash', '=', hashOf(secret))
    .where('person_id', '=', personId)
    .where('subject', 'is not', null)
    .where('expires_at', '>', machineNow)
    .returning(['provider', 'issuer', 'subject', 'address'])
    .executeTakeFirst()

/** Whose account it is at a provider; held, so that it is not unlinked meanwhile. None of somebody who was erased. */
export const lockAccount = (tx: Transaction, { issuer, subject }: { issuer: string; subject: string }) =>
  tx
    .selectFrom('provider_accounts as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.person_id'])
    .where('a.issuer', '=', issuer)
    .where('a.subject', '=', subject)
    .where('p.erased_at', 'is', null)
    .forUpdate('a')
    .executeTakeFirst()

/** Links an account to a person; undefined when it is another's, or the person has another account there. */
export const insertAccount = (tx: Transaction, account: Account & { personId: string; now: Temporal.Instant }) =>
  tx
    .insertInto('provider_accounts')
    .values({
      id: newId(),
      person_id: account.personId,
      issuer: account.issuer,
      subject: account.subject,
      address: account.address,
      linked_at: account.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const touchAccount = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('provider_accounts').set({ last_used_at: now }).where('id', '=', id).execute()

export const deleteAccount = (tx: Transaction, { id, personId }: { id: string; personId: string }) =>
  tx
    .deleteFrom('provider_accounts')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(['id', 'issuer'])
    .executeTakeFirst()
