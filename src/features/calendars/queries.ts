import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { BankHoliday } from '../../vocabulary/bank-holidays.ts'
import type { TermDates, TermKind } from './school-days.ts'
import type { KnownAuthority, KnownTerms, TermList, TermListOutcome, TermListStatus } from './term-list.ts'
import type { TermRow } from './term-rows.ts'

/** The bank holidays as they were read last, in order; none where only those that came with the program are known. */
export const bankHolidaysRead = (db: Reader): Promise<readonly BankHoliday[]> =>
  db.selectFrom('bank_holidays').select(['on_date as on', 'title', 'notes']).orderBy('on_date').execute()

/** When the bank holidays were last read; null where never. */
export const bankHolidaysReadAt = async (db: Reader): Promise<Temporal.Instant | null> =>
  (await db.selectFrom('bank_holidays').select('read_at').orderBy('read_at', 'desc').limit(1).executeTakeFirst())
    ?.read_at ?? null

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

export type NationalDay = Span & { readonly id: string; readonly title: string }

/** The days of the whole network that touch a span of time, in order. */
export const nationalDaysBetween = (db: Reader, { from, to }: Span): Promise<readonly NationalDay[]> =>
  db
    .selectFrom('national_days')
    .select(['id', 'title', 'from_on as from', 'to_on as to'])
    .where('from_on', '<=', to)
    .where('to_on', '>=', from)
    .orderBy('from_on')
    .orderBy('title')
    .execute()

export type AuthorityDays = KnownAuthority & { readonly dates: readonly (TermDates & { readonly id: string })[] }

/** The authorities of England by name: all of them, or those that a hub serves on a day and those of schools in its groups. */
export const authoritiesFor = async (
  db: Reader,
  { hubId, today }: { readonly hubId: string | null; readonly today: Temporal.PlainDate },
): Promise<readonly KnownAuthority[]> =>
  db
    .selectFrom('authorities as a')
    .select(['a.code', 'a.name'])
    .$if(hubId !== null, (query) =>
      query.where(
        sql<boolean>`a.code in (
          select authority_code from hub_areas where hub_id = ${hubId}
            and coalesce(from_on, '-infinity') <= ${today}::date and coalesce(to_on, 'infinity') > ${today}::date
          union select o.authority_code from organisations o join places p on p.organisation_id = o.id join groups g on g.id = p.group_id
            where g.hub_id = ${hubId} and p.status in ('offered', 'held'))`,
      ),
    )
    .orderBy('a.name')
    .execute()

/** The terms and holidays that are known of authorities and touch a span of time. */
export const daysOfAuthorities = async (
  db: Reader,
  codes: readonly string[],
  { from, to }: Span,
): Promise<readonly AuthorityDays[]> => {
  const rows = await db
    .selectFrom('school_terms as t')
    .innerJoin('authorities as a', 'a.code', 't.authority_code')
    .select(['t.id', 'a.code', 'a.name as authority', 't.kind', 't.name', 't.from_on as from', 't.to_on as to'])
    .where('t.authority_code', '=', sql<string>`any(${[...codes]}::text[])`)
    .where('t.from_on', '<=', to)
    .where('t.to_on', '>=', from)
    .orderBy('a.name')
    .orderBy('t.from_on')
    .orderBy('t.kind', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, ofCode]) => ({
    code,
    name: ofCode[0]?.authority ?? code,
    dates: ofCode.map(({ id, kind, name, from: first, to: last }) => ({
      id,
      kind: kind as TermKind,
      name,
      from: first,
      to: last,
    })),
  }))
}

/** How many terms and holidays are known of each authority in an academic year. */
export const countsOfTerms = async (db: Reader, year: number): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('school_terms')
    .select((select) => ['authority_code as code', select.fn.countAll<number>().as('count')])
    .where('year', '=', year)
    .groupBy('authority_code')
    .execute()
  return new Map(rows.map(({ code, count }) => [code, Number(count)]))
}

/** Everything that the rows of a list of terms are read against. */
export const knownForTerms = async (
  db: Reader,
  scope: { readonly hubId: string | null; readonly today: Temporal.PlainDate },
): Promise<KnownTerms> => {
  const [authorities, all, standing] = await Promise.all([
    authoritiesFor(db, scope),
    authoritiesFor(db, { ...scope, hubId: null }),
    db
      .selectFrom('school_terms')
      .select(['authority_code as authority', 'kind', 'name', 'from_on as from', 'to_on as to'])
      .execute(),
  ])
  const own = new Set(authorities.map(({ code }) => code))
  return {
    authorities,
    others: all.filter(({ code }) => !own.has(code)),
    standing: standing.map((each) => ({ ...each, kind: each.kind as TermKind })),
  }
}

const rowsKept: z.ZodType<readonly TermRow[]> = z.array(
  z.object({
    number: z.number(),
    authority: z.string(),
    name: z.string(),
    kind: z.string(),
    from: z.string(),
    to: z.string(),
  }),
)
const outcomeKept: z.ZodType<TermListOutcome> = z.object({
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), refused: z.number() }),
  refused: z.array(z.object({ number: z.number(), reason: z.string() })),
})

const lists = (db: Reader) => db.selectFrom('term_lists').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]

const listOf = (row: Row): TermList => ({
  id: row.id,
  hubId: row.hub_id,
  fileName: row.file_name,
  readAs: row.read_as,
  rows: stored(rowsKept, row.rows, 'the rows of a list of terms'),
  status: row.status as TermListStatus,
  sentAt: row.sent_at,
  endedAt: row.ended_at,
  outcome: row.outcome === null ? null : stored(outcomeKept, row.outcome, 'what became of a list of terms'),
})

/** One list of terms, of the network or of a hub; null where it is none of theirs. */
export const termListOf = async (db: Reader, id: string, hubId: string | null): Promise<TermList | null> => {
  const row = await lists(db)
    .where('id', '=', id)
    .where('hub_id', hubId === null ? 'is' : '=', hubId)
    .executeTakeFirst()
  return row ? listOf(row) : null
}

/** The lists that the network or a hub brought, the latest first. */
export const termListsOf = async (db: Reader, hubId: string | null): Promise<readonly TermList[]> =>
  (
    await lists(db)
      .where('hub_id', hubId === null ? 'is' : '=', hubId)
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(20)
      .execute()
  ).map(listOf)

/** The network whose calendar this is. */
export const networkOf = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('id').executeTakeFirstOrThrow()).id
