import type { Reader } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { type Offer, offerById, offersOfHub, type PlannedDate, plannedDatesOf } from '../offers/index.ts'
import { cataloguedProjects, type Project, themesOf } from '../projects/index.ts'

/** An offer with what its hub sets of it. */
export type OfferToEdit = Offer & {
  readonly venueId: string | null
  readonly practicalNotes: string | null
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly updatedAt: Temporal.Instant
  readonly plannedDates: readonly PlannedDate[]
}

/** An offer for its hub to change; null when there is none of this hub. */
export const offerToEdit = async (db: Reader, hubId: string, id: string): Promise<OfferToEdit | null> => {
  const offer = await offerById(db, id)
  if (offer?.hub.id !== hubId) return null
  const [row, plannedDates] = await Promise.all([
    db
      .selectFrom('offers')
      .select(['venue_id', 'practical_notes', 'dates_note', 'lead_note', 'updated_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    plannedDatesOf(db, id),
  ])
  return {
    ...offer,
    plannedDates,
    venueId: row.venue_id,
    practicalNotes: row.practical_notes,
    datesNote: row.dates_note,
    leadNote: row.lead_note,
    updatedAt: row.updated_at,
  }
}

/** What an offer of a project can be given by its hub: venues in use, the newest version of each policy, the project's themes; and what its offers of the project have already. */
export const choicesFor = async (db: Reader, { hubId, projectId }: { hubId: string; projectId: string }) => {
  const had = db.selectFrom('offers').where('hub_id', '=', hubId).where('project_id', '=', projectId)
  const [venues, policies, themes] = await Promise.all([
    db
      .selectFrom('venues')
      .select(['id', 'short_name as shortName', 'address'])
      .where('hub_id', '=', hubId)
      .where(({ or, eb }) => or([eb('retired_on', 'is', null), eb('id', 'in', had.select('venue_id'))]))
      .orderBy('short_name')
      .execute(),
    db
      .selectFrom('cancellation_policies as p')
      .select(['id', 'name', 'version'])
      .where('hub_id', '=', hubId)
      .where(({ or, not, exists, eb, selectFrom }) =>
        or([
          not(
            exists(
              selectFrom('cancellation_policies as n')
                .select('n.id')
                .whereRef('n.hub_id', '=', 'p.hub_id')
                .whereRef('n.name', '=', 'p.name')
                .whereRef('n.version', '>', 'p.version'),
            ),
          ),
          eb('id', 'in', had.select('policy_id')),
        ]),
      )
      .orderBy('name')
      .orderBy('version', 'desc')
      .execute(),
    themesOf(db, projectId),
  ])
  return { venues, policies, themes }
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
