import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { deleteRows } from '../doing-store.ts'
import { daysRowsAreKept, isChangeable, requireChangeable } from '../import.ts'
import { mayImport } from '../policy.ts'
import { importsWithOldRows } from '../queries.ts'
import { changeImport, deleteMatching, lockImport } from '../store.ts'

/** Throws a spreadsheet away that has written nothing yet, with its rows. */
export const discardImport = (context: Context, importId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = found(await lockImport(tx, importId))
    if (!mayImport(context.actor, spreadsheet.hubId)) throw new Forbidden('Only staff of the hub throw its files away')
    if (spreadsheet.status === 'discarded') return
    requireChangeable(spreadsheet)
    await deleteRows(tx, importId)
    const round = spreadsheet.round + 1
    await changeImport(tx, importId, { status: 'discarded', round, rowsDeletedAt: context.now })
    await record(tx, context, {
      name: 'import.discarded',
      subject: { type: 'import', id: importId },
      also: [{ type: 'hub', id: spreadsheet.hubId }],
    })
  })

/** Deletes the rows of imports that ended, or were left lying, some time ago; their numbers stay. */
export const deleteOldRows = async (context: Context): Promise<void> => {
  const before = context.now.subtract({ hours: daysRowsAreKept * 24 })
  for (const id of await importsWithOldRows(context.db, before))
    await transaction(context, async (tx, context) => {
      const spreadsheet = await lockImport(tx, id)
      if (!spreadsheet || spreadsheet.rowsDeletedAt) return
      await deleteRows(tx, id)
      const status = isChangeable(spreadsheet.status) ? 'discarded' : spreadsheet.status
      await changeImport(tx, id, { status, rowsDeletedAt: context.now, round: spreadsheet.round + 1 })
      await record(tx, context, { name: 'import.rows-deleted', subject: { type: 'import', id } })
    })
}

/** Forgets what a hub has remembered of the columns of a file. */
export const forgetMatching = (context: Context, input: { hubId: string; matchingId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayImport(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub forget its matchings')
    found(await deleteMatching(tx, input.hubId, input.matchingId))
    await record(tx, context, {
      name: 'import-matching.forgotten',
      subject: { type: 'import-matching', id: input.matchingId },
      also: [{ type: 'hub', id: input.hubId }],
    })
  })
