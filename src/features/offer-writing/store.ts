import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { OfferStatus } from '../offers/index.ts'
import type { OfferPart } from './offer-parts.ts'

/** The offer's row, locked: of two who change it at once the second sees what the first did. */
export const lockOfferRow = (tx: Transaction, id: string) =>
  tx.selectFrom('offers').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export type OfferRow = NonNullable<Awaited<ReturnType<typeof lockOfferRow>>>

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

const columnsOf = (change: OfferPart) => {
  if (change.part === 'about') {
    const { contactEmail, contactTelephone, leadNote } = change.terms
    return { contact_email: contactEmail, contact_telephone: contactTelephone, lead_note: leadNote }
  }
  if (change.part === 'who') {
    const { themeIds, mostOrganisations, mostPeople, fewestOrganisations } = change.terms
    return {
      theme_id: themeIds.length === 1 ? (themeIds[0] ?? null) : null,
      most_organisations: mostOrganisations,
      most_people: mostPeople,
      fewest_organisations: fewestOrganisations,
    }
  }
  if (change.part === 'dates') {
    const { venueId, datesNote, practicalNotes } = change.terms
    return { venue_id: venueId, dates_note: datesNote, practical_notes: practicalNotes }
  }
  if (change.part === 'policy') return { policy_id: change.terms.policyId }
  const { opensOn, closesOn, requestWord, registering, joiningNote } = change.terms
  return {
    opens_on: opensOn,
    closes_on: closesOn,
    request_word: requestWord,
    registering: registering.how,
    registering_address: registering.how === 'outside' ? registering.address : null,
    joining_note: joiningNote,
  }
}

/** Sets one part of an offer. */
export const setPart = async (tx: Transaction, id: string, change: OfferPart): Promise<void> => {
  await tx.updateTable('offers').set(columnsOf(change)).where('id', '=', id).execute()
  if (change.part === 'who') await setThemes(tx, id, change.terms.themeIds)
}

const setThemes = async (tx: Transaction, offerId: string, themeIds: readonly string[]): Promise<void> => {
  await tx.deleteFrom('offer_themes').where('offer_id', '=', offerId).execute()
  if (themeIds.length < 2) return
  await tx
    .insertInto('offer_themes')
    .values(themeIds.map((themeId) => ({ offer_id: offerId, theme_id: themeId })))
    .execute()
}

export const setSectionOrder = (tx: Transaction, id: string, keys: readonly string[]) =>
  tx
    .updateTable('offers')
    .set({ section_order: [...keys] })
    .where('id', '=', id)
    .execute()

/** Each change has a moment of its own. */
export const setChangedAt = (tx: Transaction, id: string, updatedAt: Temporal.Instant) =>
  tx.updateTable('offers').set({ updated_at: updatedAt }).where('id', '=', id).execute()

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
