import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type Interest,
  interestById,
  lockInterest,
  mayDecideOnInterest,
  maySpeakForSender,
  moveInterest,
  requireStatus,
  tellSender,
} from '../../interest/index.ts'
import { waitingLetter } from '../emails/deciding.email.ts'
import { waitingAmong } from '../line-queries.ts'
import { setFewerIsFine, setMovedUp } from '../store.ts'

type Turn = { readonly interest: Interest; readonly reason: string; readonly isMovedUp: boolean }

/** Locks a request that waits, for its hub to change its turn: never without a reason. */
const lockTurn = async (
  tx: Transaction,
  context: Context,
  input: { readonly interestId: string; readonly reason: string; readonly missing: string },
): Promise<Turn> => {
  const interest = await lockInterest(tx, input.interestId)
  if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
  requireStatus(interest.status, 'waiting')
  const reason = input.reason.trim()
  if (reason === '') throw new Refused(input.missing)
  const [waiting] = await waitingAmong(tx, [interest.id])
  return { interest, reason, isMovedUp: Boolean(waiting?.movedUpAt) }
}

/** The hub moves somebody up on the waiting list: never without a reason, which the proof of the order shows. */
export const moveUp = (
  context: Context,
  input: { readonly interestId: string; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const missing = 'Say why it is moved up: the reason is shown with the order of the list.'
    const { interest, reason, isMovedUp } = await lockTurn(tx, context, { ...input, missing })
    if (isMovedUp) return
    await setMovedUp(tx, interest.id, { at: context.now, reason })
    await record(tx, context, {
      name: 'interest.moved-up',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { at: context.now.toString() },
      personal: { reason },
    })
  })

/** The hub puts somebody whom it had moved up back to its turn, for a reason. */
export const moveBack = (
  context: Context,
  input: { readonly interestId: string; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const missing = 'Say why it is put back: the reason is kept.'
    const { interest, reason, isMovedUp } = await lockTurn(tx, context, { ...input, missing })
    if (!isMovedUp) return
    await setMovedUp(tx, interest.id, null)
    await record(tx, context, {
      name: 'interest.moved-back',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      personal: { reason },
    })
  })

/** Whoever asked says whether a place for fewer people than it names would be fine too (domain rule 3). */
export const sayFewerIsFine = (
  context: Context,
  input: { readonly interestId: string; readonly fewerIsFine: boolean },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockInterest(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only who asked, or the hub, says this')
    if (!['received', 'confirmed', 'waiting'].includes(interest.status))
      throw new Refused('This is said before a place is offered.')
    if (interest.fewerIsFine === input.fewerIsFine) return
    await setFewerIsFine(tx, interest.id, input.fewerIsFine)
    await record(tx, context, {
      name: 'interest.fewer-people',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { fewerIsFine: input.fewerIsFine },
    })
  })

/** Puts a request on the waiting list of its offer: from this moment on it has its turn (domain rule 3). */
export const waitInterest = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockInterest(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    if (interest.status === 'waiting') return
    requireStatus(interest.status, 'confirmed')
    await moveInterest(tx, context, interest, { to: 'waiting', waitingSince: context.now })
    await record(tx, context, {
      name: 'interest.put-on-waiting-list',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { waitingSince: context.now.toString(), people: interest.people.length },
    })
    const told = found(await interestById(tx, interest.id))
    await tellSender({ tx, context, interest: told }, waitingLetter, `waiting:${context.now}`)
  })
