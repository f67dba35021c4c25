import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { interestById, mayDecideOnInterest } from '../../interest/index.ts'

/** Notes that a message which still waited was taken back: it is never sent. */
export const withdrawHubMessage = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub write')
    await record(tx, context, { name: 'hub-message.withdrawn', subject: { type: 'interest', id: interest.id } })
  })
