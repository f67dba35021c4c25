import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { confirmableUntil, daysToStop, isPast, stoppableUntil } from '../address.ts'
import { type AddressChange, lockAddressChange, lockPerson, putFirst, setChangeConfirmed } from '../address-store.ts'
import { addressChangeById } from '../details-queries.ts'
import { changeConfirmedLetter } from '../emails/address.email.ts'
import { mayConfirmAddress } from '../policy.ts'
import { personWithAddress } from '../queries.ts'
import { lockAddress } from '../store.ts'

type Locked = { readonly change: AddressChange; readonly name: string }

/** The person first, then the change, so that two changes of one person wait for each other. */
export const lockedChange = async (tx: Transaction, changeId: string): Promise<Locked> => {
  const { personId } = found(await addressChangeById(tx, changeId))
  const { name } = found(await lockPerson(tx, personId))
  return { change: found(await lockAddressChange(tx, changeId)), name }
}

/** The new address is confirmed from its own mail: it is written to from now on, and the old one hears of it. Confirming again changes nothing. */
export const confirmAddressChange = (context: Context, changeId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayConfirmAddress(context.actor, changeId)) throw new Forbidden('Only the holder of the mailed link confirms')
    const locked = await lockedChange(tx, changeId)
    const { change } = locked
    if (change.status === 'confirmed') return
    requireOpen(change, context.now)
    await requireFree(tx, change)
    await putFirst(tx, { personId: change.personId, address: change.address, now: context.now })
    await setChangeConfirmed(tx, change.id, context.now)
    await tellFormer(tx, context, locked)
    await record(tx, context, {
      name: 'address-change.confirmed',
      subject: { type: 'person', id: change.personId },
      particulars: { changeId: change.id },
      personal: { from: change.formerAddress, to: change.address },
    })
  })

const requireOpen = (change: AddressChange, now: Temporal.Instant): void => {
  if (change.status === 'stopped') throw new Refused('This change was stopped. Ask for it again if it is right.')
  if (change.status === 'lapsed' || isPast(confirmableUntil(change.askedAt), now))
    throw new Refused('This was not confirmed in time. Ask for the new address again.')
}

// Two who confirm the same address at once wait for each other here; it becomes the first one's.
const requireFree = async (tx: Transaction, { address, personId }: AddressChange): Promise<void> => {
  await lockAddress(tx, address)
  const known = await personWithAddress(tx, address)
  if (known && known.id !== personId)
    throw new Refused(
      'Somebody is known by this address already. If that is you, ask your hub to join the two records.',
    )
}

const tellFormer = async (tx: Transaction, context: Context, { change, name }: Locked): Promise<void> => {
  const { id, address, formerAddress, personId } = change
  if (!formerAddress) return
  const url = `${context.config.baseUrl}/stop-address/${linkToken(context.config, 'stop-address', id, daysToStop)}`
  const letter = changeConfirmedLetter({ name, address, url, until: stoppableUntil(context.now) })
  await post(tx, context, { address: formerAddress, personId }, letter, `address:${id}:confirmed`)
}
