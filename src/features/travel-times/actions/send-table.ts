import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { knownForRows } from '../known-queries.ts'
import { mayKeepTravelTimes } from '../policy.ts'
import { insertTable } from '../store.ts'
import { tableRowsIn } from '../table-rows.ts'
import { readTable } from '../travel-table.ts'

type Sent = {
  readonly hubId: string
  readonly year: AcademicYear
  readonly fileName: string
  readonly sheet: { readonly readAs: string; readonly rows: readonly (readonly string[])[] }
}

/** Keeps what a table of minutes says, to be looked at; it does not count yet. */
export const sendTable = (context: Context, { hubId, year, fileName, sheet }: Sent): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayKeepTravelTimes(context.actor, hubId)) throw new Forbidden('Only staff of the hub bring its tables')
    const rows = tableRowsIn(sheet.rows)
    const { ways, refused } = readTable(rows, await knownForRows(tx, hubId, rows))
    const [first] = refused
    if (ways.length === 0)
      throw new Refused(
        `No row of the file can be used. Row ${first?.row.number ?? 1}: ${first?.reason ?? 'it is empty'}`,
      )
    const id = await insertTable(tx, { hubId, year, fileName, readAs: sheet.readAs, ways, refused, now: context.now })
    await record(tx, context, {
      name: 'travel-times.sent',
      subject: { type: 'travel-table', id },
      also: [{ type: 'hub', id: hubId }],
      particulars: { year, ways: ways.length, refused: refused.length },
    })
    return id
  })
