import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { deleteAccount, insertAccount, insertVisitToLink, takeVisitToLink } from '../provider-store.ts'
import { tellOfNewWay } from './tell-of-new-way.ts'
import { type Account, minutesAVisitLasts } from './visit-provider.ts'

/** Keeps what a provider said until the person says that the account is theirs. */
export const keepToLink = (
  context: Context,
  input: { secret: string; provider: string; personId: string },
  { issuer, subject, address }: Account,
): Promise<void> =>
  transaction(context, async (tx) => {
    const until = machineClock.now().add({ minutes: minutesAVisitLasts })
    await insertVisitToLink(tx, { ...input, to: '/account/sign-in', until }, { issuer, subject, address })
  })

export type Linked = 'linked' | 'over' | 'taken'

/** Links the account that waits in this browser to its person: said on a page of our own, so that nobody links theirs to another. */
export const linkAccount = (
  context: Context,
  { secret, nameOfProvider }: { secret: string; nameOfProvider: (key: string) => string | null },
): Promise<Linked> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const { personId } = context.actor
    const now = machineClock.now()
    const visit = await takeVisitToLink(tx, { secret, personId, machineNow: now })
    const name = visit && nameOfProvider(visit.provider)
    if (!name || visit.issuer === null || visit.subject === null) return 'over'
    const { issuer, subject, address } = visit
    const added = await insertAccount(tx, { personId, issuer, subject, address, now })
    if (!added) return 'taken'
    await tellOfNewWay(tx, context, {
      personId,
      what: `an account at ${name}`,
      path: '/account/sign-in',
      event: 'provider-account.linked',
      id: added.id,
      particulars: { provider: visit.provider, by: 'owner' },
    })
    return 'linked'
  })

/** Unlinks an account of one's own; it signs in no more, unless its address is known here and it is used again. */
export const unlinkAccount = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const { personId } = context.actor
    const unlinked = await deleteAccount(tx, { id, personId })
    if (unlinked)
      await record(tx, context, {
        name: 'provider-account.unlinked',
        subject: { type: 'person', id: personId },
        particulars: { id },
      })
  })
