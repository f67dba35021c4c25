import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { waitingForDates } from '../../date-alerts/index.ts'
import { mayChoosePolicy } from '../../offers/index.ts'
import { isHubLead } from '../../people/index.ts'
import { publishOffer } from '../actions/publish-offer.ts'
import { closeOffer, withdrawOffer } from '../actions/withdraw-offer.ts'
import { type OfferToEdit, offerToEdit } from '../editing-queries.ts'
import { sectionsToWrite } from '../section-queries.ts'
import { hubOf } from './hub-offers.page.ts'
import { offerHomeView } from './offer-home.view.ts'

/** The offer of an address under its hub, for the hub's staff. */
export const offerAt = async (request: PageRequest): Promise<OfferToEdit> => {
  const hub = await hubOf(request)
  const id = request.params['offer'] ?? ''
  return found(isId(id) ? await offerToEdit(request.context.db, hub.id, id) : null)
}

const draw = async (request: PageRequest, offer: OfferToEdit, endForm: FormState) => {
  const { context, frame, query } = request
  return offerHomeView(frame, {
    offer,
    endForm,
    sections: await sectionsToWrite(context.db, offer.id),
    waiting: (await waitingForDates(context.db, offer.hub.id)).get(offer.id) ?? 0,
    mayChoosePolicy: mayChoosePolicy(context.actor, offer.hub.id),
    isLead: isHubLead(context.actor, offer.hub.id),
    said: query.get('said'),
  })
}

/** Where staff of a hub go on with an offer: its parts as a list, publishing it and ending it. */
export const showOfferHome: Page = async (request) => page(await draw(request, await offerAt(request), emptyForm))

export const homeOf = ({ hub, id }: Pick<OfferToEdit, 'hub' | 'id'>): string => `/hub/${hub.slug}/offers/${id}`

export const publish: Page = async (request) => {
  const offer = await offerAt(request)
  await publishOffer(request.context, offer.id)
  return redirect(`${homeOf(offer)}/edit?said=published`)
}

/** Closes an offer or withdraws it, with a reason. */
export const endOffer: Page = async (request) => {
  const { context, body } = request
  const offer = await offerAt(request)
  const again = async (errors: readonly FieldError[]) => invalid(await draw(request, offer, { typed: body, errors }))
  const [act, reason] = [typedText(body, 'act'), typedText(body, 'reason')]
  const errors: readonly (FieldError | false)[] = [
    act !== 'close' && act !== 'withdraw' && { field: 'act', message: 'Choose what happens to the offer' },
    reason === '' && { field: 'reason', message: 'Say why: the reason stands on the offer’s page' },
    reason.length > 400 && { field: 'reason', message: 'Use at most 400 characters' },
  ]
  const wrong = errors.filter((error) => error !== false)
  if (wrong.length > 0) return again(wrong)
  try {
    await (act === 'close' ? closeOffer : withdrawOffer)(context, { id: offer.id, reason })
    return redirect(`${homeOf(offer)}/edit?said=ended`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again([{ field: 'act', message: problem.message }])
  }
}
