import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Holding } from '../personal-fields/index.ts'
import { holdings, personIn, stillHolds } from '../personal-fields/index.ts'
import { type Due, type RetentionRule, retentionRules } from './retention-rule.ts'

/** How many months each rule keeps today: as the national team set it, or as is usual. */
export const monthsOf = async (db: Reader): Promise<ReadonlyMap<string, number>> => {
  const set = await db.selectFrom('retention_settings').select(['rule', 'months']).execute()
  const chosen = new Map(set.map(({ rule, months }) => [rule, months]))
  return new Map(retentionRules.map(({ key, months }) => [key, chosen.get(key) ?? months]))
}

/** Whether a row `t` has been kept as long as the rule says, by the end of a day. */
export const isDue = (
  holding: Holding,
  due: Due,
  until: { day: Temporal.PlainDate; months: number },
): RawBuilder<boolean> =>
  sql<boolean>`(${sql.raw(due.since)})::date + make_interval(months => ${until.months}::int) <= ${until.day}::date
    and (${sql.raw(due.when ?? 'true')}) and ${stillHolds(holding)}`

/** The holdings a rule is about, with when their rows are due. */
export const holdingsOf = (rule: RetentionRule): readonly { holding: Holding; due: Due }[] =>
  holdings.flatMap((holding) => {
    const due = rule.due[holding.key]
    return due ? [{ holding, due }] : []
  })

type Until = { readonly day: Temporal.PlainDate; readonly months: number }
export type DueCount = { readonly hubId: string | null; readonly records: number; readonly people: number }

/** How many records, of how many people, a rule will clear by the end of a day, by hub; without those that were told of already. */
export const dueByHub = async (
  db: Reader,
  rule: RetentionRule,
  until: Until,
  told: Until | null = null,
): Promise<readonly DueCount[]> => {
  if (rule.key === 'person') {
    const known = told ? new Set(await peopleDue(db, told, null)) : new Set()
    const people = (await peopleDue(db, until, null)).filter((id) => !known.has(id))
    return people.length === 0 ? [] : [{ hubId: null, records: people.length, people: people.length }]
  }
  const counted = holdingsOf(rule).map(
    ({ holding, due }) => sql`
      select ${sql.raw(due.hub ?? 'null::uuid')} as hub, ${personIn(holding)} as person from ${sql.table(holding.table)} t
      where ${isDue(holding, due, until)}${told ? sql` and not (${isDue(holding, due, told)})` : sql``}`,
  )
  const { rows } = await sql<DueCount>`select hub as "hubId", count(*) as records, count(distinct person) as people
    from (${sql.join(counted, sql` union all `)}) due group by hub`.execute(db)
  return rows
}

/** People we have not heard of for so long, who hold no part and take part in nothing. */
export const peopleDue = async (
  db: Reader,
  { day, months }: Until,
  most: number | null,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
    where p.erased_at is null
      and greatest(p.created_at::date,
        (select max(s.created_at) from signed_in_sessions s where s.person_id = p.id)::date,
        (select max(coalesce(y.ends_on, a.to_on)) from participants a join places l on l.id = a.place_id join groups g on g.id = l.group_id join academic_years y on y.year = g.year where a.person_id = p.id),
        (select max(i.created_at) from expressions_of_interest i where i.sender_person_id = p.id or i.person_id = p.id)::date,
        (select max(r.to_on) from roles r where r.person_id = p.id)) + make_interval(months => ${months}::int) <= ${day}::date
      and not exists (select from roles r where r.person_id = p.id and (r.to_on is null or r.to_on >= ${day}))
      and not exists (select from charges c join participants a on a.id = c.participant_id where a.person_id = p.id and c.status in ('proposed', 'confirmed'))
    order by p.id ${most === null ? sql`` : sql`limit ${most}`}`.execute(db)
  return rows.map(({ id }) => id)
}

const announced = (db: Reader) =>
  db
    .selectFrom('retention_sweeps')
    .select(['id', 'rule', 'months', 'announced_on', 'due_on', 'records_announced', 'people_announced'])
    .select(['carried_out_at', 'records_cleared', 'people_affected'])

export type RetentionSweep = Awaited<ReturnType<ReturnType<typeof announced>['execute']>>[number]

/** What has been said and is still to be done, soonest first. */
export const sweepsToCome = (db: Reader): Promise<readonly RetentionSweep[]> =>
  announced(db).where('carried_out_at', 'is', null).orderBy('due_on').orderBy('rule').execute()

/** What will be cleared at one hub, soonest first, as it stands today. */
export const sweepsToComeAt = async (db: Reader, hubId: string) => {
  const found: (DueCount & { readonly rule: RetentionRule; readonly dueOn: Temporal.PlainDate })[] = []
  const told = new Map<string, Until>()
  for (const sweep of await sweepsToCome(db)) {
    const rule = retentionRules.find(({ key }) => key === sweep.rule)
    if (!rule) continue
    const until = { day: sweep.due_on, months: sweep.months }
    const counts = await dueByHub(db, rule, until, told.get(rule.key) ?? null)
    told.set(rule.key, until)
    for (const count of counts) if (count.hubId === hubId) found.push({ ...count, rule, dueOn: sweep.due_on })
  }
  return found
}

/** What was done, latest first. */
export const sweepsDone = (db: Reader, most: number): Promise<readonly RetentionSweep[]> =>
  announced(db).where('carried_out_at', 'is not', null).orderBy('carried_out_at', 'desc').limit(most).execute()

/** The latest announcement of a rule that is still to be carried out. */
export const lastAnnounced = async (db: Reader, rule: string): Promise<Until | null> => {
  const row = await db
    .selectFrom('retention_sweeps')
    .select(['due_on', 'months'])
    .where('rule', '=', rule)
    .where('carried_out_at', 'is', null)
    .orderBy('due_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { day: row.due_on, months: row.months } : null
}

/** The leads of hubs with where they are written to. */
export const hubLeadsOf = async (db: Reader, hubIds: readonly string[], today: Temporal.PlainDate) =>
  hubIds.length === 0
    ? []
    : db
        .selectFrom('roles as r')
        .innerJoin('people as p', 'p.id', 'r.person_id')
        .innerJoin('email_addresses as e', (join) =>
          join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
        )
        .innerJoin('hubs as h', 'h.id', 'r.hub_id')
        .select(['r.hub_id', 'h.slug', 'p.id as person_id', 'p.name', 'e.address'])
        .where('r.role', '=', 'hub_lead')
        .where('r.hub_id', 'in', [...hubIds])
        .where('r.from_on', '<=', today)
        .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
        .where('p.erased_at', 'is', null)
        .execute()
