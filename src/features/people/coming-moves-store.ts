import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { NewMove } from './store.ts'

/** Notes that somebody will leave an organisation on a day; null when a move from there is coming already. */
export const insertComingMove = async (
  tx: Transaction,
  move: NewMove & { readonly post: string | null },
): Promise<string | null> =>
  (
    await tx
      .insertInto('coming_moves')
      .values({
        id: newId(),
        person_id: move.personId,
        from_organisation_id: move.fromOrganisationId,
        to_organisation_id: move.toOrganisationId,
        post: move.post,
        moves_on: move.movedOn,
        said_by: move.saidBy,
        said_by_person_id: move.saidByPersonId,
        said_at: move.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** A coming move, locked: of two who settle it at once the second finds it settled. */
export const lockComingMove = (tx: Transaction, id: string) =>
  tx.selectFrom('coming_moves').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const settleComingMove = (
  tx: Transaction,
  id: string,
  settled: {
    readonly status: 'happened' | 'taken_back' | 'lapsed'
    readonly now: Temporal.Instant
    readonly by?: string | null
    readonly moveId?: string
  },
) =>
  tx
    .updateTable('coming_moves')
    .set({
      status: settled.status,
      settled_at: settled.now,
      settled_by_person_id: settled.by ?? null,
      move_id: settled.moveId ?? null,
    })
    .where('id', '=', id)
    .execute()

/** Whoever has left an organisation does not leave it again on a day that was told before. */
export const settleComingMovesFrom = (
  tx: Transaction,
  left: { readonly personId: string; readonly fromOrganisationId: string },
  settled: { readonly moveId: string; readonly now: Temporal.Instant },
) =>
  tx
    .updateTable('coming_moves')
    .set({ status: 'happened', settled_at: settled.now, move_id: settled.moveId })
    .where('person_id', '=', left.personId)
    .where('from_organisation_id', '=', left.fromOrganisationId)
    .where('status', '=', 'coming')
    .execute()
