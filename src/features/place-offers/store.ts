import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { type Waiting, waitingAmong } from './line-queries.ts'
import type { StoodBefore } from './taking-back.ts'

/** Puts a request back to where it stood, with the turn it had. */
export const restore = (tx: Transaction, id: string, before: StoodBefore) =>
  tx
    .updateTable('expressions_of_interest')
    .set({
      status: before.status,
      status_reason: before.statusReason,
      waiting_since: before.waitingSince,
      place_id: before.placeId,
      lost_place_at: before.lostPlaceAt,
      moved_up_at: before.movedUpAt,
      moved_up_reason: before.movedUpReason,
      remind_at: null,
    })
    .where('id', '=', id)
    .execute()

/**
 * Everybody in line for a group, locked so that nobody is offered two places at once: who asked its own offer, and who asked the
 * offers that its partner hubs make of the same project. For an offer that was withdrawn nothing goes on by itself.
 */
export const lockWaitingLine = async (
  tx: Transaction,
  group: { readonly offerId: string | null; readonly projectId: string; readonly partnerHubIds: readonly string[] },
): Promise<readonly Waiting[]> => {
  const rows = await tx
    .selectFrom('expressions_of_interest as i')
    .select('i.id')
    .where('i.status', '=', 'waiting')
    .where('i.project_id', '=', group.projectId)
    .where((is) =>
      is(
        'i.offer_id',
        'in',
        is
          .selectFrom('offers')
          .select('id')
          .where('project_id', '=', group.projectId)
          .where('status', '<>', 'withdrawn')
          .where((of) =>
            of.or([
              ...(group.offerId === null ? [] : [of('id', '=', group.offerId)]),
              of('hub_id', '=', sql<string>`any(${[...group.partnerHubIds]}::uuid[])`),
            ]),
          ),
      ),
    )
    .orderBy('i.id')
    .forUpdate()
    .execute()
  return waitingAmong(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Whether a place for fewer people would be fine too. */
export const setFewerIsFine = (tx: Transaction, interestId: string, fewerIsFine: boolean) =>
  tx.updateTable('expressions_of_interest').set({ fewer_is_fine: fewerIsFine }).where('id', '=', interestId).execute()

/** Moves somebody up in line, or with null back to where the rules put it. */
export const setMovedUp = (
  tx: Transaction,
  interestId: string,
  moved: { readonly at: Temporal.Instant; readonly reason: string } | null,
) =>
  tx
    .updateTable('expressions_of_interest')
    .set({ moved_up_at: moved?.at ?? null, moved_up_reason: moved?.reason ?? null })
    .where('id', '=', interestId)
    .execute()

/** A reminder of an offered place has been sent: once. False when it had been, or the place is offered no more. */
export const takeReminder = async (tx: Transaction, interestId: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('expressions_of_interest')
    .set({ remind_at: null })
    .where('id', '=', interestId)
    .where('status', '=', 'offered')
    .where('remind_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
