import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { GrantEvidence, GrantStatus } from './grant.ts'
import type { GrantKind, GrantPer, GrantPhase } from './grant-rule.ts'

const evidence: z.ZodType<GrantEvidence> = z.object({
  rule: z.string(),
  ruleVersion: z.number(),
  words: z.string(),
  sessions: z.number(),
  days: z.number(),
  minutes: z.number().optional(),
  minutesInADay: z.number().optional(),
  isFirstYear: z.boolean(),
})

/** The newest version of each rule of a year: those of the network, and those of a hub where it is named. */
export const grantRules = async (db: Reader, hubId: string | null, year: number) => {
  const rows = await db
    .selectFrom('grant_rules as r')
    .distinctOn(['r.hub_id', 'r.name'])
    .selectAll('r')
    .where('r.year', '=', year)
    .where(sql<boolean>`(r.hub_id is null or r.hub_id = ${hubId}::uuid)`)
    .orderBy('r.hub_id')
    .orderBy('r.name')
    .orderBy('r.version', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    hubId: row.hub_id,
    year: row.year,
    name: row.name,
    version: row.version,
    kind: row.kind as GrantKind,
    deliveryModel: row.delivery_model,
    phase: row.phase as GrantPhase | null,
    firstYearOnly: row.first_year_only,
    amountPence: row.amount_pence,
    per: row.per as GrantPer,
    leastSessions: row.least_sessions,
    leastDays: row.least_days,
    stopped: row.stopped,
  }))
}

const grantsSeen = (db: Reader) =>
  db
    .selectFrom('grants as a')
    .innerJoin('grant_rules as r', 'r.id', 'a.rule_id')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .innerJoin('groups as g', 'g.id', 'a.group_id')
    .leftJoin('people as l', 'l.id', 'a.lead_person_id')
    .leftJoin('people as d', 'd.id', 'a.decided_by_person_id')
    .select(['a.id', 'a.hub_id as hubId', 'a.organisation_id as organisationId', 'a.group_id as groupId'])
    .select(['a.amount_pence as pence', 'a.status', 'a.status_reason as reason', 'a.evidence', 'a.due_at as dueAt'])
    .select([
      'a.decided_at as decidedAt',
      'd.name as decidedBy',
      'r.kind',
      'r.name as rule',
      'g.name as group',
      'g.year',
    ])
    .select(['o.name as organisation', 'l.name as lead'])

type Row = Awaited<ReturnType<ReturnType<typeof grantsSeen>['execute']>>[number]

const grantOf = (row: Row) => ({
  ...row,
  status: row.status as GrantStatus,
  kind: row.kind as GrantKind,
  evidence: stored(evidence, row.evidence, 'the evidence of a grant'),
})
export type GrantSeen = ReturnType<typeof grantOf>

/** Which grants of a hub are shown. */
export type GrantFilter = {
  readonly status: GrantStatus | null
  readonly kind: GrantKind | null
  readonly words: string
}

/** The grants of a hub that are asked for, the latest first. */
export const grantsOfHub = async (db: Reader, hubId: string, { status, kind, words }: GrantFilter) =>
  (
    await grantsSeen(db)
      .where('a.hub_id', '=', hubId)
      .$if(status !== null, (query) => query.where('a.status', '=', status ?? ''))
      .$if(kind !== null, (query) => query.where('r.kind', '=', kind ?? ''))
      .$if(words !== '', (query) =>
        query.where(
          sql<boolean>`searchable(o.name || ' ' || coalesce(l.name, '') || ' ' || g.name) like '%' || nullif(searchable(${words}), ' ') || '%'`,
        ),
      )
      .orderBy('a.due_at', 'desc')
      .orderBy('a.id')
      .limit(2000)
      .execute()
  ).map(grantOf)

export const grantOfHub = async (db: Reader, hubId: string, id: string) => {
  const row = await grantsSeen(db).where('a.hub_id', '=', hubId).where('a.id', '=', id).executeTakeFirst()
  return row ? grantOf(row) : null
}

/** The grants of organisations, for who leads them. */
export const grantsOfOrganisations = async (db: Reader, organisationIds: readonly string[]) =>
  (
    await grantsSeen(db)
      .where(sql<boolean>`a.organisation_id = any(${[...organisationIds]}::uuid[])`)
      .where('a.status', '<>', 'due')
      .orderBy('a.due_at', 'desc')
      .orderBy('a.id')
      .execute()
  ).map(grantOf)

/** How many grants of a hub stand in each state, and what they come to. */
export const grantTotals = async (db: Reader, hubId: string) => {
  const rows = await db
    .selectFrom('grants')
    .select((select) => [
      'status',
      select.fn.countAll<number>().as('count'),
      select.fn.sum<number>('amount_pence').as('pence'),
    ])
    .where('hub_id', '=', hubId)
    .groupBy('status')
    .execute()
  return rows.map((row) => ({ status: row.status as GrantStatus, count: Number(row.count), pence: Number(row.pence) }))
}

/** In numbers, for the national team: what each hub granted in a year by kind and state, and what it charged. */
export const grantsInNumbers = async (db: Reader, year: number) => {
  const rows = await db
    .selectFrom('grants as a')
    .innerJoin('grant_rules as r', 'r.id', 'a.rule_id')
    .innerJoin('groups as g', 'g.id', 'a.group_id')
    .innerJoin('hubs as h', 'h.id', 'a.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['r.kind', 'a.status'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub'))
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.sum<number>('a.amount_pence').as('pence')])
    .where('g.year', '=', year)
    .groupBy(['n.name', 'h.slug', 'r.kind', 'a.status'])
    .orderBy('hub')
    .orderBy('r.kind')
    .orderBy('a.status')
    .execute()
  return rows.map((row) => ({
    hub: row.hub,
    kind: row.kind as GrantKind,
    status: row.status as GrantStatus,
    count: Number(row.count),
    pence: Number(row.pence),
  }))
}

/** What has not come back yet of a grant that was clawed back. */
export const owedOfGrant = async (db: Reader, grantId: string): Promise<number> => {
  const row = await db
    .selectFrom('ledger_lines')
    .select((select) => select.fn.sum<number>('owed_pence').as('pence'))
    .where('grant_id', '=', grantId)
    .executeTakeFirst()
  return Number(row?.pence ?? 0)
}
