import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { plannedDatesOf } from '../../offers/index.ts'
import { deleteDate, insertDate, orderDates, setDate } from '../date-store.ts'
import { markOfDate } from '../editing-queries.ts'
import { type DateTerms, dateRefusal } from '../offer-parts.ts'
import type { OfferRow } from '../store.ts'
import { changedMeanwhile, changing, offerChanged, requireVenue } from './change-offer.ts'

const requirePossible = async (tx: Transaction, row: OfferRow, terms: DateTerms): Promise<void> => {
  const refusal = dateRefusal(terms, academicYear(row.year))
  if (refusal) throw new Refused(refusal)
  await requireVenue(tx, { hubId: row.hub_id, projectId: row.project_id }, terms.venueId)
}

const requireAsSeen = async (tx: Transaction, { offerId, dateId, seen }: DateInput): Promise<void> => {
  const date = (await plannedDatesOf(tx, offerId)).find(({ id }) => id === dateId)
  if (!date) throw new Conflict('Somebody removed this date after you opened it.')
  if (markOfDate(date) !== seen) throw new Conflict(changedMeanwhile)
}

/** Plans one more date of an offer: a form that is sent twice plans it once. */
export const planDate = (
  context: Context,
  { offerId, terms, seen }: { offerId: string; terms: DateTerms; seen: number },
): Promise<string> =>
  changing(context, offerId, async (tx, context, row) => {
    await requirePossible(tx, row, terms)
    const before = await plannedDatesOf(tx, offerId)
    if (before.length !== seen)
      throw new Conflict('The dates of this offer have changed since you opened the page. Look whether yours is there.')
    const id = await insertDate(tx, offerId, terms)
    await orderDates(tx, offerId)
    await record(tx, context, offerChanged(row, { part: 'dates', added: id }))
    return id
  })

export type DateInput = { readonly offerId: string; readonly dateId: string; readonly seen: string }

/** Changes one planned date. */
export const changeDate = (context: Context, input: DateInput & { readonly terms: DateTerms }): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    await requireAsSeen(tx, input)
    await requirePossible(tx, row, input.terms)
    await setDate(tx, input.dateId, input.terms)
    await orderDates(tx, input.offerId)
    await record(tx, context, offerChanged(row, { part: 'dates', changed: input.dateId }))
  })

/** Takes a planned date away; dates of groups that were made of the offer stay. */
export const removeDate = (context: Context, input: DateInput): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    await requireAsSeen(tx, input)
    await deleteDate(tx, input.dateId)
    await orderDates(tx, input.offerId)
    await record(tx, context, offerChanged(row, { part: 'dates', removed: input.dateId }))
  })
