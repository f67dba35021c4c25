import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { noticeKindOf } from '../../vocabulary/notice.ts'
import { type Hub, hubsById } from '../organisations/index.ts'
import { inFull, projectsById, type Theme } from '../projects/index.ts'
import {
  type CancellationPolicy,
  endInWords,
  type Offer,
  type OfferInFull,
  type OfferStatus,
  type PlannedDate,
  type RequestWord,
  type Venue,
} from './offer.ts'
import { mayEditOffer } from './policy.ts'

const offers = (db: Reader) => db.selectFrom('offers as o').selectAll('o')
type Row = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

const policiesById = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, CancellationPolicy>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('cancellation_policies').selectAll().where('id', 'in', ids).execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        version: row.version,
        amountPence: row.amount_pence,
        noticeDays: row.notice_days,
        noticeKind: noticeKindOf(row.notice_kind),
        chargesLateCancellation: row.charges_late_cancellation,
        chargesNonAttendance: row.charges_non_attendance,
        wording: row.wording,
      },
    ]),
  )
}

/** One version of a hub's policy, whoever agreed to it. */
export const policyById = async (db: Reader, id: string): Promise<CancellationPolicy | null> =>
  (await policiesById(db, [id])).get(id) ?? null

const themesByProject = async (
  db: Reader,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Theme[]>> => {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('project_themes')
    .select(['id', 'project_id', 'kind', 'suffix', 'title', 'focus', 'starts'])
    .where('project_id', 'in', projectIds)
    .orderBy('position')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, kind: row.kind as Theme['kind'] })),
    (row) => row.project_id,
  )
}

const complete = async (db: Reader, rows: readonly Row[]): Promise<readonly Offer[]> => {
  const projectIds = present(rows.map((row) => row.project_id))
  const [hubs, projects, themes, policies] = await Promise.all([
    hubsById(db, present(rows.map((row) => row.hub_id))),
    projectsById(db, projectIds),
    themesByProject(db, projectIds),
    policiesById(db, present(rows.map((row) => row.policy_id))),
  ])
  return rows.flatMap((row) => {
    const [hub, project] = [hubs.get(row.hub_id), projects.get(row.project_id)]
    const policy = row.policy_id ? (policies.get(row.policy_id) ?? null) : null
    return hub && project
      ? [
          {
            ...termsOf(row),
            hub,
            project,
            policy,
            ...choiceOf(row, themes.get(row.project_id) ?? []),
            ...contactOf(row, hub),
          },
        ]
      : []
  })
}

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
  (await complete(db, await offers(db).where('o.id', '=', id).execute()))[0] ?? null

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
  return rows.length === 1 ? ((await complete(db, rows))[0] ?? null) : null
}

/** Published offers of hubs in a year, by hub and title; those of a project that has ended are left out. */
export const publishedOffersOfHubs = async (
  db: Reader,
  hubIds: readonly string[],
  year: AcademicYear,
): Promise<readonly Offer[]> => {
  if (hubIds.length === 0) return []
  const all = await complete(
    db,
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
    await complete(
      db,
      await offers(db).where('o.project_id', '=', projectId).where('o.status', '=', 'published').execute(),
    ),
  )

/** Every offer of a hub, in whatever state, latest year first: for its staff. */
export const offersOfHub = async (db: Reader, hubId: string): Promise<readonly Offer[]> =>
  complete(db, await offers(db).where('o.hub_id', '=', hubId).orderBy('o.year', 'desc').orderBy('o.slug').execute())

const byHubAndTitle = (all: readonly Offer[]): readonly Offer[] =>
  all.toSorted(
    (one, other) =>
      one.hub.name.localeCompare(other.hub.name, 'en-GB') ||
      one.project.title.localeCompare(other.project.title, 'en-GB') ||
      one.slug.localeCompare(other.slug),
  )

const venuesById = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Venue>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('venues')
    .select(['id', 'name', 'short_name', 'address', 'postcode', 'practical_notes'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ short_name, practical_notes, ...row }) => [
      row.id,
      { ...row, shortName: short_name, practicalNotes: practical_notes },
    ]),
  )
}

/** The dates an offer advertises, in their order. */
export const plannedDatesOf = async (db: Reader, offerId: string): Promise<readonly PlannedDate[]> => {
  const rows = await db
    .selectFrom('planned_dates')
    .selectAll()
    .where('offer_id', '=', offerId)
    .orderBy('position')
    .execute()
  const venues = await venuesById(db, present(rows.map((row) => row.venue_id)))
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    on: row.on_date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: row.mode as PlannedDate['mode'],
    certainty: row.certainty as PlannedDate['certainty'],
    venue: row.venue_id ? (venues.get(row.venue_id) ?? null) : null,
    note: row.note,
  }))
}

/** The offer at an address, with everything that its flyer tells; a draft is there for the staff of its hub only. */
export const offerInFull = async (
  db: Reader,
  hubSlug: string,
  year: AcademicYear,
  slug: string,
  actor: Actor = { kind: 'visitor' },
): Promise<OfferInFull | null> => {
  const row = await offers(db)
    .innerJoin('hubs as h', 'h.id', 'o.hub_id')
    .where('h.slug', '=', hubSlug)
    .where('o.year', '=', year)
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  if (!row || (row.status === 'draft' && !mayEditOffer(actor, row.hub_id))) return null
  const [offer] = await complete(db, [row])
  if (!offer) return null
  const [project, sections, plannedDates, venues, partners] = await Promise.all([
    inFull(db, offer.project),
    db
      .selectFrom('offer_sections')
      .select(['key', 'heading', 'body'])
      .where('offer_id', '=', row.id)
      .orderBy('position')
      .execute(),
    plannedDatesOf(db, row.id),
    venuesById(db, present([row.venue_id])),
    db.selectFrom('offer_partner_hubs').select('hub_id').where('offer_id', '=', row.id).execute(),
  ])
  const partnerHubs = await hubsById(
    db,
    partners.map((partner) => partner.hub_id),
  )
  return {
    ...offer,
    project,
    sections,
    plannedDates,
    venue: row.venue_id ? (venues.get(row.venue_id) ?? null) : null,
    partnerHubs: [...partnerHubs.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    datesNote: row.dates_note,
    leadNote: row.lead_note,
    practicalNotes: row.practical_notes,
    joiningNote: row.joining_note,
  }
}
