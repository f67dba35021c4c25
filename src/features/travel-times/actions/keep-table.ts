import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayKeepTravelTimes } from '../policy.ts'
import { tableAtHub, tableInForce } from '../queries.ts'
import { deleteWays, endTable, lockTables, putTableInForce, restoreTable } from '../store.ts'
import type { TravelTable } from '../travel-table.ts'

type Which = { readonly hubId: string; readonly id: string }

const locked = async (tx: Transaction, { actor }: Context, { hubId, id }: Which): Promise<TravelTable> => {
  if (!mayKeepTravelTimes(actor, hubId)) throw new Forbidden('Only staff of the hub keep its tables')
  await lockTables(tx, found(await tableAtHub(tx, hubId, id)))
  return found(await tableAtHub(tx, hubId, id))
}

const told = (
  tx: Transaction,
  context: Context,
  name: string,
  { id, hubId, year }: Pick<TravelTable, 'id' | 'hubId' | 'year'>,
): Promise<void> =>
  record(tx, context, {
    name,
    subject: { type: 'travel-table', id },
    also: [{ type: 'hub', id: hubId }],
    particulars: { year },
  })

/** The table counts from now on, in the place of the one before; asked twice it is done once. */
export const putInForce = (context: Context, which: Which): Promise<void> =>
  transaction(context, async (tx, context) => {
    const table = await locked(tx, context, which)
    if (table.status === 'in_force') return
    if (table.status !== 'waiting') throw new Refused('This table was decided on already. Bring it again to use it.')
    const before = await tableInForce(tx, table)
    if (before) {
      await endTable(tx, before.id, { status: 'replaced', now: context.now })
      await told(tx, context, 'travel-times.replaced', before)
    }
    await putTableInForce(tx, table.id, { replacesId: before?.id ?? null, now: context.now })
    await told(tx, context, 'travel-times.put-in-force', table)
  })

/** Takes the table that counts back: the one before it counts again, if there was one. */
export const takeBack = (context: Context, which: Which): Promise<void> =>
  transaction(context, async (tx, context) => {
    const table = await locked(tx, context, which)
    if (table.status === 'taken_back') return
    if (table.status !== 'in_force') throw new Refused('Only the table that counts is taken back.')
    await endTable(tx, table.id, { status: 'taken_back', now: context.now })
    await told(tx, context, 'travel-times.taken-back', table)
    const before = table.replacesId === null ? null : await tableAtHub(tx, table.hubId, table.replacesId)
    if (before?.status !== 'replaced') return
    await restoreTable(tx, before.id)
    await told(tx, context, 'travel-times.restored', before)
  })

/** Throws a table away that never counted, with all its ways. */
export const discardTable = (context: Context, which: Which): Promise<void> =>
  transaction(context, async (tx, context) => {
    const table = await locked(tx, context, which)
    if (table.status === 'discarded') return
    if (table.status !== 'waiting') throw new Refused('This table has counted: it can be taken back, not thrown away.')
    await deleteWays(tx, table.id)
    await endTable(tx, table.id, { status: 'discarded', now: context.now })
    await told(tx, context, 'travel-times.discarded', table)
  })
