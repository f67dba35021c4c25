import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { interestById, mayDecideOnInterest, passOnInterest } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { personIdOf } from '../../people/index.ts'
import { passingById } from '../queries.ts'
import { lockPassing, settlePassing } from '../store.ts'
import { tellAsking } from './answer-passing.ts'

/** The other hub takes a request that the school has agreed to have passed on into one of its offers of the project; once. */
export const takePassing = (
  context: Context,
  input: { passingId: string; offerId: string },
): Promise<{ interestId: string }> =>
  transaction(context, async (tx, context) => {
    await lockPassing(tx, input.passingId)
    const passing = found(await passingById(tx, input.passingId))
    if (!mayDecideOnInterest(context.actor, passing.offer.hubId)) throw new Forbidden('Only staff of that hub take it')
    if (passing.newInterestId) return { interestId: passing.newInterestId }
    if (passing.status !== 'agreed')
      throw new Refused('This is not before you any more: it was taken back, or settled.')
    const offer = found(await offerById(tx, input.offerId))
    if (offer.hub.id !== passing.offer.hubId) throw new Refused('Choose one of your own offers.')
    // The school agreed to the policy of the offer that it was shown; to no other.
    const policyId = offer.policy?.id === passing.policyId ? passing.policyId : null
    const { interestId, offerId } = { interestId: passing.interestId, offerId: offer.id }
    const taken = await passOnInterest(context, { interestId, offerId, policyId, mark: passing.id })
    const by = personIdOf(context.actor)
    await settlePassing(tx, passing.id, { status: 'accepted', by, newInterestId: taken.id, now: context.now })
    await record(tx, context, {
      name: 'passing.accepted',
      subject: { type: 'passing', id: passing.id },
      particulars: { newInterestId: taken.id },
    })
    const interest = found(await interestById(tx, interestId))
    await tellAsking(tx, context, interest, found(await passingById(tx, passing.id)))
    return { interestId: taken.id }
  })
