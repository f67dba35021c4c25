import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { OfferStatus } from '../offers/index.ts'
import type { DateTerms, OfferTerms } from './offer-terms.ts'

/** The offer's row, locked: of two who change it at once the second sees what the first did. */
export const lockOfferRow = (tx: Transaction, id: string) =>
  tx.selectFrom('offers').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export type NewOffer = {
  readonly hubId: string
  readonly projectId: string
  readonly year: number
  readonly slug: string
  readonly contactEmail: string | null
  readonly now: Temporal.Instant
}

/** Begins a draft; null when the hub has an offer at this address already. */
export const insertDraft = async (tx: Transaction, offer: NewOffer): Promise<string | null> => {
  const row = await tx
    .insertInto('offers')
    .values({
      id: newId(),
      hub_id: offer.hubId,
      project_id: offer.projectId,
      year: offer.year,
      slug: offer.slug,
      contact_email: offer.contactEmail,
      updated_at: offer.now,
    })
    .onConflict((there) => there.constraint('offers_slug_is_unique_at_its_hub').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const setTerms = (tx: Transaction, id: string, terms: OfferTerms, updatedAt: Temporal.Instant) =>
  tx
    .updateTable('offers')
    .set({
      contact_email: terms.contactEmail,
      opens_on: terms.opensOn,
      closes_on: terms.closesOn,
      venue_id: terms.venueId,
      theme_id: terms.themeId,
      ...(terms.policyId === undefined ? {} : { policy_id: terms.policyId }),
      practical_notes: terms.practicalNotes,
      dates_note: terms.datesNote,
      lead_note: terms.leadNote,
      updated_at: updatedAt,
    })
    .where('id', '=', id)
    .execute()

/** Puts the dates in place of those there were; a date that stays keeps its venue, unless it is online now, and its note. */
export const replaceDates = async (tx: Transaction, offerId: string, dates: readonly DateTerms[]): Promise<void> => {
  const before = await tx.deleteFrom('planned_dates').where('offer_id', '=', offerId).returningAll().execute()
  if (dates.length === 0) return
  const rows = dates.map((date, at) => {
    const kept = before.find(({ id }) => id === date.id)
    return {
      id: kept?.id ?? newId(),
      offer_id: offerId,
      position: at + 1,
      on_date: date.on,
      starts_at: date.startsAt,
      ends_at: date.endsAt,
      mode: date.mode,
      certainty: date.certainty,
      venue_id: date.mode === 'online' ? null : (kept?.venue_id ?? null),
      note: kept?.note ?? null,
    }
  })
  await tx.insertInto('planned_dates').values(rows).execute()
}

export const countDates = async (tx: Transaction, offerId: string): Promise<number> =>
  (await tx.selectFrom('planned_dates').select('id').where('offer_id', '=', offerId).execute()).length

export const setStatus = (
  tx: Transaction,
  id: string,
  change: { status: OfferStatus; reason?: string; publishedAt?: Temporal.Instant; updatedAt: Temporal.Instant },
) =>
  tx
    .updateTable('offers')
    .set({
      status: change.status,
      status_reason: change.reason ?? null,
      ...(change.publishedAt ? { published_at: change.publishedAt } : {}),
      updated_at: change.updatedAt,
    })
    .where('id', '=', id)
    .execute()
