import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import type { RefusedRow } from './register-import.ts'
import {
  fundedTypes,
  phaseOfCode,
  type Reading,
  type SchoolFact,
  schoolFacts,
  statusOfCode,
  trustColumns,
  unfundedTypes,
  urnColumn,
} from './schools-register.ts'
import { cellOf, codeOf, dayOf, oneOf, postcodeOf, quotedText, wholeOf } from './staging-store.ts'

const readings: Readonly<Record<Reading, (cell: string) => string>> = {
  text: (cell) => cell,
  code: codeOf,
  whole: wholeOf,
  share: (cell) => `case when ${cell} ~ '^[0-9]{1,3}([.][0-9]+)?$' then ${cell}::numeric(5, 2) end`,
  day: dayOf,
  metres: (cell) => `nullif(${wholeOf(cell)}, 0)`,
  postcode: postcodeOf,
  status: (cell) => oneOf(codeOf(cell), statusOfCode),
  phase: (cell) => oneOf(codeOf(cell), phaseOfCode),
}

const typeOf: Readonly<Record<Reading, string>> = {
  text: 'text',
  code: 'text',
  whole: 'integer',
  share: 'numeric(5, 2)',
  day: 'date',
  metres: 'integer',
  postcode: 'text',
  status: 'text',
  phase: 'text',
}

/** Facts that this file tells; of the others, what is known stays. */
export const factsToldIn = (columns: readonly string[]): readonly SchoolFact[] =>
  schoolFacts.filter(({ from }) => columns.includes(from))

const listed = (texts: readonly string[]): string => texts.map(quotedText).join(', ')

/** Whether the state funds a school, by its type; unknown for types that nobody has told us of. */
const funded = `case when r.type_code in (${listed(fundedTypes)}) then true when r.type_code in (${listed(unfundedTypes)}) then false end`

const urnCell = cellOf(urnColumn)
const rawOf = (column: string): string => `${column}_given`

const isChecked = ({ column, read }: SchoolFact): boolean =>
  column === 'name' || ['status', 'day', 'metres'].includes(read)

const reasonOf = ({ column, from, read }: SchoolFact): string => {
  if (column === 'name') return `when name is null then 'It has no name'`
  if (read === 'status') return `when status is null then format('The status "%s" is not known', ${rawOf(column)})`
  const words =
    read === 'day'
      ? `The ${from === 'OpenDate' ? 'opening' : 'closing'} date "%s" is no date`
      : `The ${from} "%s" is no whole number of metres`
  const isNone = read === 'metres' ? ` and ${rawOf(column)} <> '0'` : ''
  return `when ${column} is null and ${rawOf(column)} is not null${isNone} then format('${words}', ${rawOf(column)})`
}

/** Why a row cannot be taken. What only says less than it could is no reason. */
const problem = (facts: readonly SchoolFact[]): string =>
  `case when urn is null then format('The URN "%s" is not six digits', urn_given)
    ${facts.filter(isChecked).map(reasonOf).join('\n    ')} end`

/** Where no authority is known yet the register's own are taken: of English schools, by code. */
export const takeFirstAuthorities = async (
  tx: Transaction,
  columns: readonly string[],
  elsewhere: readonly string[],
): Promise<void> => {
  const region = columns.includes('GOR (name)') ? `mode() within group (order by ${cellOf('GOR (name)')})` : 'null'
  const name = columns.includes('LA (name)') ? `mode() within group (order by ${cellOf('LA (name)')})` : 'null'
  const code = cellOf('LA (code)')
  await sql
    .raw(`insert into authorities (code, name, region)
    select ${code}, coalesce(${name}, 'Authority ' || ${code}), ${region} from staged s
    where not exists (select from authorities) and ${code} ~ '^[0-9]{3}$' and ${code} <> '000'
      and ${codeOf(cellOf('TypeOfEstablishment (code)'))} not in (${listed(elsewhere)})
    group by ${code}`)
    .execute(tx)
}

/**
 * Reads `staged` into `said`, one row for each row of the file, with the reason where one cannot be taken: the same school
 * twice keeps the first. Trusts of closed schools are history and are not told.
 */
export const readSaid = async (tx: Transaction, columns: readonly string[]): Promise<void> => {
  const facts = factsToldIn(columns)
  const told = (column: string) => (columns.includes(column) ? cellOf(column) : 'null::text')
  const values = schoolFacts.map(({ column, from, read }) =>
    columns.includes(from) ? `${readings[read](cellOf(from))} as ${column}` : `null::${typeOf[read]} as ${column}`,
  )
  const raws = facts.filter(isChecked).map(({ column, from }) => `${cellOf(from)} as ${rawOf(column)}`)
  const kept = schoolFacts.map(({ column }) => `r.${column}`)
  await sql
    .raw(`create temp table said on commit drop as
    select r.line, r.id, r.urn, ${kept.join(', ')}, r.trust_name, r.trust_code_given, a.code as authority_code, ${funded} as state_funded,
      case when r.status <> 'closed' then r.trust_code_given end as trust_code, ${problem(facts)} as problem
    from (
      select s.line, s.id, ${urnCell} as urn_given, case when ${urnCell} ~ '^[1-9][0-9]{5}$' then ${urnCell}::integer end as urn,
        ${[...values, ...raws].join(', ')}, ${told(trustColumns.code)} as trust_code_given, ${told(trustColumns.name)} as trust_name
      from staged s offset 0
    ) r left join (select code from authorities) a on a.code = r.authority_given`)
    .execute(tx)
  await sql`
    update said t set problem = format('The URN %s stands in line %s already', t.urn, twice.line)
    from (select urn, min(line) as line from said where problem is null group by urn having count(*) > 1) twice
    where t.urn = twice.urn and t.problem is null and t.line > twice.line`.execute(tx)
  await sql`create unique index on said (urn) where problem is null`.execute(tx)
  await sql`analyze said (urn, status, trust_code)`.execute(tx)
}

/** One UKPRN is one body's: of schools that share one the open one keeps it, and what another body holds stays there. */
export const settleUkprns = async (tx: Transaction): Promise<void> => {
  await sql`update said set ukprn = null where problem is null and ukprn is not null and ukprn !~ '^[0-9]{8}$'`.execute(
    tx,
  )
  await sql`
    with shared as (
      select ukprn, (array_agg(id order by (status = 'closed'), urn desc))[1] as keeper from said
      where problem is null and ukprn in (select ukprn from said where problem is null and ukprn is not null group by ukprn having count(*) > 1)
      group by ukprn
    )
    update said t set ukprn = null from shared s where t.ukprn = s.ukprn and t.id <> s.keeper and t.problem is null`.execute(
    tx,
  )
  await sql`
    update said t set ukprn = null from organisations h
    where h.ukprn = t.ukprn and t.problem is null
      and not exists (select from said o where o.urn = h.urn and o.problem is null)`.execute(tx)
}

/** Rows that cannot be taken, in their order. */
export const refusedRows = async (tx: Transaction): Promise<readonly RefusedRow[]> => {
  const { rows } = await sql<RefusedRow>`
    select p.line, coalesce(s."URN", '') as sign, coalesce(p.name, '') as name, p.problem as reason
    from said p join staged s on s.line = p.line where p.problem is not null order by p.line`.execute(tx)
  return rows
}
