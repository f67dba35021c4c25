import { sql } from 'kysely'
import type { Reader, Transaction } from '../database/index.ts'
import { enqueue } from '../jobs.ts'

export type Failure = { readonly address: string; readonly status: string; readonly said: string }

/** Notes that mail does not arrive at an address; noted again, the latest holds. */
export const markFailing = async (tx: Transaction, { address, status, said }: Failure, now: Temporal.Instant) => {
  await tx
    .insertInto('failing_addresses')
    .values({ address, status, said, failed_at: now })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ status, said, failed_at: now }))
    .execute()
}

/** The history has been told that an address fails. */
export const setNoted = (tx: Transaction, address: string, now: Temporal.Instant) =>
  tx.updateTable('failing_addresses').set({ noted_at: now }).where('address', '=', address).execute()

/** Whether mail is known not to arrive at an address. */
export const isFailing = async (db: Reader, address: string): Promise<boolean> =>
  (await db.selectFrom('failing_addresses').select('address').where('address', '=', address).executeTakeFirst()) !==
  undefined

type FailingAddress = {
  readonly address: string
  readonly failedAt: Temporal.Instant
  readonly status: string
  /** How many mails wait until it is put right. */
  readonly heldBack: number
}

/** What is known to be wrong with these addresses. */
export const failingAddresses = async (db: Reader, addresses: readonly string[]): Promise<readonly FailingAddress[]> =>
  addresses.length === 0
    ? []
    : db
        .selectFrom('failing_addresses as f')
        .select(['f.address', 'f.failed_at as failedAt', 'f.status'])
        .select(
          sql<number>`(select count(*)::int from messages m where m.held_back_at is not null and m.to_address::citext = f.address)`.as(
            'heldBack',
          ),
        )
        .where('f.address', '=', sql<string>`any(${[...addresses]}::citext[])`)
        .execute()

const daysWorthSending = 14

/** Lets go of mail that was held back: it is sent to where the person is reached now. What has waited too long is not sent any more. */
const letGo = async (
  tx: Transaction,
  messages: readonly { readonly id: string; readonly created_at: Temporal.Instant }[],
  to: string,
  now: Temporal.Instant,
): Promise<number> => {
  let sent = 0
  for (const { id, created_at } of messages) {
    const isOld = Temporal.Instant.compare(created_at, now.subtract({ hours: 24 * daysWorthSending })) < 0
    const change = isOld
      ? { failed_at: now, failure: 'It was held back until it was of no use' }
      : { to_address: to, failure: null }
    await tx
      .updateTable('messages')
      .set({ held_back_at: null, ...change })
      .where('id', '=', id)
      .execute()
    if (isOld) continue
    await enqueue(tx, 'send-message', { id }, { key: `message:${id}` })
    sent += 1
  }
  return sent
}

const heldBackTo = (tx: Transaction, address: string) =>
  tx
    .selectFrom('messages')
    .select(['id', 'created_at'])
    .where('held_back_at', 'is not', null)
    .where(sql<string>`to_address::citext`, '=', sql<string>`${address}::citext`)
    .orderBy('created_at')
    .forUpdate()
    .execute()

/** An address is tried again: it fails no more until it fails anew, and what waited for it is sent. How many mails; null where it did not fail. */
export const tryAddressAgain = async (tx: Transaction, address: string, now: Temporal.Instant) => {
  const { numDeletedRows } = await tx.deleteFrom('failing_addresses').where('address', '=', address).executeTakeFirst()
  return numDeletedRows === 0n ? null : letGo(tx, await heldBackTo(tx, address), address, now)
}

/** Somebody is reached at another address: what waited for them goes there. */
export const sendElsewhere = async (
  tx: Transaction,
  { personId, to }: { readonly personId: string; readonly to: string },
  now: Temporal.Instant,
): Promise<number> => {
  const waiting = await tx
    .selectFrom('messages')
    .select(['id', 'created_at'])
    .where('held_back_at', 'is not', null)
    .where('to_person_id', '=', personId)
    .orderBy('created_at')
    .forUpdate()
    .execute()
  return letGo(tx, waiting, to, now)
}

const mostTries = 3
const hoursBetweenTries = 6

/** A mail that a server took came back: it failed for good, or is tried again some hours later when the fault may pass. */
export const noteReturned = async (
  tx: Transaction,
  messageId: string,
  { said, mayPass }: { readonly said: string; readonly mayPass: boolean },
  now: Temporal.Instant,
): Promise<'again' | 'failed' | 'known'> => {
  const message = await tx
    .selectFrom('messages')
    .select(['id', 'sent_at', 'given_up'])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // The same report twice, or one that comes while it is being tried again, says nothing new.
  if (message.sent_at === null) return 'known'
  const isTriedAgain = mayPass && message.given_up < mostTries
  await tx
    .updateTable('messages')
    .set({
      sent_at: null,
      sending_since: null,
      failure: said,
      failed_at: isTriedAgain ? null : now,
      given_up: message.given_up + 1,
    })
    .where('id', '=', messageId)
    .execute()
  if (isTriedAgain)
    await enqueue(
      tx,
      'send-message',
      { id: messageId },
      { key: `message:${messageId}`, runAt: now.add({ hours: hoursBetweenTries }) },
    )
  return isTriedAgain ? 'again' : 'failed'
}
