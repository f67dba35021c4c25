import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { SharesAsked } from './shares.ts'

/** Writes what each partner hub has of a group's room, and on which day the unused rest is released to all. */
export const setShares = async (tx: Transaction, groupId: string, { shares, endOn }: SharesAsked): Promise<void> => {
  for (const { hubId, share } of shares)
    await tx
      .updateTable('group_partner_hubs')
      .set({ organisations_share: share })
      .where('group_id', '=', groupId)
      .where('hub_id', '=', hubId)
      .execute()
  await tx
    .updateTable('groups')
    .set({ shares_end_on: endOn, shares_ended_at: null })
    .where('id', '=', groupId)
    .execute()
}

export const setSharesEnded = (tx: Transaction, groupId: string, now: Temporal.Instant) =>
  tx.updateTable('groups').set({ shares_ended_at: now }).where('id', '=', groupId).execute()

export const insertHeldBack = async (
  tx: Transaction,
  held: { groupId: string; hubId: string; people: number; reason: string; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('held_back_places')
    .values({
      id,
      group_id: held.groupId,
      hub_id: held.hubId,
      people_count: held.people,
      reason: held.reason,
      held_at: held.now,
    })
    .execute()
  return id
}

/** Ends a holding back that has not ended; false when it has, or there is none. */
export const endHeldBack = async (
  tx: Transaction,
  { id, groupId, because, now }: { id: string; groupId: string; because: string; now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('held_back_places')
    .set({ released_at: now, released_because: because })
    .where('id', '=', id)
    .where('group_id', '=', groupId)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
