import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type ChangeAsked, particularsOf } from './hub-change.ts'

/** Keeps a change until its day. */
export const insertPlanned = async (
  tx: Transaction,
  { hubId, from, change }: ChangeAsked,
  { by, now }: { by: string | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('planned_hub_changes')
    .values({
      id,
      hub_id: hubId,
      kind: change.kind,
      due_on: from,
      particulars: json(particularsOf(change)),
      planned_at: now,
      planned_by_person_id: by,
    })
    .execute()
  return id
}

/** A change that waits for its day, locked. */
export const lockPlanned = (tx: Transaction, id: string) =>
  tx
    .selectFrom('planned_hub_changes')
    .selectAll()
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const settlePlanned = (
  tx: Transaction,
  id: string,
  end: { done_at: Temporal.Instant } | { cancelled_at: Temporal.Instant } | { refused_because: string },
) => tx.updateTable('planned_hub_changes').set(end).where('id', '=', id).execute()
