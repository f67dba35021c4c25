import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { localInstant } from '../../../vocabulary/local-time.ts'
import { lockGroup } from '../../groups/index.ts'
import { daysToConfirmAddress, type Interest } from '../expression-of-interest.ts'
import { interestById } from '../queries.ts'
import * as store from '../store.ts'

/** Locks a request and reads it as it is now. */
export const lockInterest = async (tx: Transaction, id: string): Promise<Interest> =>
  found(await store.lockInterest(tx, id))

/** Locks the group of a request's place, then the request: the order in which everything here is locked. */
export const lockWithGroup = async (tx: Transaction, interestId: string): Promise<Interest> => {
  const before = found(await interestById(tx, interestId))
  if (before.place) await lockGroup(tx, before.place.groupId)
  const interest = await lockInterest(tx, interestId)
  if (interest.place?.id !== before.place?.id) throw new Refused('This has just changed. Load the page again.')
  return interest
}

/** Moves a locked request on in its life; what that life does not allow is refused. Whoever moves it records what has happened. */
export const moveInterest = async (
  tx: Transaction,
  interest: Pick<Interest, 'id' | 'status'>,
  move: store.InterestMove,
): Promise<void> => {
  await store.moveInterest(tx, interest, move)
}

/** Whether its organisation or person has another live request in the same offer, with everybody who asks made to wait. */
export const hasLiveBeside = (tx: Transaction, interest: Interest): Promise<boolean> => store.lockLive(tx, interest)

/** Requests whose sender never confirmed the address lapse when the day is over that the mail named; they have never counted. */
export const lapseForgottenDrafts = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const [firstDay, midnight] = [context.today.subtract({ days: daysToConfirmAddress }), new Temporal.PlainTime()]
    const drafts = await store.lockForgottenDrafts(tx, localInstant(firstDay, midnight))
    for (const { id } of drafts) {
      await moveInterest(
        tx,
        { id, status: 'draft' },
        { to: 'lapsed', reason: 'The email address was not confirmed in time.' },
      )
      await record(tx, context, { name: 'interest.draft-lapsed', subject: { type: 'interest', id } })
    }
    return drafts.length
  })
