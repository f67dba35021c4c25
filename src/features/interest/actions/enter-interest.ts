import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { endInWords, offerById } from '../../offers/index.ts'
import { personIdOf } from '../../people/index.ts'
import { markEntered } from '../entering-store.ts'
import { type Asked, askedOf } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { interestById, interestOfForm, liveInterest } from '../queries.ts'
import { insertDraft, lockAsking, markForm, shareOffer } from '../store.ts'
import { receiveInterest } from './receive-interest.ts'
import { requireOpenOrganisation } from './send-interest.ts'

/**
 * The hub, or the operator for it, enters a request on an organisation's behalf, also outside the window of an offer that
 * takes place; it counts at once. Who is named is told unless the hub moves over what it had agreed with them before.
 */
export const enterInterest = (
  context: Context,
  filledIn: Asked,
  { tells = true }: { tells?: boolean } = {},
): Promise<{ kind: 'entered' | 'already-asked'; id: string }> =>
  transaction(context, async (tx, context) => {
    const asked = markForm(filledIn)
    await shareOffer(tx, asked.offerId)
    const offer = found(await offerById(tx, asked.offerId))
    const enteredBy = personIdOf(context.actor)
    if (!mayDecideOnInterest(context.actor, offer.hub.id))
      throw new Forbidden('Only staff of the hub enter a request for somebody else')
    const end = endInWords(offer)
    if (end !== null) throw new Refused(end)
    await requireOpenOrganisation(tx, asked.organisationId)
    await lockAsking(tx, asked)
    const before = await interestOfForm(tx, asked.formKey)
    if (before) return { kind: 'entered', id: before }
    const unit = { offerId: asked.offerId, organisationId: asked.organisationId, personId: null }
    const live = offer.project.unit === 'organisation' ? await liveInterest(tx, unit) : null
    if (live) return { kind: 'already-asked', id: live.id }
    const id = found(
      await insertDraft(tx, { ...askedOf(asked, offer), projectId: offer.project.id }, { now: context.now, enteredBy }),
    )
    await markEntered(tx, id, context.now)
    const by = tells ? 'hub' : 'hub-in-silence'
    const receipt = await receiveInterest(tx, context, found(await interestById(tx, id)), by)
    await record(tx, context, { name: 'interest.entered', ...receipt })
    return { kind: 'entered', id }
  })
