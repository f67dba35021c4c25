import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { addressOf, nameOf } from '../../people/index.ts'
import { newWayLetter } from '../emails/new-way.email.ts'

export type NewWay = {
  readonly personId: string
  /** In the mail: "a passkey". */
  readonly what: string
  /** Where it is seen and taken away. */
  readonly path: string
  readonly event: 'passkey.added' | 'provider-account.linked' | 'program-token.made'
  readonly id: string
  readonly particulars?: Readonly<Record<string, string | number | readonly string[]>>
  readonly personal?: Readonly<Record<string, string>>
}

/** Records that there is a new way into somebody's account, and writes to them of it. */
export const tellOfNewWay = async (tx: Transaction, context: Context, way: NewWay): Promise<void> => {
  await record(tx, context, {
    name: way.event,
    subject: { type: 'person', id: way.personId },
    particulars: { id: way.id, ...way.particulars },
    ...(way.personal ? { personal: way.personal } : {}),
  })
  const [address, name] = [await addressOf(tx, way.personId), await nameOf(tx, way.personId)]
  if (!address || !name) return
  await post(
    tx,
    context,
    { address, personId: way.personId },
    newWayLetter({ name, what: way.what, where: `${context.config.baseUrl}${way.path}` }),
    `new-way:${way.id}`,
  )
}
