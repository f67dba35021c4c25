import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { noticeKindOf } from '../../vocabulary/notice.ts'
import { type Hub, hubOf, hubOfColumn } from '../organisations/index.ts'
import { inFull, projectOf, projectOfColumn, type Theme, themeOf, themesOfColumn } from '../projects/index.ts'
import {
  type CancellationPolicy,
  endInWords,
  type Offer,
  type OfferInFull,
  type OfferStatus,
  type PlannedDate,
  type RequestWord,
} from './offer.ts'
import { mayEditOffer } from './policy.ts'

// What stands round an offer comes with its row, in one statement.
const offers = (db: Reader) =>
  db
    .selectFrom('offers as o')
    .selectAll('o')
    .select([
      hubOfColumn(db, 'o.hub_id').as('hub'),
      projectOfColumn(db, 'o.project_id').as('project'),
      themesOfColumn(db, 'o.project_id').as('themes'),
      jsonObjectFrom(policies(db).where('id', '=', sql.ref<string>('o.policy_id'))).as('policy'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]

const policies = (db: Reader) =>
  db
    .selectFrom('cancellation_policies')
    .select(['id', 'name', 'version', 'amount_pence as amountPence', 'notice_days as noticeDays', 'wording'])
    .select(['notice_kind as noticeKind', 'charges_late_cancellation as chargesLateCancellation'])
    .select(['charges_non_attendance as chargesNonAttendance', 'per_session as perSession'])

type PolicyRow = Omit<CancellationPolicy, 'noticeKind'> & { readonly noticeKind: string }
const policyOf = (row: PolicyRow): CancellationPolicy => ({ ...row, noticeKind: noticeKindOf(row.noticeKind) })

/** One version of a hub's policy, whoever agreed to it. */
export const policyById = async (db: Reader, id: string): Promise<CancellationPolicy | null> => {
  const row = await policies(db).where('id', '=', id).executeTakeFirst()
  return row ? policyOf(row) : null
}

const complete = (rows: readonly Row[]): readonly Offer[] =>
  rows.flatMap((row) => {
    if (row.hub === null || row.project === null) return []
    const hub = hubOf(row.hub)
    return [
      {
        ...termsOf(row),
        hub,
        project: projectOf(row.project),
        policy: row.policy && policyOf(row.policy),
        ...choiceOf(row, row.themes.map(themeOf)),
        ...contactOf(row, hub),
      },
    ]
  })

const termsOf = (row: Row) => ({
  id: row.id,
  year: academicYear(row.year),
  slug: row.slug,
  status: row.status as OfferStatus,
  statusReason: row.status_reason,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  requestWord: row.request_word as RequestWord,
})

const contactOf = (row: Row, hub: Hub) => ({
  contactEmail: row.contact_email ?? hub.email,
  contactTelephone: row.contact_telephone ?? hub.telephone,
})

const choiceOf = (row: Row, themes: readonly Theme[]): Pick<Offer, 'theme' | 'themeChoice'> => {
  const theme = themes.find(({ id }) => id === row.theme_id) ?? null
  return { theme, themeChoice: theme ? [] : themes }
}

/** An offer, whatever its state. */
export const offerById = async (db: Reader, id: string): Promise<Offer | null> =>
  complete(await offers(db).where('o.id', '=', id).execute())[0] ?? null

/** An offer that is published. */
export const publishedOfferById = async (db: Reader, id: string): Promise<Offer | null> => {
  const offer = await offerById(db, id)
  return offer?.status === 'published' ? offer : null
}

/** The offer whose id ends so; null when there is none or more than one. */
export const offerByShortAddress = async (db: Reader, ending: string): Promise<Offer | null> => {
  const rows = await offers(db)
    .where(sql`right(o.id::text, 10)`, '=', ending)
    .where('o.status', '<>', 'draft')
    .execute()
  return rows.length === 1 ? (complete(rows)[0] ?? null) : null
}

/** The offer that stood at an address before its hub merged or was divided. */
export const formerAddressOf = async (
  db: Reader,
  hubSlug: string,
  year: AcademicYear,
  slug: string,
): Promise<string | null> =>
  (
    await db
      .selectFrom('former_offer_addresses as f')
      .innerJoin('hubs as h', 'h.id', 'f.hub_id')
      .select('f.offer_id')
      .where('h.slug', '=', hubSlug)
      .where('f.year', '=', year)
      .where('f.slug', '=', slug)
      .executeTakeFirst()
  )?.offer_id ?? null

/** Published offers of hubs in a year, by hub and title; those of a project that has ended are left out. */
export const publishedOffersOfHubs = async (
  db: Reader,
  hubIds: readonly string[],
  year: AcademicYear,
): Promise<readonly Offer[]> => {
  if (hubIds.length === 0) return []
  const all = complete(
    await offers(db)
      .where('o.hub_id', 'in', hubIds)
      .where('o.year', '=', year)
      .where('o.status', '=', 'published')
      .execute(),
  )
  return byHubAndTitle(all.filter((offer) => endInWords(offer) === null))
}

/** Published offers of a project, by hub. */
export const publishedOffersOfProject = async (db: Reader, projectId: string): Promise<readonly Offer[]> =>
  byHubAndTitle(
    complete(await offers(db).where('o.project_id', '=', projectId).where('o.status', '=', 'published').execute()),
  )

/** Every offer of a hub, in whatever state, latest year first: for its staff. */
export const offersOfHub = async (db: Reader, hubId: string): Promise<readonly Offer[]> =>
  complete(await offers(db).where('o.hub_id', '=', hubId).orderBy('o.year', 'desc').orderBy('o.slug').execute())

const byHubAndTitle = (all: readonly Offer[]): readonly Offer[] =>
  all.toSorted(
    (one, other) =>
      one.hub.name.localeCompare(other.hub.name, 'en-GB') ||
      one.project.title.localeCompare(other.project.title, 'en-GB') ||
      one.slug.localeCompare(other.slug),
  )

const venues = (db: Reader) =>
  db
    .selectFrom('venues')
    .select(['id', 'name', 'short_name as shortName', 'address', 'postcode', 'practical_notes as practicalNotes'])

/** The dates an offer advertises, in their order. */
export const plannedDatesOf = async (db: Reader, offerId: string): Promise<readonly PlannedDate[]> => {
  const rows = await db
    .selectFrom('planned_dates as d')
    .selectAll('d')
    .select(jsonObjectFrom(venues(db).where('id', '=', sql.ref<string>('d.venue_id'))).as('venue'))
    .where('d.offer_id', '=', offerId)
    .orderBy('d.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    on: row.on_date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: row.mode as PlannedDate['mode'],
    certainty: row.certainty as PlannedDate['certainty'],
    venue: row.venue,
    note: row.note,
  }))
}

