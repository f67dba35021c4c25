import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

/** The network of this installation; null when it has one already. */
export const insertNetwork = async (
  tx: Transaction,
  network: { name: string; coordinator: string },
): Promise<string | null> => {
  const row = await tx
    .insertInto('networks')
    .values({ id: newId(), name: network.name, coordinator: network.coordinator })
    .onConflict((conflict) => conflict.column('only_one').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
