import type { Transaction } from '../../src/platform/database/index.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { Directory } from './directory.ts'
import type { OfferFact, PlannedDateFact } from './facts/offer-fact.ts'
import { offers } from './facts/offers.ts'

const publishedAt = Temporal.Instant.from('2021-09-06T08:00:00Z')

// The school stands in the public register; its place is given to the nearest hundred metres.
const gridOf: Readonly<Record<string, { readonly easting: number; readonly northing: number }>> = {
  Twyford: { easting: 519_200, northing: 180_400 },
}

// Hubs whose offers say that they work across boundaries, with the neighbour they share them with here.
const partners: Readonly<Record<string, string>> = { 'london-central-and-nw': 'london-central-and-west' }

/** The offers that are known from the hubs themselves, published, with their venue, policy and planned dates. */
export const loadKnownOffers = async (tx: Transaction, ids: Directory): Promise<void> => {
  for (const offer of offers) await loadOffer(tx, ids, offer)
}

const loadOffer = async (tx: Transaction, ids: Directory, offer: OfferFact): Promise<void> => {
  const { hub, project } = offer
  const hubId = ids.hub(hub)
  const id = ids.offer(hub, project.year, project.slug)
  const venueId = await loadVenue(tx, ids, offer)
  const policyId = await loadPolicy(tx, ids, offer)
  await tx
    .insertInto('offers')
    .values({
      id,
      hub_id: hubId,
      project_id: ids.project(project.year, project.slug),
      theme_id: offer.theme === null ? null : ids.theme(project.year, project.slug, offer.theme),
      year: project.year,
      slug: project.slug,
      status: 'published',
      published_at: publishedAt,
      contact_email: offer.contactEmail,
      contact_telephone: offer.contactTelephone,
      request_word: offer.requestWord,
      dates_note: offer.datesNote,
      lead_note: offer.leadNote,
      practical_notes: offer.practicalNotes,
      joining_note: offer.joiningNote,
      venue_id: venueId,
      policy_id: policyId,
      updated_at: publishedAt,
    })
    .execute()
  await loadSections(tx, id, offer)
  await loadPlannedDates(tx, id, offer.plannedDates, venueId)
  const partner = offer.crossBoundaryNote ? partners[hub] : undefined
  if (partner)
    await tx
      .insertInto('offer_partner_hubs')
      .values({ offer_id: id, hub_id: ids.hub(partner) })
      .execute()
}

const loadVenue = async (tx: Transaction, ids: Directory, { hub, venue }: OfferFact): Promise<string | null> => {
  if (!venue) return null
  const id = ids.venue(hub, venue.shortName)
  await tx
    .insertInto('venues')
    .values({
      id,
      hub_id: ids.hub(hub),
      name: venue.name,
      short_name: venue.shortName,
      address: venue.address,
      postcode: venue.postcode,
      ...gridOf[venue.shortName],
    })
    .execute()
  return id
}

const loadPolicy = async (tx: Transaction, ids: Directory, { hub, policy }: OfferFact): Promise<string | null> => {
  if (!policy) return null
  const id = ids.policy(hub)
  await tx
    .insertInto('cancellation_policies')
    .values({
      id,
      hub_id: ids.hub(hub),
      name: policy.name,
      amount_pence: policy.amountPence,
      notice_days: policy.noticeDays,
      notice_kind: policy.noticeKind,
      charges_late_cancellation: policy.chargesLateCancellation,
      charges_non_attendance: policy.chargesNonAttendance,
      wording: policy.wording,
      created_at: publishedAt,
    })
    .execute()
  return id
}

const loadSections = async (tx: Transaction, offerId: string, offer: OfferFact): Promise<void> => {
  const across = offer.crossBoundaryNote
    ? [{ key: 'across-hubs', heading: 'Working with other hubs', body: offer.crossBoundaryNote }]
    : []
  const sections = [...offer.sections, ...across]
  if (sections.length === 0) return
  await tx
    .insertInto('offer_sections')
    .values(sections.map((section, position) => ({ ...section, id: newId(), offer_id: offerId, position })))
    .execute()
}

const loadPlannedDates = async (
  tx: Transaction,
  offerId: string,
  dates: readonly PlannedDateFact[],
  venueId: string | null,
): Promise<void> => {
  if (dates.length === 0) return
  await tx
    .insertInto('planned_dates')
    .values(
      dates.map(({ onDate, startsAt, endsAt, mode, certainty, note }, at) => ({
        id: newId(),
        offer_id: offerId,
        position: at + 1,
        on_date: onDate ? Temporal.PlainDate.from(onDate) : null,
        starts_at: startsAt ? Temporal.PlainTime.from(startsAt) : null,
        ends_at: endsAt ? Temporal.PlainTime.from(endsAt) : null,
        mode,
        venue_id: mode === 'venue' || mode === 'blended' ? venueId : null,
        certainty,
        note,
      })),
    )
    .execute()
}
