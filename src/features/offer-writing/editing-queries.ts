import type { Reader } from '../../platform/database/index.ts'
import { markOf } from '../../platform/versions.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { ownRulesOf } from '../criteria/index.ts'
import { termsToChoose } from '../hub-terms/index.ts'
import { type Offer, offerById, offersOfHub, type PlannedDate, plannedDatesOf } from '../offers/index.ts'
import { cataloguedProjects, type Project, themesOf } from '../projects/index.ts'
import type { PartName } from './offer-parts.ts'

/** An offer with what its hub sets of it, and a mark of each part: it changes with every word of the part. */
export type OfferToEdit = Offer & {
  readonly ownEmail: string | null
  readonly ownTelephone: string | null
  readonly venueId: string | null
  readonly practicalNotes: string | null
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly joiningNote: string | null
  /** The themes it names; none where it leaves open all that there are. */
  readonly themeIds: readonly string[]
  readonly plannedDates: readonly PlannedDate[]
  /** How many rules of the hub's own count for it. */
  readonly ownRules: number
  readonly marks: Readonly<Record<PartName, string>>
  readonly updatedAt: Temporal.Instant
}

/** An offer for its hub to change; null when there is none of this hub. */
export const offerToEdit = async (db: Reader, hubId: string, id: string): Promise<OfferToEdit | null> => {
  const offer = await offerById(db, id)
  if (offer?.hub.id !== hubId) return null
  const [row, plannedDates, themes, rules] = await Promise.all([
    db
      .selectFrom('offers')
      .select(['venue_id as venueId', 'practical_notes as practicalNotes', 'dates_note as datesNote'])
      .select(['contact_email as ownEmail', 'contact_telephone as ownTelephone', 'theme_id as themeId'])
      .select(['lead_note as leadNote', 'joining_note as joiningNote', 'updated_at as updatedAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    plannedDatesOf(db, id),
    db.selectFrom('offer_themes').select('theme_id').where('offer_id', '=', id).orderBy('theme_id').execute(),
    ownRulesOf(db, [id]),
  ])
  const { themeId, ...own } = row
  const written = {
    ...offer,
    ...own,
    plannedDates,
    ownRules: rules.get(id)?.length ?? 0,
    themeIds: themeId === null ? themes.map((theme) => theme.theme_id) : [themeId],
  }
  return { ...written, marks: marksOf(written) }
}

const marksOf = (offer: Omit<OfferToEdit, 'marks'>): OfferToEdit['marks'] => ({
  about: markOf([offer.ownEmail, offer.ownTelephone, offer.leadNote]),
  who: markOf([offer.themeIds, offer.room]),
  dates: markOf([offer.venueId, offer.datesNote, offer.practicalNotes]),
  policy: markOf(offer.policy?.id ?? null),
  joining: markOf([offer.opensOn, offer.closesOn, offer.requestWord, offer.registering, offer.joiningNote]),
})

/** The mark of a planned date. */
export const markOfDate = ({ venue, position: _, ...date }: PlannedDate): string => markOf([date, venue?.id ?? null])

/** What an offer of a project can be given by its hub: its venues, its policies, the project's themes. */
export const choicesFor = async (db: Reader, of: { hubId: string; projectId: string }) => {
  const [terms, themes] = await Promise.all([termsToChoose(db, of), themesOf(db, of.projectId)])
  return { ...terms, themes }
}

/** Every offer of a hub with how many dates it advertises. */
export const offersWithDates = async (
  db: Reader,
  hubId: string,
): Promise<readonly { readonly offer: Offer; readonly dates: number }[]> => {
  const offers = await offersOfHub(db, hubId)
  const rows = await db
    .selectFrom('planned_dates as d')
    .innerJoin('offers as o', 'o.id', 'd.offer_id')
    .select((select) => ['d.offer_id', select.fn.countAll<number>().as('dates')])
    .where('o.hub_id', '=', hubId)
    .groupBy('d.offer_id')
    .execute()
  const counts = new Map(rows.map((row) => [row.offer_id, Number(row.dates)]))
  return offers.map((offer) => ({ offer, dates: counts.get(offer.id) ?? 0 }))
}

/** Published projects of a year that a hub can offer: those it does not offer yet, and those of which it has an offer. */
export const projectsToOffer = async (
  db: Reader,
  hubId: string,
  year: AcademicYear,
): Promise<{ readonly fresh: readonly Project[]; readonly offered: readonly Project[] }> => {
  const [projects, offers] = await Promise.all([cataloguedProjects(db, { year }), offersOfHub(db, hubId)])
  const open = projects.filter(
    (project) => project.status === 'published' && (project.hubId === null || project.hubId === hubId),
  )
  const has = new Set(offers.map((offer) => offer.project.id))
  return { fresh: open.filter(({ id }) => !has.has(id)), offered: open.filter(({ id }) => has.has(id)) }
}
