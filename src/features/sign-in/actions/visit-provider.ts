import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import type { Provider } from '../../../platform/providers-setting.ts'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { noteAddressConfirmed, personWithAddress } from '../../people/index.ts'
import { insertAccount, insertVisit, lockAccount, takeVisit, touchAccount } from '../provider-store.ts'
import { beginSession, type SignedIn } from './begin-session.ts'
import { tellOfNewWay } from './tell-of-new-way.ts'

export const minutesAVisitLasts = 15

export type Account = { readonly issuer: string; readonly subject: string; readonly address: string | null }

/** Begins the way to a provider in the browser that holds the secret: to sign in, or to link an account of one's own. */
export const beginVisit = (
  context: Context,
  input: { secret: string; provider: string; personId: string | null; to: string },
): Promise<void> =>
  transaction(context, async (tx) => {
    await insertVisit(tx, { ...input, until: machineClock.now().add({ minutes: minutesAVisitLasts }) })
  })

/** Ends the way as the browser comes back; null when it was never begun here, is over, or has ended before. */
export const endVisit = (
  context: Context,
  input: { secret: string; provider: string },
): Promise<{ readonly personId: string | null; readonly to: string } | null> =>
  transaction(context, async (tx) => {
    const visit = await takeVisit(tx, { ...input, machineNow: machineClock.now() })
    return visit ? { personId: visit.person_id, to: visit.goes_on_to } : null
  })

/** The person an account is linked to, or at the first time the one whose address the provider has verified. */
const personOf = async (
  tx: Transaction,
  context: Context,
  { provider, account, isVerified }: { provider: Provider; account: Account; isVerified: boolean },
): Promise<string | null> => {
  const linked = await lockAccount(tx, account)
  if (linked) {
    await touchAccount(tx, linked.id, machineClock.now())
    return linked.person_id
  }
  const address = isVerified && account.address ? parseEmail(account.address) : null
  const person = address ? await personWithAddress(tx, address) : null
  if (!address || !person) return null
  // Somebody who has another account there already may only link this one themselves: addresses are given to others.
  const id = (await insertAccount(tx, { ...account, address, personId: person.id, now: machineClock.now() }))?.id
  if (!id) return null
  await touchAccount(tx, id, machineClock.now())
  await noteAddressConfirmed(context, address)
  await tellOfNewWay(tx, context, {
    personId: person.id,
    what: `an account at ${provider.name}`,
    path: '/account/sign-in',
    event: 'provider-account.linked',
    id,
    particulars: { provider: provider.key, by: 'address' },
  })
  return person.id
}

/** Signs in somebody whom a provider has named. Nobody is made known here by it: null when it is nobody we know. */
export const signInWithProvider = (
  context: Context,
  input: { provider: Provider; account: Account; isVerified: boolean; device: string | null },
): Promise<SignedIn | null> =>
  transaction(context, async (tx, context) => {
    const personId = await personOf(tx, context, input)
    if (!personId) return null
    await record(tx, context, {
      name: 'person.signed-in',
      subject: { type: 'person', id: personId },
      particulars: { by: 'provider', provider: input.provider.key },
    })
    return beginSession(tx, personId, input.device)
  })
