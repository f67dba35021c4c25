import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import type { SchoolFact } from './schools-register.ts'

/** What a file says of schools that are known, before anything is written. */
export type Standing = {
  readonly known: number
  readonly open: number
  readonly closing: number
  readonly gone: number
  readonly taken: number
}

/** How the file stands to what is known: schools it would close, and open ones that it does not name. */
export const standingOf = async (tx: Transaction): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select count(o.id)::int as known, (count(*) filter (where o.status <> 'closed'))::int as open,
      (count(*) filter (where o.status <> 'closed' and t.status = 'closed'))::int as closing,
      (count(*) filter (where o.status <> 'closed' and t.urn is null))::int as gone,
      (select count(*)::int from said where problem is null) as taken
    from organisations o left join said t on t.urn = o.urn where o.urn is not null and o.kind = 'school'`.execute(tx)
  return rows[0] ?? { known: 0, open: 0, closing: 0, gone: 0, taken: 0 }
}

// A name under these domains is given to one school alone, so that whoever writes from there is of the school.
const domains = `case when (w.host like '%.sch.uk' or w.host like '%.sch.example') and w.host !~ '[^a-z0-9.-]'
  then array[case when w.host like 'www.%' then substr(w.host, 5) else w.host end] else '{}'::text[] end`

// Found once for each row, not once for each of its uses: that is what the offset is for.
const withHost = `cross join lateral (select split_part(split_part(lower(t.website), '://', -1), '/', 1) as host offset 0) w`

const derived = ['authority_code', 'state_funded'] as const

const columnsOf = (facts: readonly SchoolFact[]): readonly string[] => [
  ...facts.map(({ column }) => column),
  ...derived,
]

/** Before the first schools of all come: what would be kept up row by row is made at once when they are in. */
export const setAsideBeforeFirst = async (tx: Transaction): Promise<void> => {
  await sql`select set_aside_before_first_schools()`.execute(tx)
}

export const putBackAfterFirst = async (tx: Transaction): Promise<void> => {
  await sql`select put_back_after_first_schools()`.execute(tx)
}

/** Inserts schools that were not known. */
export const insertSchools = async (tx: Transaction, facts: readonly SchoolFact[]): Promise<number> => {
  const columns = columnsOf(facts)
  const { numAffectedRows } = await sql
    .raw(`insert into organisations (id, kind, urn, invented, email_domains, ${columns.join(', ')})
    select t.id, 'school', t.urn, t.urn >= 900000, ${domains}, ${columns.map((column) => `t.${column}`).join(', ')}
    from said t left join organisations o on o.urn = t.urn ${withHost} where t.problem is null and o.id is null`)
    .execute(tx)
  return Number(numAffectedRows ?? 0)
}

const pair = (key: string, before: string, after: string): string =>
  `'${key}', case when ${before} is distinct from ${after} then jsonb_build_array(${before}, ${after}) end`

// A trust that was stated by hand stands as long as the register says what it said then.
const changesTrust =
  '(m.trust_code is distinct from t.trust_code and (h.organisation_id is null or h.register_said is distinct from t.trust_code))'

/**
 * Notes in `differing` every known school of which the file says something else, with what was said before and after.
 * The state's funding and the authority follow from what is said and are not told by themselves.
 */
export const noteDiffering = async (
  tx: Transaction,
  facts: readonly SchoolFact[],
  tellsTrusts: boolean,
): Promise<void> => {
  const columns = columnsOf(facts)
  const isOther = columns.map((column) => `o.${column}`).join(', ')
  const isSaid = columns.map((column) => `t.${column}`).join(', ')
  const pairs = facts
    .filter(({ column }) => column !== 'phase_code' && column !== 'type_code')
    .map(({ column }) => pair(column, `o.${column}`, `t.${column}`))
  const trust = tellsTrusts
    ? [`'trust', case when ${changesTrust} then jsonb_build_array(m.trust_name, t.trust_name_kept) end`]
    : []
  await sql
    .raw(`create temp table differing on commit drop as
    with trusts as (
      select m.organisation_id, t.trust_code, t.name as trust_name from trust_memberships m join organisations t on t.id = m.trust_id where m.to_on is null
    ), told as (
      select t.*, k.name as trust_name_kept from said t left join organisations k on k.trust_code = t.trust_code where t.problem is null
    )
    select o.id, o.urn, o.status as status_before, o.name as name_before, t.status, t.closed_on as said_closed_on,
      (o.status = 'closed') and (t.status <> 'closed') as reopens, (o.status <> 'closed') and (t.status = 'closed') as closes,
      ${tellsTrusts ? changesTrust : 'false'} as changes_trust, t.trust_code,
      jsonb_strip_nulls(jsonb_build_object(${[...pairs, ...trust].join(',\n        ')})) as changed
    from told t join organisations o on o.urn = t.urn and o.merged_into_id is null left join trusts m on m.organisation_id = o.id
      left join trusts_by_hand h on h.organisation_id = o.id
    where (${isOther}) is distinct from (${isSaid}) ${tellsTrusts ? `or ${changesTrust}` : ''}`)
    .execute(tx)
}

/** Writes what the file says over what was known of the schools that differ. */
export const updateSchools = async (tx: Transaction, facts: readonly SchoolFact[]): Promise<void> => {
  await sql`update organisations o set ukprn = null from differing d where d.id = o.id and d.changed ? 'ukprn' and o.ukprn is not null`.execute(
    tx,
  )
  const sets = columnsOf(facts).map((column) => `${column} = t.${column}`)
  await sql
    .raw(`update organisations o set kind = 'school', ${sets.join(', ')},
      email_domains = case when o.email_domains = '{}' then ${domains} else o.email_domains end
    from differing d join said t on t.urn = d.urn and t.problem is null ${withHost} where o.id = d.id`)
    .execute(tx)
}
