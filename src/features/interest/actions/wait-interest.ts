import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { waitingLetter } from '../emails/deciding.email.ts'
import { tellSender } from '../emails/tell.ts'
import { requireStatus } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { interestById } from '../queries.ts'
import { lockInterest, moveInterest } from '../store.ts'

/** Puts a request on the waiting list of its offer: from this moment on it has its turn (domain rule 3). */
export const waitInterest = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    if (interest.status === 'waiting') return
    requireStatus(interest.status, 'confirmed')
    await moveInterest(tx, interest, { to: 'waiting', waitingSince: context.now })
    await record(tx, context, {
      name: 'interest.put-on-waiting-list',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { waitingSince: context.now.toString(), people: interest.people.length },
    })
    const told = found(await interestById(tx, interest.id))
    await tellSender({ tx, context, interest: told }, waitingLetter, `waiting:${context.now}`)
  })
