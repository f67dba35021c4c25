import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { historyOf, record } from '../../../platform/history.ts'
import { hasLiveBeside, type Interest, lockWithGroup, mayDecideOnInterest } from '../../interest/index.ts'
import { endPlace } from '../../places/index.ts'
import { restore } from '../store.ts'
import { changeInWords, isChangeOfRequest, isRestorable, type StoodBefore } from '../taking-back.ts'

/**
 * The hub takes back what it decided, at once: the request stands again exactly as before, with its turn, and nobody is told.
 * Refused where anything has happened to it since `after`, the number of the last event of the decision.
 */
export const restoreInterest = (
  context: Context,
  input: { interestId: string; before: StoodBefore; after: number },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    await requireUntouched(tx, interest, input.after)
    const { before } = input
    if (!isRestorable(interest.status, before.status)) throw new Refused('This cannot be taken back any more.')
    if (interest.status === 'declined' && (await hasLiveBeside(tx, interest)))
      throw new Refused('The school has asked again since.')
    const place = interest.status === 'offered' ? interest.place : null
    if (place) await endPlace(context, place.id, 'The hub took the offer back before anybody was told.')
    await restore(tx, interest.id, before)
    await record(tx, context, {
      name: 'interest.restored',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { from: interest.status, to: before.status, placeId: place?.id ?? null, undoes: input.after },
    })
  })

const requireUntouched = async (tx: Transaction, { id, place, status }: Interest, after: number): Promise<void> => {
  const events = await historyOf(tx, { type: 'interest', id })
  const since = events.find((event) => event.id > after && isChangeOfRequest(event))
  if (since) throw new Refused(`It has changed since: ${changeInWords(since)}.`)
  if (status === 'offered' && place?.status !== 'offered') throw new Refused('The place has been answered since.')
}
