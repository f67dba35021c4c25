import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { ownRulesOf } from '../criteria/index.ts'
import { hubOf, hubOfColumn } from '../organisations/index.ts'
import { inFull } from '../projects/index.ts'
import type { OfferInFull, PlannedDate } from './offer.ts'
import { mayEditOffer } from './policy.ts'
import { complete, offers } from './queries.ts'

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
    onlineLink: row.online_link,
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
        .where('is_left_out', '=', false)
        .orderBy('position'),
    ).as('sections'),
    sql<
      string[]
    >`array(select s.key from offer_sections s join project_sections n on n.project_id = o.project_id and n.key = s.key
      where s.offer_id = o.id and s.is_left_out and n.may_be_left_out order by 1)`.as('left_out'),
    jsonObjectFrom(venues(db).where('id', '=', sql.ref<string>('o.venue_id'))).as('venue'),
    jsonArrayFrom(
      db
        .selectFrom('offer_partner_hubs as x')
        .select(hubOfColumn(db, 'x.hub_id').as('hub'))
        .where('x.offer_id', '=', sql.ref<string>('o.id')),
    ).as('partners'),
  ])

/** An offer by its id with everything that its flyer tells, for those who write it. */
export const offerInFullById = async (db: Reader, id: string): Promise<OfferInFull | null> => {
  const row = await offersInFull(db).where('o.id', '=', id).executeTakeFirst()
  return row ? inFullOf(db, row) : null
}

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
  return !row || (row.status === 'draft' && !mayEditOffer(actor, row.hub_id)) ? null : inFullOf(db, row)
}

type Row = Awaited<ReturnType<ReturnType<typeof offersInFull>['execute']>>[number]

const inFullOf = async (db: Reader, row: Row): Promise<OfferInFull | null> => {
  const [offer] = complete([row])
  if (!offer) return null
  const [project, plannedDates, ownRules] = await Promise.all([
    inFull(db, offer.project),
    plannedDatesOf(db, row.id),
    ownRulesOf(db, [row.id]),
  ])
  return {
    ...offer,
    project,
    sections: row.sections,
    leftOut: row.left_out,
    sectionOrder: row.section_order,
    plannedDates,
    ownRules: ownRules.get(row.id) ?? [],
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
