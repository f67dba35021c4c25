import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { offerById } from '../../offers/index.ts'
import { personIdOf } from '../../people/index.ts'
import type { Asked } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { interestById, interestOfForm, liveInterest } from '../queries.ts'
import { insertDraft, lockAsking, markForm } from '../store.ts'
import { receiveInterest } from './receive-interest.ts'
import { requireOpenOrganisation } from './send-interest.ts'

/** The hub enters a request on an organisation's behalf, also outside the offer's window; it counts at once. */
export const enterInterest = (
  context: Context,
  filledIn: Asked,
): Promise<{ kind: 'entered' | 'already-asked'; id: string }> =>
  transaction(context, async (tx, context) => {
    const asked = markForm(filledIn)
    const offer = found(await offerById(tx, asked.offerId))
    const enteredBy = personIdOf(context.actor)
    if (!mayDecideOnInterest(context.actor, offer.hub.id) || enteredBy === null)
      throw new Forbidden('Only staff of the hub enter a request for somebody else')
    await requireOpenOrganisation(tx, asked.organisationId)
    await lockAsking(tx, asked)
    const before = await interestOfForm(tx, asked.formKey)
    if (before) return { kind: 'entered', id: before }
    const unit = { offerId: asked.offerId, organisationId: asked.organisationId, personId: null }
    const live = offer.project.unit === 'organisation' ? await liveInterest(tx, unit) : null
    if (live) return { kind: 'already-asked', id: live.id }
    const id = found(await insertDraft(tx, { ...asked, projectId: offer.project.id }, { now: context.now, enteredBy }))
    const receipt = await receiveInterest(tx, context, found(await interestById(tx, id)), true)
    await record(tx, context, { name: 'interest.entered', ...receipt })
    return { kind: 'entered', id }
  })
