import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear, nextYear } from '../../vocabulary/academic-year.ts'
import { type OfferToCarry, ownRulePlace } from './offer-over.ts'

/** The offers of a hub that are or were public in a year, each with every project of the next year that follows its own. */
export const offersToCarry = async (
  db: Reader,
  hubId: string,
  from: AcademicYear,
): Promise<readonly OfferToCarry[]> => {
  const to = nextYear(from)
  const { rows } = await sql<OfferToCarry>`
    select o.id as "offerId", p.title, o.slug, p.slug as "projectSlug",
      (select t.title from project_themes t where t.id = o.theme_id) as theme, n.successor, r.offer_id as "carriedId",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug)) from offers m where m.hub_id = o.hub_id and m.year = ${to}), '[]') as made,
      (select count(*)::int from planned_dates d where d.offer_id = o.id) as dates,
      o.opens_on is not null or o.closes_on is not null as "hasWindow", o.dates_note is not null as "hasDatesNote", o.lead_note is not null as "hasLeadNote",
      array(select coalesce(x.name::text, h.slug) from offer_partner_hubs b join hubs h on h.id = b.hub_id
        left join hub_names x on x.hub_id = h.id and x.to_on is null where b.offer_id = o.id order by 1) as "partnerHubs",
      (select v.short_name::text from venues v where v.id = o.venue_id and v.retired_on is not null) as "retiredVenue",
      array(select t.title from project_themes t where (t.id = o.theme_id or t.id in (select theme_id from offer_themes where offer_id = o.id))
        and n.project_id is not null and not exists (select from project_themes u where u.project_id = n.project_id and u.suffix = t.suffix) order by t.position) as "lostThemes"
    from offers o join projects p on p.id = o.project_id
      left join lateral (select f.id as project_id, jsonb_build_object('id', f.id, 'title', f.title, 'slug', f.slug, 'status', f.status) as successor
        from project_lineage l join projects f on f.id = l.project_id
        where l.earlier_project_id = p.id and f.year = ${to} and (f.hub_id is null or f.hub_id = o.hub_id)) n on true
      left join rolled_offers r on r.earlier_offer_id = o.id and r.project_id = n.project_id
    where o.hub_id = ${hubId} and o.year = ${from} and o.status in ('published', 'closed')
    order by p.title collate people_order, o.slug, n.project_id`.execute(db)
  return rows
}

/** The hub's own texts of an offer that was taken along, to be looked at. */
export const ownTextsOf = async (
  db: Reader,
  offerIds: readonly string[],
): Promise<readonly { readonly offerId: string; readonly place: string; readonly text: string }[]> => {
  const { rows } = await sql<{ offerId: string; place: string; text: string }>`
    select offer_id as "offerId", heading as place, body as text from offer_sections where offer_id = any(${[...offerIds]}::uuid[])
    union all select id, 'Practical notes', practical_notes from offers where id = any(${[...offerIds]}::uuid[]) and practical_notes is not null
    union all select id, 'How to join', joining_note from offers where id = any(${[...offerIds]}::uuid[]) and joining_note is not null
    union all select s.offer_id, ${ownRulePlace}::text, e.value->>'sentence' from offer_rule_sets s cross join lateral jsonb_array_elements(s.proposed) e
      where s.offer_id = any(${[...offerIds]}::uuid[]) and s.proposed is not null
    order by 1, 2`.execute(db)
  return rows
}

/** The years in which a hub had public offers, latest first. */
export const yearsWithOffers = async (db: Reader, hubId: string): Promise<readonly AcademicYear[]> =>
  (
    await db
      .selectFrom('offers')
      .select('year')
      .distinct()
      .where('hub_id', '=', hubId)
      .where('status', 'in', ['published', 'closed'])
      .orderBy('year', 'desc')
      .execute()
  ).map(({ year }) => academicYear(year))
