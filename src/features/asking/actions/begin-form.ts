import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { interestById, isStillChanged, maySpeakForSender } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { openChangeOf, ownLinkOf } from '../form-queries.ts'
import { insertForm, insertFormLink } from '../store.ts'

export type Begun = { readonly formId: string; readonly linkId: string }

/** Begins a form for an organisation, with what is known of it and of whoever begins; from here on nothing typed is lost. */
export const beginForm = (
  context: Context,
  input: { offerId: string; organisationId: string; onBehalf: boolean; typed: Typed },
): Promise<Begun> =>
  transaction(context, async (tx, context) => {
    const offer = found(await offerById(tx, input.offerId))
    if (input.onBehalf && !isAtHub(context.actor, offer.hub.id))
      throw new Forbidden('Only staff of the hub fill in a form for somebody else')
    const begunByPersonId = personIdOf(context.actor)
    const formId = await insertForm(tx, { ...input, changes: null, begunByPersonId }, context.now)
    const link = { formId, part: 'sender', name: null, email: null } as const
    const linkId = await insertFormLink(tx, link, context.now)
    await record(tx, context, {
      name: 'interest-form.begun',
      subject: { type: 'interest-form', id: formId },
      particulars: { offerId: input.offerId, organisationId: input.organisationId, onBehalf: input.onBehalf },
    })
    return { formId, linkId }
  })

/** Whoever speaks for a request begins to change its answers; what somebody has begun to change is gone on with. */
export const beginChange = (context: Context, input: { interestId: string; typed: Typed }): Promise<Begun> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, input.interestId))
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only whoever asked changes the answers')
    if (!isStillChanged(interest))
      throw new Refused(`Ask ${interest.hub.name} instead: answers can be changed here only before a place is offered.`)
    const open = await openChangeOf(tx, interest.id)
    const before = open && (await ownLinkOf(tx, open))
    if (open && before) return { formId: open, linkId: before }
    const { offerId, organisation } = interest
    const form = { offerId, organisationId: organisation.id, changes: interest.id, onBehalf: false }
    const begunByPersonId = personIdOf(context.actor)
    const formId = await insertForm(tx, { ...form, begunByPersonId, typed: input.typed }, context.now)
    const link = { formId, part: 'sender', name: null, email: null } as const
    const linkId = await insertFormLink(tx, link, context.now)
    await record(tx, context, {
      name: 'interest-form.begun',
      subject: { type: 'interest-form', id: formId },
      also: [{ type: 'interest', id: interest.id }],
      particulars: { offerId, organisationId: organisation.id, onBehalf: false },
    })
    return { formId, linkId }
  })
