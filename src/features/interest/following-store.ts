import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'

/** The requests of a place are of another from now on; gives them. */
export const setPlaceOfRequests = async (tx: Transaction, placeId: string, nowId: string): Promise<readonly string[]> =>
  (
    await tx
      .updateTable('expressions_of_interest')
      .set({ place_id: nowId })
      .where('place_id', '=', placeId)
      .where('status', 'in', ['offered', 'placed'])
      .returning('id')
      .execute()
  ).map(({ id }) => id)

/** Moves who waits, or is undecided, from one offer to another where they do not ask for it already. */
export const moveRequestsToOffer = async (
  tx: Transaction,
  { fromOfferId, offerId }: { fromOfferId: string; offerId: string },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    update expressions_of_interest i set offer_id = ${offerId}
    where i.offer_id = ${fromOfferId} and i.status in ('received', 'confirmed', 'waiting')
      and not exists (select from expressions_of_interest x where x.offer_id = ${offerId}
        and x.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')
        and coalesce(x.person_id, x.organisation_id) = coalesce(i.person_id, i.organisation_id))
    returning i.id`.execute(tx)
  return rows.map(({ id }) => id)
}
