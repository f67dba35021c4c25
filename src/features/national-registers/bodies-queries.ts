import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { OrganisationKind } from '../organisations/index.ts'
import type { Body, BodyInFull, BodyInShort } from './body.ts'

/** Organisations of a kind by name, a page at a time: for looking through them; searching by words is done elsewhere. */
export const bodiesOf = async (
  db: Reader,
  { kind, from, most }: { kind: OrganisationKind; from: number; most: number },
): Promise<{ bodies: readonly BodyInShort[]; total: number }> => {
  const asked = db.selectFrom('organisations').where('kind', '=', kind)
  const [rows, { total }] = await Promise.all([
    asked
      .select(['id', 'kind', 'name', 'urn', 'ukprn', 'town', 'status'])
      .orderBy('name')
      .orderBy('id')
      .limit(most)
      .offset(from)
      .execute(),
    asked.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { bodies: rows as readonly BodyInShort[], total: Number(total) }
}

const bodyById = async (db: Reader, id: string): Promise<Body | null> => {
  const { rows } = await sql<Body>`
    select o.id, o.kind, o.name, o.urn, o.ukprn, o.provider_code as "providerCode", o.trust_code as "trustCode", o.status, o.opened_on as "openedOn",
      o.closed_on as "closedOn", o.phase, o.type_name as "typeName", o.low_age as "lowAge", o.high_age as "highAge", o.itt_kind as "ittKind", o.itt_phases as "ittPhases",
      o.street, o.locality, o.town, o.postcode, o.authority_code as "authorityCode", coalesce(a.name, o.authority_given) as authority, coalesce(o.region, a.region) as region,
      o.urban_rural as "urbanRural", o.gender, o.religious_character as "religiousCharacter", o.pupils, o.capacity, o.free_meals_percent as "freeMealsPercent",
      o.website, o.telephone, o.invented
    from organisations o left join authorities a on a.code = o.authority_code where o.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Everything known of one organisation: what it was called, who came before and after, its trust, its part in training teachers. */
export const bodyInFull = async (db: Reader, id: string): Promise<BodyInFull | null> => {
  const body = await bodyById(db, id)
  if (!body) return null
  const { rows } = await sql<Omit<BodyInFull, 'body'>>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'to', to_on) order by to_on desc), '[]') from organisation_former_names where organisation_id = ${id}) as "formerNames",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'urn', o.urn, 'kind', k.kind) order by o.name), '[]')
        from organisation_successors k join organisations o on o.id = k.predecessor_id where k.successor_id = ${id}) as predecessors,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'urn', o.urn, 'kind', k.kind) order by o.name), '[]')
        from organisation_successors k join organisations o on o.id = k.successor_id where k.predecessor_id = ${id}) as successors,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'from', m.from_on, 'to', m.to_on) order by m.to_on desc nulls first), '[]')
        from trust_memberships m join organisations t on t.id = m.trust_id where m.organisation_id = ${id}) as trusts,
      exists (select from trusts_by_hand where organisation_id = ${id}) as "isTrustByHand",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'urn', o.urn, 'from', m.from_on, 'to', m.to_on) order by m.to_on desc nulls first, o.name), '[]')
        from (select * from trust_memberships where trust_id = ${id} limit 200) m join organisations o on o.id = m.organisation_id) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('from', from_on, 'to', to_on) order by to_on desc nulls first), '[]') from itt_accreditations where organisation_id = ${id}) as accreditations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'year', p.year, 'ended', p.ended_on, 'part', case when p.provider_id = ${id} then 'partner' else 'provider' end) order by p.year desc, o.name), '[]')
        from itt_partnerships p join organisations o on o.id = case when p.provider_id = ${id} then p.partner_id else p.provider_id end
        where p.provider_id = ${id} or p.partner_id = ${id}) as partnerships`.execute(db)
  const found = rows[0]
  return found ? { body, ...found } : null
}

/** What of an organisation's past and company everybody may know: its trust of today and its former names. */
export const companyOf = async (
  db: Reader,
  id: string,
): Promise<{ readonly trust: string | null; readonly formerNames: readonly string[] }> => {
  const { rows } = await sql<{ trust: string | null; formerNames: readonly string[] }>`
    select (select t.name from trust_memberships m join organisations t on t.id = m.trust_id where m.organisation_id = ${id} and m.to_on is null) as trust,
      array(select name from organisation_former_names where organisation_id = ${id} order by to_on desc)::text[] as "formerNames"`.execute(
    db,
  )
  return rows[0] ?? { trust: null, formerNames: [] }
}
