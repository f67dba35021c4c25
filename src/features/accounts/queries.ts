import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { isId } from '../../vocabulary/ids.ts'
import { type ChargeCause, reasonInWords, storedEvidence } from '../charges/index.ts'
import { type EntryKind, entryKindLabels } from '../ledger/index.ts'
import { mayReadStatement } from './policy.ts'

const linesSeen = (db: Reader) =>
  db
    .selectFrom('ledger_lines as l')
    .leftJoin('charges as c', 'c.id', 'l.charge_id')
    .leftJoin('participants as a', 'a.id', 'c.participant_id')
    .leftJoin('places as p', 'p.id', 'c.place_id')
    .leftJoin('grants as o', 'o.id', 'l.grant_id')
    .leftJoin('people as e', (join) => join.on(sql<boolean>`e.id = coalesce(a.person_id, o.lead_person_id)`))
    .innerJoin('groups as g', (join) => join.on(sql<boolean>`g.id = coalesce(p.group_id, o.group_id)`))
    .leftJoin('account_statement_lines as x', 'x.entry_id', 'l.id')
    .select([
      'l.id',
      'l.charge_id',
      'l.grant_id',
      'l.kind',
      'l.on_date',
      'l.owed_pence',
      'l.organisation_id',
      'c.cause',
      'c.evidence',
    ])
    .select('o.rule_name')
    .select(['e.name as participant', 'g.name as group', 'x.statement_id', 'x.position'])

type Row = Awaited<ReturnType<ReturnType<typeof linesSeen>['execute']>>[number]

const whyOf = (row: Row): string => {
  if (row.rule_name !== null) return [row.rule_name, row.participant, row.group].filter(Boolean).join(', ')
  if (row.kind !== 'charged') return `${row.participant ?? ''}, ${row.group}`
  const evidence = storedEvidence(row.evidence)
  return reasonInWords({ participant: row.participant ?? '', cause: row.cause as ChargeCause, evidence })
}

const lineOf = (row: Row) => ({
  id: row.id ?? '',
  about: row.charge_id ?? row.grant_id ?? '',
  organisationId: row.organisation_id ?? '',
  kind: row.kind as EntryKind,
  onDate: row.on_date ?? Temporal.PlainDate.from('1970-01-01'),
  pence: Number(row.owed_pence ?? 0),
  group: row.group,
  what: entryKindLabels[row.kind as EntryKind],
  why: whyOf(row),
  statementId: row.statement_id,
})
export type AccountLine = ReturnType<typeof lineOf>

/** Everything that was entered between a hub and an organisation, in order. */
export const linesOfAccount = async (
  db: Reader,
  hubId: string,
  organisationId: string,
): Promise<readonly AccountLine[]> =>
  (
    await linesSeen(db)
      .where('l.hub_id', '=', hubId)
      .where('l.organisation_id', '=', organisationId)
      .orderBy('l.entered_at')
      .orderBy('l.id')
      .execute()
  ).map(lineOf)

/** Everything that was entered at a hub, in order: for its books. */
export const linesOfHub = async (db: Reader, hubId: string) => {
  const rows = await linesSeen(db)
    .innerJoin('organisations as w', 'w.id', 'l.organisation_id')
    .leftJoin('account_statements as s', 's.id', 'x.statement_id')
    .select(['w.name as organisation', 'w.urn', 's.year as statementYear', 's.number as statementNumber'])
    .where('l.hub_id', '=', hubId)
    .orderBy('l.entered_at')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    ...lineOf(row),
    participant: row.participant ?? '',
    organisation: row.organisation,
    urn: row.urn,
    statementYear: row.statementYear,
    statementNumber: row.statementNumber,
  }))
}

/** What each organisation owes a hub, what of it stands on no statement yet, and its last statement. */
export const accountsOfHub = async (db: Reader, hubId: string) => {
  const rows = await db
    .selectFrom('ledger_lines as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .leftJoin('account_statement_lines as x', 'x.entry_id', 'l.id')
    .leftJoin('account_statements as s', 's.id', 'x.statement_id')
    .select(['o.id as organisationId', 'o.name as organisation'])
    .select((select) => [
      select.fn.sum<number>('l.owed_pence').as('owed'),
      select.fn.max('s.issued_at').as('lastIssued'),
      sql<number>`coalesce(sum(case when l.credit = 'charges' then l.amount_pence when l.debit = 'charges' then -l.amount_pence end), 0)`.as(
        'charged',
      ),
      sql<number>`coalesce(sum(case when l.debit = 'bank' then l.amount_pence when l.credit = 'bank' then -l.amount_pence end) filter (where l.charge_id is not null), 0)`.as(
        'paid',
      ),
      sql<number>`coalesce(sum(case when l.debit = 'grants' then l.amount_pence when l.credit = 'grants' then -l.amount_pence end), 0)`.as(
        'granted',
      ),
      sql<number>`count(*) filter (where x.entry_id is null)::int`.as('unstated'),
    ])
    .where('l.hub_id', '=', hubId)
    .groupBy(['o.id', 'o.name'])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    owed: Number(row.owed),
    charged: Number(row.charged),
    paid: Number(row.paid),
    granted: Number(row.granted),
    unstated: Number(row.unstated),
  }))
}

