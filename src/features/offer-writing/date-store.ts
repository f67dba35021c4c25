import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type DateTerms, inOrderOfDates } from './offer-parts.ts'

const columnsOf = (terms: DateTerms) => ({
  on_date: terms.on,
  starts_at: terms.startsAt,
  ends_at: terms.endsAt,
  mode: terms.mode,
  certainty: terms.certainty,
  venue_id: terms.mode === 'online' ? null : terms.venueId,
  online_link: terms.mode === 'venue' ? null : terms.onlineLink,
  note: terms.note,
})

export const insertDate = async (tx: Transaction, offerId: string, terms: DateTerms): Promise<string> => {
  const id = newId()
  const { last } = await tx
    .selectFrom('planned_dates')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('offer_id', '=', offerId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('planned_dates')
    .values({ id, offer_id: offerId, position: (last ?? 0) + 1, ...columnsOf(terms) })
    .execute()
  return id
}

export const setDate = (tx: Transaction, id: string, terms: DateTerms) =>
  tx.updateTable('planned_dates').set(columnsOf(terms)).where('id', '=', id).execute()

export const deleteDate = (tx: Transaction, id: string) => tx.deleteFrom('planned_dates').where('id', '=', id).execute()

// Two dates cannot stand at one position even for a moment, so all step aside first.
const aside = 100_000

/** Puts the dates of an offer in the order of their days. */
export const orderDates = async (tx: Transaction, offerId: string): Promise<void> => {
  const dates = await tx
    .selectFrom('planned_dates')
    .select(['id', 'position', 'on_date as on', 'starts_at as startsAt'])
    .where('offer_id', '=', offerId)
    .orderBy('position')
    .execute()
  const ordered = inOrderOfDates(dates)
  if (ordered.every(({ position }, at) => position === at + 1)) return
  await tx
    .updateTable('planned_dates')
    .set(({ eb }) => ({ position: eb('position', '+', aside) }))
    .where('offer_id', '=', offerId)
    .execute()
  const ids = ordered.map(({ id }) => id)
  await sql`update planned_dates set position = array_position(${ids}::uuid[], id) where offer_id = ${offerId}`.execute(
    tx,
  )
}
