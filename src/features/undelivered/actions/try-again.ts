import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { tryAddressAgain } from '../../../platform/mail/index.ts'
import { hubsOfPerson } from '../../people/index.ts'
import { mayTryAgain } from '../policy.ts'
import { personNotReached } from '../queries.ts'

/** Somebody says that an address works after all: what was held back is sent there, and if it fails again it is known again. */
export const tryAgain = (context: Context, personId: string): Promise<number> =>
  transaction(context, async (tx, context) => {
    if (!mayTryAgain(context.actor, { personId, hubIds: await hubsOfPerson(tx, personId) }))
      throw new Forbidden('Only the person, or a hub that knows them, has an address tried again')
    const person = await personNotReached(tx, personId)
    const mails = person && (await tryAddressAgain(tx, person.address, context.now))
    if (mails === null) throw new Refused('Nothing is known to be wrong with this address any more.')
    await record(tx, context, {
      name: 'address.tried-again',
      subject: { type: 'person', id: personId },
      particulars: { mails },
    })
    return mails
  })
