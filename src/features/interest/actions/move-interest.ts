import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { takeBackHeld } from '../../../platform/mail/index.ts'
import { localInstant } from '../../../vocabulary/local-time.ts'
import { lockGroup } from '../../groups/index.ts'
import { daysToConfirmAddress, type Interest } from '../expression-of-interest.ts'
import { type InterestStatus, isLive } from '../life.ts'
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

// What was said of where a request stood is untrue once it stands elsewhere; whether it may go to another hub is asked only while it
// can go; what the hub wrote besides holds for as long as it asks.
const isUntrueOnce =
  (to: InterestStatus) =>
  (key: string): boolean => {
    if (key.startsWith('interest:') || !isLive(to)) return true
    return key.startsWith('passing:') && to !== 'confirmed' && to !== 'waiting'
  }

/**
 * Moves a locked request on in its life; what that life does not allow is refused. Whoever moves it records what has happened. Mail
 * about where it stood that still waits its ten minutes is taken back, so that nobody reads two answers at once.
 */
export const moveInterest = async (
  tx: Transaction,
  context: Context,
  interest: Pick<Interest, 'id' | 'status'>,
  move: store.InterestMove,
): Promise<void> => {
  await store.moveInterest(tx, interest, move)
  await takeBackMail(tx, context, interest.id, isUntrueOnce(move.to))
}

/** Takes back mail about a request that still waits and is true no more, by the keys of its letters. */
export const takeBackMail = async (
  tx: Transaction,
  context: Context,
  interestId: string,
  isUntrue: (key: string) => boolean,
): Promise<void> => {
  const acts = await takeBackHeld(tx, interestId, isUntrue)
  if (acts.length === 0) return
  await record(tx, context, {
    name: 'interest.letter-taken-back',
    subject: { type: 'interest', id: interestId },
    also: acts.map((id) => ({ type: 'bulk-act', id })),
    particulars: { acts: [...acts] },
  })
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
        context,
        { id, status: 'draft' },
        { to: 'lapsed', reason: 'The email address was not confirmed in time.' },
      )
      await record(tx, context, { name: 'interest.draft-lapsed', subject: { type: 'interest', id } })
    }
    return drafts.length
  })
