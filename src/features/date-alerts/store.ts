import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { WaitedFor } from './date-alert.ts'

/** Notes an address, or finds it noted already: the same answer for both. */
export const noteAddress = async (
  tx: Transaction,
  { offerId, address, what, now }: { offerId: string; address: string; what: WaitedFor; now: Temporal.Instant },
): Promise<{ readonly id: string; readonly isNew: boolean; readonly isConfirmed: boolean }> => {
  const id = newId()
  const made = await tx
    .insertInto('date_alerts')
    .values({ id, offer_id: offerId, address, waits_for: what, asked_at: now })
    .onConflict((there) => there.constraint('date_alerts_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id, isNew: true, isConfirmed: false }
  const row = await tx
    .selectFrom('date_alerts')
    .select(['id', 'confirmed_at'])
    .where('offer_id', '=', offerId)
    .where('address', '=', address)
    .where('waits_for', '=', what)
    .forUpdate()
    .executeTakeFirst()
  // Told and deleted in this moment: it is noted anew.
  if (!row) return noteAddress(tx, { offerId, address, what, now })
  return { id: row.id, isNew: false, isConfirmed: row.confirmed_at !== null }
}

export const lockAlert = (tx: Transaction, id: string) =>
  tx.selectFrom('date_alerts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const setConfirmed = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('date_alerts').set({ confirmed_at: now }).where('id', '=', id).execute()

export const deleteAlert = (tx: Transaction, id: string) => tx.deleteFrom('date_alerts').where('id', '=', id).execute()

/** Takes away all who wait for this of an offer, those who have not confirmed too, and says whom to tell. */
export const takeWaiting = async (
  tx: Transaction,
  { offerId, what }: { readonly offerId: string; readonly what: WaitedFor },
): Promise<readonly { readonly id: string; readonly address: string }[]> => {
  const rows = await tx
    .deleteFrom('date_alerts')
    .where('offer_id', '=', offerId)
    .where('waits_for', '=', what)
    .returning(['id', 'address', 'confirmed_at'])
    .execute()
  return rows.flatMap(({ id, address, confirmed_at }) => (confirmed_at === null ? [] : [{ id, address }]))
}

/** Deletes addresses that nobody confirmed before a moment; how many they were. */
export const deleteUnconfirmed = async (tx: Transaction, askedBefore: Temporal.Instant): Promise<number> =>
  (
    await tx
      .deleteFrom('date_alerts')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', askedBefore)
      .returning('id')
      .execute()
  ).length
