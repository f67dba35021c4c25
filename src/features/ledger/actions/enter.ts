import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import type { Pence } from '../../../vocabulary/money.ts'
import type { About, EntryKind } from '../ledger-entry.ts'
import { insertEntry } from '../store.ts'

type Entered = {
  readonly about: About
  readonly kind: EntryKind
  readonly pence: Pence
  readonly onDate?: Temporal.PlainDate
}

/** Adds an entry to the ledger, for a decision that another room has just permitted and locked: nothing stands in it that nobody decided. */
export const enter = (context: Context, { about, kind, pence, onDate }: Entered): Promise<void> =>
  transaction(context, async (tx, context) => {
    const id = await insertEntry(tx, { about, kind, pence, onDate: onDate ?? context.today, now: context.now })
    await record(tx, context, {
      name: 'ledger-entry.added',
      subject: { type: 'ledger-entry', id },
      particulars: { kind, pence, ...about },
    })
  })
