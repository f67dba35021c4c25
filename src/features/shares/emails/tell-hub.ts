import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'

/** Writes to the staff of a hub, each once under a key. */
export const tellStaff = async (
  tx: Transaction,
  context: Context,
  { hubId, key, letter }: { readonly hubId: string; readonly key: string; readonly letter: Letter },
): Promise<void> => {
  for (const to of await hubStaffAddresses(tx, hubId, context.today))
    await post(tx, context, to, letter, `${key}:${to.personId}`)
}
