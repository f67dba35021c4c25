import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { historyOf, record } from '../../../platform/history.ts'
import { interestStatusLabels } from '../life.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { lockInterest } from '../store.ts'
import { moveInterest } from './move-interest.ts'

// What entering a request does by itself: a headteacher who was asked and has not answered has changed nothing.
const ownDoing = ['interest.entered', 'interest.headteacher-asked']

/**
 * The hub takes back a request that it entered, as if it had never been made: nobody is told. It is left as it is once
 * anything has happened to it since; then the answer says why.
 */
export const takeBackInterest = (context: Context, interestId: string): Promise<{ left: string | null }> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id))
      throw new Forbidden('Only staff of the hub take back what it entered')
    if (interest.status === 'withdrawn') return { left: null }
    const since = (await historyOf(tx, { type: 'interest', id: interestId })).filter(
      ({ name }) => !ownDoing.includes(name),
    )
    if (interest.status !== 'confirmed' && interest.status !== 'received')
      return { left: `It has moved on since: ${interestStatusLabels[interest.status].toLowerCase()}` }
    if (since.length > 0 || !interest.enteredByHub) return { left: 'Somebody has changed it since' }
    await moveInterest(tx, context, interest, { to: 'withdrawn', reason: 'Taken back by the hub that entered it' })
    await record(tx, context, {
      name: 'interest.taken-back',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
    })
    return { left: null }
  })
