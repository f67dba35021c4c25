import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { AuthorityInFull, AuthorityInShort, SchoolThere } from './authority.ts'

/** The authorities that are known, by name; with words, those whose name, code or region holds them, however they are written. */
export const allAuthorities = async (
  db: Reader,
  { words, today }: { readonly words: string; readonly today: Temporal.PlainDate },
): Promise<readonly AuthorityInShort[]> => {
  const { rows } = await sql<AuthorityInShort>`
    with schools as (
      select authority_code, count(*)::int as open from organisations where kind = 'school' and status <> 'closed' group by authority_code
    ), served as (
      select a.authority_code, count(distinct a.hub_id)::int as hubs from hub_areas a join hubs h on h.id = a.hub_id and h.closed_on is null
      where coalesce(a.from_on, '-infinity') <= ${today}::date and coalesce(a.to_on, 'infinity') > ${today}::date group by a.authority_code
    )
    select a.code, a.name, a.region, coalesce(s.open, 0) as open, coalesce(v.hubs, 0) as hubs
    from authorities a left join schools s on s.authority_code = a.code left join served v on v.authority_code = a.code
    cross join (select btrim(searchable(${words})) as words) asked
    where ${words} = '' or asked.words <> '' and (a.code = asked.words or searchable(a.name) like '%' || asked.words || '%'
      or searchable(coalesce(a.region, '')) like '%' || asked.words || '%' or similarity(searchable(a.name), asked.words) > 0.4)
    order by a.name, a.code`.execute(db)
  return rows
}

const mostTrusts = 30

/** What lies in an authority: its open schools by phase, how many have closed, the trusts of those that are open. */
export const authorityInFull = async (db: Reader, code: string): Promise<AuthorityInFull | null> => {
  const { rows } = await sql<AuthorityInFull>`
    select a.code, a.name, a.region,
      (select coalesce(jsonb_agg(p order by p.schools desc, p.phase), '[]') from (
        select phase, count(*)::int as schools from organisations where kind = 'school' and status <> 'closed' and authority_code = a.code group by phase) p) as phases,
      (select count(*)::int from organisations where kind = 'school' and status = 'closed' and authority_code = a.code) as closed,
      (select coalesce(jsonb_agg(t order by t.schools desc, t.name), '[]') from (
        select t.id, t.name, count(*)::int as schools from organisations o join trust_memberships m on m.organisation_id = o.id and m.to_on is null
          join organisations t on t.id = m.trust_id
        where o.kind = 'school' and o.status <> 'closed' and o.authority_code = a.code group by t.id, t.name
        order by count(*) desc, t.name limit ${mostTrusts}) t) as trusts
    from authorities a where a.code = ${code}`.execute(db)
  return rows[0] ?? null
}

/** The schools of an authority by name, open ones first, a page at a time. */
export const schoolsOfAuthority = async (
  db: Reader,
  { code, from, most }: { readonly code: string; readonly from: number; readonly most: number },
): Promise<readonly SchoolThere[]> =>
  (await db
    .selectFrom('organisations')
    .select(['id', 'name', 'urn', 'town', 'phase', 'status'])
    .where('authority_code', '=', code)
    .where('kind', '=', 'school')
    .orderBy(sql`status = 'closed'`)
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .offset(from)
    .execute()) as readonly SchoolThere[]