const offersInFull = (db: Reader) =>
  offers(db).select([
    jsonArrayFrom(
      db
        .selectFrom('offer_sections')
        .select(['key', 'heading', 'body'])
        .where('offer_id', '=', sql.ref<string>('o.id'))
        .orderBy('position'),
    ).as('sections'),
    jsonObjectFrom(venues(db).where('id', '=', sql.ref<string>('o.venue_id'))).as('venue'),
    jsonArrayFrom(
      db
        .selectFrom('offer_partner_hubs as x')
        .select(hubOfColumn(db, 'x.hub_id').as('hub'))
        .where('x.offer_id', '=', sql.ref<string>('o.id')),
    ).as('partners'),
  ])

/** The offer at an address, with everything that its flyer tells; a draft is there for the staff of its hub only. */
export const offerInFull = async (
  db: Reader,
  hubSlug: string,
  year: AcademicYear,
  slug: string,
  actor: Actor = { kind: 'visitor' },
): Promise<OfferInFull | null> => {
  const row = await offersInFull(db)
    .innerJoin('hubs as h', 'h.id', 'o.hub_id')
    .where('h.slug', '=', hubSlug)
    .where('o.year', '=', year)
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  if (!row || (row.status === 'draft' && !mayEditOffer(actor, row.hub_id))) return null
  const [offer] = complete([row])
  if (!offer) return null
  const [project, plannedDates] = await Promise.all([inFull(db, offer.project), plannedDatesOf(db, row.id)])
  return {
    ...offer,
    project,
    sections: row.sections,
    plannedDates,
    venue: row.venue,
    partnerHubs: row.partners
      .flatMap(({ hub }) => (hub ? [hubOf(hub)] : []))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    datesNote: row.dates_note,
    leadNote: row.lead_note,
    practicalNotes: row.practical_notes,
    joiningNote: row.joining_note,
  }
}
