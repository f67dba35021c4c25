import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { listRowsIn } from '../list-rows.ts'
import { mayStateTargets } from '../policy.ts'
import { insertList } from '../store.ts'

type Sent = {
  readonly year: AcademicYear
  readonly fileName: string
  readonly sheet: { readonly readAs: string; readonly rows: readonly (readonly string[])[] }
}

/** Keeps what a list of targets says, to be looked at; no target is stated yet. */
export const sendList = (context: Context, { year, fileName, sheet }: Sent): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayStateTargets(context.actor, null)) throw new Forbidden('Only the national team brings lists of targets')
    const rows = listRowsIn(sheet.rows)
    const id = await insertList(tx, { year, fileName, readAs: sheet.readAs, rows, now: context.now })
    await record(tx, context, {
      name: 'target-list.sent',
      subject: { type: 'target-list', id },
      particulars: { year, rows: rows.length },
    })
    return id
  })
