import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Asking } from './asking.ts'

export const insertAsking = async (
  tx: Transaction,
  asking: Pick<Asking, 'groupId' | 'hubId' | 'share' | 'endOn' | 'word'> & { readonly now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('group_partner_askings')
    .values({
      id,
      group_id: asking.groupId,
      hub_id: asking.hubId,
      organisations_share: asking.share,
      shares_end_on: asking.endOn,
      word: asking.word,
      status: 'asked',
      asked_at: asking.now,
    })
    .execute()
  return id
}

/** Ends an asking that is open; false when it has ended already. */
export const endAsking = async (
  tx: Transaction,
  id: string,
  end: { status: 'agreed' | 'declined' | 'withdrawn'; answer: string | null; now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('group_partner_askings')
    .set({ status: end.status, answer: end.answer, answered_at: end.now })
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0
}
