import { json, type Transaction } from '../../platform/database/index.ts'
import type { BankHoliday } from '../../vocabulary/bank-holidays.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import { type TermDates, yearOfDates } from './school-days.ts'
import type { TermList, TermListOutcome, TermListStatus } from './term-list.ts'

const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** Puts the bank holidays of a file in the place of what was known of its years. */
export const replaceBankHolidays = async (
  tx: Transaction,
  days: readonly BankHoliday[],
  now: Temporal.Instant,
): Promise<void> => {
  const years = [...new Set(days.map(({ on }) => on.year))]
  for (const year of years)
    await tx
      .deleteFrom('bank_holidays')
      .where('on_date', '>=', Temporal.PlainDate.from({ year, month: 1, day: 1 }))
      .where('on_date', '<=', Temporal.PlainDate.from({ year, month: 12, day: 31 }))
      .execute()
  await tx
    .insertInto('bank_holidays')
    .values(days.map(({ on, title, notes }) => ({ on_date: on, title, notes, read_at: now })))
    .execute()
}

type NationalDayStated = {
  readonly title: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** States a day of the whole network; null when it stands already. */
export const insertNationalDay = async (
  tx: Transaction,
  { title, from, to }: NationalDayStated,
  now: Temporal.Instant,
): Promise<string | null> => {
  const row = await tx
    .insertInto('national_days')
    .values({ id: newId(), title, from_on: from, to_on: to, stated_at: now })
    .onConflict((there) => there.constraint('national_days_stated_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const deleteNationalDay = (tx: Transaction, id: string) =>
  tx.deleteFrom('national_days').where('id', '=', id).returning(['title', 'from_on as from']).executeTakeFirst()

/** The authority whose terms are stated, locked: who states them at the same time waits. */
export const lockAuthority = (tx: Transaction, code: string) =>
  tx.selectFrom('authorities').select(['code', 'name']).where('code', '=', code).forNoKeyUpdate().executeTakeFirst()

/** States a term or a holiday; one of that name in that year is changed. */
export const upsertTerm = async (
  tx: Transaction,
  authority: string,
  dates: TermDates,
  now: Temporal.Instant,
): Promise<string> => {
  const values = { kind: dates.kind, from_on: dates.from, to_on: dates.to, stated_at: now }
  const { id } = await tx
    .insertInto('school_terms')
    .values({ id: newId(), authority_code: authority, year: yearOfDates(dates), name: dates.name, ...values })
    .onConflict((conflict) => conflict.constraint('school_terms_named_once').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const deleteTerm = (tx: Transaction, id: string, authority: string) =>
  tx
    .deleteFrom('school_terms')
    .where('id', '=', id)
    .where('authority_code', '=', authority)
    .returning(['name', 'year'])
    .executeTakeFirst()

export const insertTermList = async (
  tx: Transaction,
  list: Pick<TermList, 'hubId' | 'fileName' | 'readAs' | 'rows'> & { readonly now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('term_lists')
    .values({
      id,
      hub_id: list.hubId,
      file_name: list.fileName,
      read_as: list.readAs,
      rows: json(plainJson(list.rows)),
      status: 'waiting',
      sent_at: list.now,
    })
    .execute()
  return id
}

export const lockTermList = (tx: Transaction, id: string) =>
  tx.selectFrom('term_lists').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** Ends a list: it was stated, with what its rows did, or it was thrown away and its rows with it. */
export const endTermList = (
  tx: Transaction,
  id: string,
  end: { readonly status: TermListStatus; readonly now: Temporal.Instant; readonly outcome: TermListOutcome | null },
) =>
  tx
    .updateTable('term_lists')
    .set({
      status: end.status,
      ended_at: end.now,
      ...(end.outcome ? { outcome: json(plainJson(end.outcome)) } : { rows: json([]) }),
    })
    .where('id', '=', id)
    .execute()
