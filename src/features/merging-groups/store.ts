import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { ArrangedStatus } from './arranged.ts'

export const insertMerger = async (
  tx: Transaction,
  merger: {
    readonly fromId: string
    readonly intoId: string
    readonly reason: string
    readonly leadsJoin: boolean
    readonly addsRoom: boolean
    readonly by: string | null
    readonly now: Temporal.Instant
    readonly dueAt: Temporal.Instant
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('group_mergers')
    .values({
      id,
      from_group_id: merger.fromId,
      into_group_id: merger.intoId,
      status: 'arranged',
      reason: merger.reason,
      leads_join: merger.leadsJoin,
      adds_room: merger.addsRoom,
      arranged_by_person_id: merger.by,
      arranged_at: merger.now,
      due_at: merger.dueAt,
    })
    .execute()
  return id
}

/** Ends what was arranged, once: whether it was still to end. */
export const endMerger = async (
  tx: Transaction,
  id: string,
  {
    status,
    now,
    whyNot = null,
  }: { status: Exclude<ArrangedStatus, 'arranged'>; now: Temporal.Instant; whyNot?: string | null },
): Promise<boolean> => {
  const ended = await tx
    .updateTable('group_mergers')
    .set({ status, ended_at: now, why_not: whyNot })
    .where('id', '=', id)
    .where('status', '=', 'arranged')
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
