import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Pence } from '../../vocabulary/money.ts'
import type { About, EntryKind } from './ledger-entry.ts'

/** What is still owed for each of some charges: less than nothing where more was paid than asked for; nothing stands of those without entries. */
export const owedFor = async (db: Reader, chargeIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> => {
  const rows = await db
    .selectFrom('ledger_lines')
    .select(['charge_id', (select) => select.fn.sum<number>('owed_pence').as('pence')])
    .where(sql<boolean>`charge_id = any(${[...chargeIds]}::uuid[])`)
    .groupBy('charge_id')
    .execute()
  return new Map(rows.map((row) => [row.charge_id ?? '', Number(row.pence)]))
}

/** Every entry about one charge or grant, in the order in which they were entered. */
export const entriesOf = async (db: Reader, about: About) => {
  const rows = await db
    .selectFrom('ledger_entries as e')
    .leftJoin('account_statement_lines as l', 'l.entry_id', 'e.id')
    .select(['e.id', 'e.kind', 'e.amount_pence as pence', 'e.on_date as onDate', 'l.statement_id as statementId'])
    .$if('chargeId' in about, (query) => query.where('e.charge_id', '=', 'chargeId' in about ? about.chargeId : ''))
    .$if('grantId' in about, (query) => query.where('e.grant_id', '=', 'grantId' in about ? about.grantId : ''))
    .orderBy('e.entered_at')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }))
}
