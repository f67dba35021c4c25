import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { linkColumns } from './needed-columns.ts'
import type { RefusedRow } from './register-import.ts'
import { cellOf, dayOf } from './staging-store.ts'

const urn = cellOf(linkColumns.urn)
const other = cellOf(linkColumns.other)
const type = `lower(${cellOf(linkColumns.type)})`
const isUrn = (cell: string): string => `${cell} ~ '^[1-9][0-9]{5}$'`

/** Reads `staged` into `linked`: of each row, who came before whom; links of other kinds have neither. */
export const readLinks = async (tx: Transaction, columns: readonly string[]): Promise<void> => {
  const on = columns.includes(linkColumns.on) ? dayOf(cellOf(linkColumns.on)) : 'null::date'
  await sql
    .raw(`create temp table linked on commit drop as
    select line, urn_given, problem, since_on, kind,
      case when problem is null and goes = 'back' then other_given::integer when problem is null and goes = 'on' then urn_given::integer end as predecessor_urn,
      case when problem is null and goes = 'back' then urn_given::integer when problem is null and goes = 'on' then other_given::integer end as successor_urn
    from (
      select s.line, ${urn} as urn_given, ${other} as other_given, ${on} as since_on,
        case when ${type} like 'predecessor%' then 'back' when ${type} like 'successor%' then 'on' end as goes,
        case when ${type} like '%split%' then 'split' when ${type} like '%merged%' or ${type} like '%amalgamated%' then 'merged' else 'successor' end as kind,
        case when ${urn} is null or not ${isUrn(urn)} then format('The URN "%s" is not six digits', coalesce(${urn}, ''))
          when ${type} is null then 'It does not say what kind of link it is'
          when ${type} !~ '^(predecessor|successor)' then null
          when ${other} is null or not ${isUrn(other)} then format('The LinkURN "%s" is not six digits', coalesce(${other}, ''))
          when ${urn} = ${other} then 'It links a school to itself' end as problem
      from staged s) s`)
    .execute(tx)
}

/** A link stands in the file from both its ends: each pair once, with the more telling kind and the earlier day. */
export const pairLinks = async (tx: Transaction): Promise<void> => {
  await sql`
    create temp table paired on commit drop as
    select predecessor_urn, successor_urn, min(since_on) as since_on,
      case when bool_or(kind = 'merged') then 'merged' when bool_or(kind = 'split') then 'split' else 'successor' end as kind
    from linked where predecessor_urn is not null group by predecessor_urn, successor_urn`.execute(tx)
}

export type LinkStanding = {
  readonly known: number
  readonly gone: number
  readonly other: number
  readonly same: number
}

/** How the file stands to the links that are known. */
export const linkStanding = async (tx: Transaction): Promise<LinkStanding> => {
  const { rows } = await sql<LinkStanding>`
    select (select count(*)::int from school_links) as known,
      (select count(*)::int from school_links l where not exists (select from paired p where p.predecessor_urn = l.predecessor_urn and p.successor_urn = l.successor_urn)) as gone,
      (select count(*)::int from linked where problem is null and predecessor_urn is null) as other,
      (select count(*)::int from school_links l join paired p using (predecessor_urn, successor_urn)
        where l.kind = p.kind and l.since_on is not distinct from p.since_on) as same`.execute(tx)
  return rows[0] ?? { known: 0, gone: 0, other: 0, same: 0 }
}

/** Writes the links that are new or say something else now; none is taken away. */
export const writeLinks = async (tx: Transaction): Promise<{ inserted: number; updated: number }> => {
  const { rows } = await sql<{ inserted: number; updated: number }>`
    with updated as (
      update school_links l set kind = p.kind, since_on = p.since_on from paired p
      where l.predecessor_urn = p.predecessor_urn and l.successor_urn = p.successor_urn
        and (l.kind, l.since_on) is distinct from (p.kind, p.since_on) returning 1
    ), inserted as (
      insert into school_links (predecessor_urn, successor_urn, kind, since_on)
      select predecessor_urn, successor_urn, kind, since_on from paired on conflict do nothing returning 1
    )
    select (select count(*)::int from inserted) as inserted, (select count(*)::int from updated) as updated`.execute(tx)
  return rows[0] ?? { inserted: 0, updated: 0 }
}

/** Rows of the links file that cannot be taken, in their order. */
export const refusedLinks = async (tx: Transaction): Promise<readonly RefusedRow[]> => {
  const { rows } = await sql<RefusedRow>`
    select line, coalesce(urn_given, '') as sign, '' as name, problem as reason from linked where problem is not null order by line`.execute(
    tx,
  )
  return rows
}