const statementsSeen = (db: Reader) =>
  db
    .selectFrom('account_statements as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('hubs as h', 'h.id', 's.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['s.id', 's.hub_id as hubId', 's.organisation_id as organisationId', 's.number', 's.issued_at as issuedAt'])
    .select(['s.brought_forward_pence as broughtForward', 's.closing_pence as closing', 's.year'])
    .select(['o.name as organisation', 'h.email as hubEmail', 'h.slug as hubSlug'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub'))

const withYear = <Row extends { readonly year: number }>(row: Row) => ({ ...row, year: academicYear(row.year) })

/** The statements a hub has issued to an organisation, the latest first. */
export const statementsOfAccount = async (db: Reader, hubId: string, organisationId: string) =>
  (
    await statementsSeen(db)
      .where('s.hub_id', '=', hubId)
      .where('s.organisation_id', '=', organisationId)
      .orderBy('s.issued_at', 'desc')
      .orderBy('s.number', 'desc')
      .execute()
  ).map(withYear)

/** A statement with its lines, in the sight of who may read it; null for everybody else (domain rules 9 and 10). */
export const statementInSight = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string) => {
  const row = isId(id) ? await statementsSeen(db).where('s.id', '=', id).executeTakeFirst() : undefined
  if (!row || !mayReadStatement(actor, row)) return null
  const lines = await linesSeen(db).where('x.statement_id', '=', id).orderBy('x.position').execute()
  return { ...withYear(row), lines: lines.map(lineOf) }
}

/** What organisations owe each hub that they have an account with, with its statements: for who leads them. */
export const accountsOfOrganisations = async (db: Reader, organisationIds: readonly string[]) => {
  const among = sql<boolean>`l.organisation_id = any(${[...organisationIds]}::uuid[])`
  const [owed, statements] = await Promise.all([
    db
      .selectFrom('ledger_lines as l')
      .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
      .innerJoin('hubs as h', 'h.id', 'l.hub_id')
      .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
      .select(['o.id as organisationId', 'o.name as organisation', 'h.id as hubId', 'h.email as hubEmail'])
      .select(sql<string>`coalesce(n.name, h.slug)`.as('hub'))
      .select((select) => select.fn.sum<number>('l.owed_pence').as('owed'))
      .where(among)
      .groupBy(['o.id', 'o.name', 'h.id', 'h.email', 'n.name', 'h.slug'])
      .orderBy('o.name')
      .orderBy('hub')
      .execute(),
    statementsSeen(db)
      .where(sql<boolean>`s.organisation_id = any(${[...organisationIds]}::uuid[])`)
      .orderBy('s.issued_at', 'desc')
      .execute(),
  ])
  return owed.map((account) => ({
    ...account,
    owed: Number(account.owed),
    statements: statements
      .filter(({ hubId, organisationId }) => hubId === account.hubId && organisationId === account.organisationId)
      .map(withYear),
  }))
}

const payer = z.object({ personId: z.string(), name: z.string(), address: z.string() })

/** Whom a statement is written to: whoever leads the organisation, else the lead participant of its latest place at the hub. */
export const readersOfAccount = async (
  db: Reader,
  { hubId, organisationId, today }: { hubId: string; organisationId: string; today: Temporal.PlainDate },
): Promise<readonly z.infer<typeof payer>[]> => {
  const address = sql`(select m.address::text from email_addresses m where m.person_id = e.id and m.to_at is null and m.is_primary order by m.confirmed_at is null, m.from_at desc limit 1)`
  const { rows } = await sql`
    with leads as (select distinct r.person_id from roles r where r.role = 'school_lead' and r.organisation_id = ${organisationId}
        and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})),
      latest as (select a.person_id from ledger_lines l left join charges c on c.id = l.charge_id left join grants n on n.id = l.grant_id join participants a on a.place_id = coalesce(c.place_id, n.place_id) and a.part = 'lead'
        where l.hub_id = ${hubId} and l.organisation_id = ${organisationId} order by a.to_on is null desc, l.entered_at desc limit 1),
      readers as (select person_id from leads union all select person_id from latest where not exists (select from leads))
    select e.id as "personId", e.name, ${address} as address from readers r join people e on e.id = r.person_id
    where e.erased_at is null and ${address} is not null order by e.name, e.id`.execute(db)
  return z.array(payer).parse(rows)
}
