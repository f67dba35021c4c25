import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { personIdOf } from '../../people/index.ts'
import { settleIdleRows } from '../doing-store.ts'
import { countOf, requireOneOf } from '../import.ts'
import { mayImport } from '../policy.ts'
import { countsOf } from '../row-queries.ts'
import { changeImport, lockImport } from '../store.ts'
import { actingIdsOf } from './run-import.ts'

/** Has an import done in the background, in the name of whoever starts it; started twice it is started once. */
export const startImport = (
  context: Context,
  input: { importId: string; tells: boolean },
  { inBackground = true }: { inBackground?: boolean } = {},
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = found(await lockImport(tx, input.importId))
    if (!mayImport(context.actor, spreadsheet.hubId))
      throw new Forbidden('Only staff of the hub import its spreadsheets')
    if (spreadsheet.status === 'running' || spreadsheet.status === 'finished') return
    requireOneOf(spreadsheet, ['settling', 'ready'])
    const before = await countsOf(tx, spreadsheet.id)
    if (inBackground && countOf(before, 'new', 'changed', 'same') === 0)
      throw new Refused('No row can be imported: match the columns again, or decide which schools are meant')
    await settleIdleRows(tx, spreadsheet.id, context.now)
    await changeImport(tx, spreadsheet.id, {
      status: 'running',
      tells: input.tells && spreadsheet.kind === 'interest',
      rowsDone: 0,
      counts: await countsOf(tx, spreadsheet.id),
      startedAt: context.now,
      startedById: personIdOf(context.actor),
    })
    await record(tx, context, {
      name: 'import.started',
      subject: { type: 'import', id: spreadsheet.id },
      also: [{ type: 'hub', id: spreadsheet.hubId }],
      particulars: { ...before, tells: input.tells },
    })
    if (inBackground)
      await enqueue(
        tx,
        'run-import',
        { importId: spreadsheet.id, ...actingIdsOf(context) },
        { key: `import:${spreadsheet.id}:run` },
      )
  })
