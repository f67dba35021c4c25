import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Pence } from '../../vocabulary/money.ts'
import { type About, type EntryKind, movements } from './ledger-entry.ts'

export type NewEntry = {
  readonly about: About
  readonly kind: EntryKind
  readonly pence: Pence
  readonly onDate: Temporal.PlainDate
  readonly now: Temporal.Instant
}

export const insertEntry = async (tx: Transaction, entry: NewEntry): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('ledger_entries')
    .values({
      id,
      charge_id: 'chargeId' in entry.about ? entry.about.chargeId : null,
      grant_id: 'grantId' in entry.about ? entry.about.grantId : null,
      kind: entry.kind,
      ...movements[entry.kind],
      amount_pence: entry.pence,
      on_date: entry.onDate,
      entered_at: entry.now,
    })
    .execute()
  return id
}
