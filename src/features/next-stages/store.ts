import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewInvitation = {
  readonly organisationId: string
  readonly fromStageId: string
  readonly toStageId: string
  readonly groupId: string
  readonly now: Temporal.Instant
}

/** Prepares an invitation; false when the school has one from this group. */
export const insertInvitation = async (tx: Transaction, invitation: NewInvitation): Promise<boolean> =>
  (await tx
    .insertInto('invitations_to_next_stage')
    .values({
      id: newId(),
      organisation_id: invitation.organisationId,
      from_stage_id: invitation.fromStageId,
      to_stage_id: invitation.toStageId,
      group_id: invitation.groupId,
      prepared_at: invitation.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

/** Locks invitations, in one order for everybody. */
export const lockInvitations = (tx: Transaction, ids: readonly string[]) =>
  tx
    .selectFrom('invitations_to_next_stage')
    .select([
      'id',
      'organisation_id as organisationId',
      'group_id as groupId',
      'sent_at as sentAt',
      'sent_in as sentIn',
    ])
    .select('left_out_at as leftOutAt')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

/** The invitations that went in one sending, locked. */
export const lockSending = async (tx: Transaction, sentIn: string) => {
  const rows = await tx.selectFrom('invitations_to_next_stage').select('id').where('sent_in', '=', sentIn).execute()
  return rows.length === 0
    ? []
    : lockInvitations(
        tx,
        rows.map(({ id }) => id),
      )
}

export const markInvitation = (
  tx: Transaction,
  id: string,
  said:
    | { sent_at: Temporal.Instant; sent_in: string; left_out_at: null }
    | { sent_at: null; sent_in: null }
    | { left_out_at: Temporal.Instant | null },
) => tx.updateTable('invitations_to_next_stage').set(said).where('id', '=', id).execute()
