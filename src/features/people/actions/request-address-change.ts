import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import type { LinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { daysToConfirm, daysToStop } from '../address.ts'
import { insertAddressChange, lockPerson, stopOpenChanges } from '../address-store.ts'
import { addressChangesSince } from '../details-queries.ts'
import { addressKnownLetter, changeAskedLetter, confirmAddressLetter } from '../emails/address.email.ts'
import { mayChangeDetails } from '../policy.ts'
import { addressOf, personWithAddress } from '../queries.ts'

const mostInADay = 5

/**
 * Asks to be written to at another address. Nothing changes before it is confirmed from there; the address of today is
 * told at once and can stop it. Whoever asks sees the same whether or not the new address is somebody's already.
 */
export const requestAddressChange = (context: Context, input: { personId: string; address: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayChangeDetails(context.actor, input.personId)) throw new Forbidden('People change their own address')
    await askForAddress(tx, context, { ...input, askedBy: null })
  })

/** The same once another room has found that it may be asked for: by a hub, where mail does not reach the person. */
export const askForAddress = async (
  tx: Transaction,
  context: Context,
  input: { readonly personId: string; readonly address: string; readonly askedBy: string | null },
): Promise<void> => {
  const { id: personId, name } = found(await lockPerson(tx, input.personId))
  const { address, askedBy } = input
  const former = await addressOf(tx, personId)
  if (address === former) throw new Refused('This is the address we write to already.')
  await requireSeldom(tx, context, personId)
  await stopOpenChanges(tx, personId, context.now)
  const id = await insertAddressChange(tx, { personId, address, formerAddress: former, now: context.now })
  await tell(tx, context, { id, personId, name, address, former, askedBy })
  await record(tx, context, {
    name: 'address-change.asked',
    subject: { type: 'person', id: personId },
    particulars: { changeId: id },
    personal: { from: former, to: address },
  })
}

// Nobody floods other people's addresses from here.
const requireSeldom = async (tx: Transaction, { now }: Context, personId: string): Promise<void> => {
  if ((await addressChangesSince(tx, personId, now.subtract({ hours: 24 }))) >= mostInADay)
    throw new Refused('You have asked for several new addresses today. Try again tomorrow.')
}

type Asked = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly former: string | null
  /** The hub that asked; null for the person. */
  readonly askedBy: string | null
}

const tell = async (
  tx: Transaction,
  context: Context,
  { id, personId, name, address, former, askedBy }: Asked,
): Promise<void> => {
  const { config } = context
  const link = (purpose: LinkPurpose, days: number): string =>
    `${config.baseUrl}/${purpose}/${linkToken(config, purpose, id, days)}`
  const known = await personWithAddress(tx, address)
  const isElses = known !== null && known.id !== personId
  const letter = isElses
    ? addressKnownLetter(config.baseUrl)
    : confirmAddressLetter({ name, askedBy, url: link('confirm-address', daysToConfirm) })
  await post(tx, context, { address, personId: isElses ? null : personId }, letter, `address:${id}:confirm`)
  if (!former) return
  const stopping = changeAskedLetter({ name, address, url: link('stop-address', daysToConfirm + daysToStop) })
  await post(tx, context, { address: former, personId }, stopping, `address:${id}:asked`)
}
