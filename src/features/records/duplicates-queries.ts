import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { peopleKnownTo } from '../people/index.ts'
import { inOrder, type MergeKind } from './merge.ts'

export type DuplicateSeen = {
  readonly firstId: string
  readonly secondId: string
  readonly first: string
  readonly second: string
  readonly firstIs: string
  readonly secondIs: string
  readonly reasons: readonly string[]
  readonly proposedBy: string | null
}

const described = {
  person: (id: string) =>
    sql<string>`(select concat_ws(', ', (select e.address::text from email_addresses e where e.person_id = ${sql.ref(id)} and e.to_at is null and e.is_primary limit 1),
      (select o.name from posts t join organisations o on o.id = t.organisation_id where t.person_id = ${sql.ref(id)} order by t.to_on nulls first, t.stated_at desc limit 1)))`,
  organisation: (id: string) =>
    sql<string>`(select concat_ws(', ', case o.kind when 'school' then 'School' when 'itt_provider' then 'Provider' when 'trust' then 'Trust' else 'Another body' end,
      'URN ' || o.urn, 'UKPRN ' || o.ukprn, o.town, o.postcode) from organisations o where o.id = ${sql.ref(id)})`,
}

const tableOf = { person: sql.table('people'), organisation: sql.table('organisations') }

export type Listed = { readonly pairs: readonly DuplicateSeen[]; readonly total: number }

/** Pairs that stand open, what hubs have proposed first, then the likeliest; for a hub those of which it knows both. */
export const openDuplicates = async (
  db: Reader,
  kind: MergeKind,
  { hubId, page, pageSize }: { hubId: string | null; page: number; pageSize: number },
): Promise<Listed> => {
  const known = hubId ? sql`known as materialized (${peopleKnownTo(hubId)}),` : sql``
  const knowsBoth = hubId
    ? sql`and d.first_id in (select person_id from known) and d.second_id in (select person_id from known)`
    : sql``
  const { rows } = await sql<DuplicateSeen & { total: number }>`
    with ${known} open as materialized (
      select d.* from possible_duplicates d where d.kind = ${kind} and d.status = 'open' ${knowsBoth}
    ), shown as (
      select * from open order by proposed_at is null, weight desc, first_id, second_id limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select d.first_id as "firstId", d.second_id as "secondId", a.name as first, b.name as second, d.reasons,
      ${described[kind]('d.first_id')} as "firstIs", ${described[kind]('d.second_id')} as "secondIs",
      case when d.proposed_at is not null then (select n.name from hub_names n where n.hub_id = d.proposed_by_hub_id and n.to_on is null) end as "proposedBy",
      (select count(*)::int from open) as total
    from shown d join ${tableOf[kind]} a on a.id = d.first_id join ${tableOf[kind]} b on b.id = d.second_id
    order by d.proposed_at is null, d.weight desc, d.first_id, d.second_id`.execute(db)
  return { pairs: rows, total: rows[0]?.total ?? 0 }
}

export type PairSeen = {
  readonly reasons: readonly string[]
  readonly status: 'open' | 'not_the_same' | 'merged'
  readonly decidedBy: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly proposedBy: string | null
}

/** What is known of two records as a pair, if anything. */
export const pairOf = async (db: Reader, one: string, other: string): Promise<PairSeen | null> => {
  const [first, second] = inOrder(one, other)
  const row = await db
    .selectFrom('possible_duplicates as d')
    .leftJoin('people as p', 'p.id', 'd.decided_by_person_id')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'd.proposed_by_hub_id').on('h.to_on', 'is', null))
    .select(['d.reasons', 'd.status', 'p.name as decidedBy', 'd.decided_at as decidedAt', 'h.name as proposedBy'])
    .where('d.first_id', '=', first)
    .where('d.second_id', '=', second)
    .executeTakeFirst()
  return row ? { ...row, status: row.status as PairSeen['status'] } : null
}

/** The day on which records that may be the same were last looked for. */
export const lastLookedFor = async (db: Reader): Promise<Temporal.PlainDate | null> => {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'duplicates-looked-for')
    .executeTakeFirst()
  return typeof row?.value === 'string' ? Temporal.PlainDate.from(row.value) : null
}

/** The record that somebody means by an address, a name of theirs being ambiguous: an email address, a URN, a UKPRN or an id. */
export const recordMeant = async (db: Reader, typed: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select e.person_id as id from email_addresses e where e.address = ${typed}::citext and e.to_at is null
    union all select o.id from organisations o where o.urn::text = ${typed} or o.ukprn = ${typed} or o.provider_code = upper(${typed})
    union all select o.id from organisations o where o.id::text = ${typed} union all select p.id from people p where p.id::text = ${typed}
    limit 1`.execute(db)
  return rows[0]?.id ?? null
}
