import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { faultsOf, headingsOf, type Options, shapeOf } from '../../old-lists/index.ts'
import { personIdOf } from '../../people/index.ts'
import { type Import, requireChangeable } from '../import.ts'
import { mayImport } from '../policy.ts'
import { rawRowsOf } from '../row-queries.ts'
import { changeImport, keepMatching, lockImport } from '../store.ts'

const changeable = async (
  tx: Parameters<typeof lockImport>[0],
  context: Context,
  importId: string,
): Promise<Import> => {
  const spreadsheet = found(await lockImport(tx, importId))
  if (!mayImport(context.actor, spreadsheet.hubId))
    throw new Forbidden('Only staff of the hub say what its columns mean')
  requireChangeable(spreadsheet)
  return spreadsheet
}

/** Says in which row the headings stand, where it was taken wrongly; what was matched before is asked again. */
export const chooseHeader = (context: Context, input: { importId: string; number: number }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = await changeable(tx, context, input.importId)
    const rows = await rawRowsOf(tx, spreadsheet.id)
    const at = rows.findIndex(({ number }) => number === input.number)
    if (at === -1 || at === rows.length - 1)
      throw new Refused('There is no row with headings at this number, with rows below it')
    const header = headingsOf(
      rows.map(({ cells }) => cells),
      at,
    )
    await changeImport(tx, spreadsheet.id, {
      status: 'matching',
      headerRow: input.number - 1,
      header,
      headerShape: shapeOf(header),
      matching: null,
      round: spreadsheet.round + 1,
    })
    await record(tx, context, {
      name: 'import.matched',
      subject: { type: 'import', id: spreadsheet.id },
      particulars: { headingsInRow: input.number },
    })
  })

type Matched = {
  readonly importId: string
  readonly matching: readonly string[]
  readonly options: Options
  /** The name under which this is remembered; null: for this file only. */
  readonly name: string | null
}

/** Says what each column means, remembers it under a name, and has the rows read by it in the background. */
export const matchColumns = (
  context: Context,
  input: Matched,
  { inBackground = true }: { inBackground?: boolean } = {},
): Promise<{ round: number }> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = await changeable(tx, context, input.importId)
    const matching = spreadsheet.header.map((_, at) => input.matching[at] ?? '')
    const [fault] = faultsOf(matching)
    if (fault) throw new Refused(fault)
    const round = spreadsheet.round + 1
    const { matching: _, ...rest } = input
    await changeImport(tx, spreadsheet.id, {
      status: 'preparing',
      matching,
      options: rest.options,
      round,
      rowsDone: 0,
      counts: {},
    })
    if (rest.name !== null)
      await keepMatching(tx, {
        ...spreadsheet,
        matching,
        options: rest.options,
        name: rest.name,
        by: personIdOf(context.actor),
        now: context.now,
      })
    await record(tx, context, {
      name: 'import.matched',
      subject: { type: 'import', id: spreadsheet.id },
      particulars: { columns: matching.filter((key) => key !== '').length, remembered: rest.name !== null },
    })
    if (inBackground)
      await enqueue(tx, 'prepare-import', { importId: spreadsheet.id, round }, { key: `import:${spreadsheet.id}` })
    return { round }
  })
