import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { endInWords, offerById } from '../../offers/index.ts'
import { copyAgreements } from '../entering-store.ts'
import { type Asked, type Interest, noPreferences } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { interestById, liveInterest } from '../queries.ts'
import { insertDraft, lockAsking, lockInterest, shareOffer } from '../store.ts'
import { moveInterest } from './move-interest.ts'
import { receiveInterest } from './receive-interest.ts'

type PassedOn = {
  readonly interestId: string
  readonly offerId: string
  readonly policyId: string | null
  readonly mark: string
}

// What suited at the one hub is of that hub: its groups and its venues. The days stay.
const askedAgain = (interest: Interest, { offerId, policyId, mark }: PassedOn, themeId: string | null): Asked => ({
  offerId,
  organisationId: interest.organisation.id,
  sender: interest.sender,
  people: interest.people.map(({ name, email, post, held, part }) => ({ name, email, post, held: held ?? true, part })),
  unnamed: interest.unnamed,
  fewerIsFine: interest.fewerIsFine,
  themeId,
  preferences: { ...noPreferences, days: interest.preferences.days },
  travelLimitMiles: interest.travelLimitMiles,
  accessNeeds: interest.accessNeeds,
  comments: interest.comments,
  commitments: interest.commitments,
  answers: interest.answers,
  policyId,
  headteacher: null,
  formKey: `passed-on:${mark}`,
})

/**
 * Takes a request over from another hub, which passed it on with the school's agreement: it ends there, and begins here as if it
 * had been sent to this hub now, with the agreement of the headteacher that it had; the rules are asked anew. Whether the school
 * has agreed is for the room of passing on to know.
 */
export const passOnInterest = (context: Context, input: PassedOn): Promise<{ id: string }> =>
  transaction(context, async (tx, context) => {
    await shareOffer(tx, input.offerId)
    const offer = found(await offerById(tx, input.offerId))
    if (!mayDecideOnInterest(context.actor, offer.hub.id)) throw new Forbidden('Only staff of the hub take it over')
    const end = endInWords(offer)
    if (end !== null) throw new Refused(end)
    const interest = found(await lockInterest(tx, input.interestId))
    if (interest.status !== 'confirmed' && interest.status !== 'waiting')
      throw new Refused('The request has moved on since the school agreed: it cannot be taken over any more.')
    if (offer.project.id !== interest.projectId) throw new Refused('Choose an offer of the same project.')
    await requireAlone(tx, interest, offer.id)
    const asked = askedAgain(interest, input, offer.theme?.id ?? interest.themeId)
    const id = found(
      await insertDraft(tx, { ...asked, projectId: interest.projectId }, { now: context.now, enteredBy: null }),
    )
    const receipt = await receiveInterest(tx, context, found(await interestById(tx, id)), 'sender')
    await copyAgreements(tx, { from: interest.id, to: id })
    await moveInterest(tx, context, interest, { to: 'passed_on', reason: null, passedOnToId: id })
    await record(tx, context, {
      name: 'interest.passed-on',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { toHubId: offer.hub.id, from: interest.status },
    })
    await record(tx, context, {
      name: 'interest.taken-over',
      ...receipt,
      particulars: { ...receipt.particulars, fromHubId: interest.hub.id },
    })
    return { id }
  })

const requireAlone = async (tx: Transaction, interest: Interest, offerId: string): Promise<void> => {
  const { organisation, personId } = interest
  await lockAsking(tx, { offerId, organisationId: personId ?? organisation.id })
  if (await liveInterest(tx, { offerId, organisationId: organisation.id, personId }))
    throw new Refused('The school has asked you itself in the meantime: send this one back.')
}
