import { sql } from 'kysely'
import type { Instants } from '../../platform/atom.ts'
import type { Reader } from '../../platform/database/index.ts'
import { academicYearOf } from '../../vocabulary/academic-year.ts'
import { endInWords, offersOfHub } from '../offers/index.ts'
import type { OfferShown } from './offer-entry.ts'

const nextDates = async (
  db: Reader,
  offerIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Temporal.PlainDate>> => {
  if (offerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('planned_dates')
    .select(['offer_id', (eb) => eb.fn.min('on_date').as('next')])
    .where('offer_id', 'in', offerIds)
    .where('on_date', '>=', today)
    .groupBy('offer_id')
    .execute()
  return new Map(rows.flatMap(({ offer_id, next }) => (next ? [[offer_id, next] as const] : [])))
}

/** What a hub offers from this year on, by year and title, each with its next date. */
export const offersToShow = async (
  db: Reader,
  hubId: string,
  today: Temporal.PlainDate,
): Promise<readonly OfferShown[]> => {
  const now = academicYearOf(today)
  const shown = (await offersOfHub(db, hubId))
    .filter((offer) => offer.status === 'published' && offer.year >= now && endInWords(offer) === null)
    .toSorted((one, other) => one.year - other.year || one.project.title.localeCompare(other.project.title, 'en-GB'))
  const dates = await nextDates(
    db,
    shown.map(({ id }) => id),
    today,
  )
  return shown.map((offer) => ({ offer, nextOn: dates.get(offer.id) ?? null }))
}

// The text of a project is changed by what was published of it last.
const textChanged = sql<Temporal.Instant | null>`(select max(v.made_at) from project_versions v
  where v.project_id = p.id and v.act in ('published', 'corrected'))`

/** When offers were published, and last changed: by their hub, or by a correction of the national text. */
export const instantsOfOffers = async (
  db: Reader,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, Instants>> => {
  if (offerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select(['o.id', 'o.published_at'])
    .select(sql<Temporal.Instant>`greatest(o.updated_at, o.published_at, ${textChanged})`.as('updated_at'))
    .where('o.id', 'in', offerIds)
    .execute()
  return new Map(
    rows.map(({ id, published_at, updated_at }) => [
      id,
      { published: published_at ?? updated_at, updated: updated_at },
    ]),
  )
}

/** When projects were published, and last corrected. */
export const instantsOfProjects = async (
  db: Reader,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Instants>> => {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects as p')
    .select(['p.id', 'p.published_at as published'])
    .select(sql<Temporal.Instant | null>`greatest(p.published_at, ${textChanged})`.as('updated'))
    .where('p.id', 'in', projectIds)
    .execute()
  return new Map(
    rows.flatMap(({ id, published, updated }) => (published && updated ? [[id, { published, updated }] as const] : [])),
  )
}
