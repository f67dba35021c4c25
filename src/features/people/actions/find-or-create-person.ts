import { type Context, transaction } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { normaliseEmail } from '../../../vocabulary/email-address.ts'
import { personWithAddress } from '../queries.ts'
import { confirmAddress, insertPerson, lockAddress } from '../store.ts'

/** The person reached at an address: the one already known, or a new one. A known person's name is left as it is. */
export const findOrCreatePerson = (
  context: Context,
  input: { name: string; email: string; confirmed?: boolean },
): Promise<{ id: string; created: boolean }> =>
  transaction(context, async (tx, context) => {
    const address = normaliseEmail(input.email)
    await lockAddress(tx, address)
    const known = await personWithAddress(tx, address)
    if (known) {
      if (input.confirmed) await confirmAddress(tx, address, context.now)
      return { id: known.id, created: false }
    }
    const id = await insertPerson(tx, {
      name: input.name.trim(),
      address,
      confirmedAt: input.confirmed ? context.now : null,
      now: context.now,
    })
    await record(tx, context, {
      name: 'person.made-known',
      subject: { type: 'person', id },
      personal: { name: input.name, address },
    })
    return { id, created: true }
  })

/** What somebody is called here; null when they are not known or were erased. */
export const nameOf = async (db: Reader, personId: string): Promise<string | null> =>
  (await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst())?.name ?? null
