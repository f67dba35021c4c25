import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatTime } from '../../../vocabulary/local-time.ts'
import { mayChoosePolicy, type PlannedDate } from '../../offers/index.ts'
import { isHubLead } from '../../people/index.ts'
import { changeOffer } from '../actions/change-offer.ts'
import { publishOffer } from '../actions/publish-offer.ts'
import { closeOffer, withdrawOffer } from '../actions/withdraw-offer.ts'
import { choicesFor, type OfferToEdit, offerToEdit } from '../editing-queries.ts'
import { offerForm, rowName } from './edit-offer.form.ts'
import { editOfferView } from './edit-offer.view.ts'
import { hubOf } from './hub-offers.page.ts'

const offerAt = async (request: PageRequest): Promise<OfferToEdit> => {
  const hub = await hubOf(request)
  const id = request.params['offer'] ?? ''
  return found(isId(id) ? await offerToEdit(request.context.db, hub.id, id) : null)
}

const partsOf = (name: string, date: Temporal.PlainDate | null): Typed =>
  date === null
    ? {}
    : { [`${name}-day`]: String(date.day), [`${name}-month`]: String(date.month), [`${name}-year`]: String(date.year) }

const rowOf = (date: PlannedDate, at: number): Typed => {
  const name = rowName(at + 1)
  return {
    ...partsOf(name, date.on),
    [`${name}_id`]: date.id,
    [`${name}_starts`]: date.startsAt ? formatTime(date.startsAt) : '',
    [`${name}_ends`]: date.endsAt ? formatTime(date.endsAt) : '',
    [`${name}_mode`]: date.mode,
    [`${name}_certainty`]: date.certainty,
  }
}

const formOf = (offer: OfferToEdit): FormState =>
  formFrom(
    Object.assign(
      {
        contact_email: offer.contactEmail ?? '',
        venue: offer.venueId ?? '',
        theme: offer.theme?.id ?? '',
        policy: offer.policy?.id ?? '',
        practical_notes: offer.practicalNotes ?? '',
        dates_note: offer.datesNote ?? '',
        lead_note: offer.leadNote ?? '',
      },
      partsOf('opens', offer.opensOn),
      partsOf('closes', offer.closesOn),
      ...offer.plannedDates.map(rowOf),
    ),
  )

type Forms = { readonly form?: FormState; readonly endForm?: FormState; readonly seenAt?: string }

const draw = async (request: PageRequest, offer: OfferToEdit, forms: Forms = {}) => {
  const choices = await choicesFor(request.context.db, { hubId: offer.hub.id, projectId: offer.project.id })
  return editOfferView(request.frame, {
    offer,
    ...choices,
    seenAt: forms.seenAt ?? offer.updatedAt.toString(),
    datesNow: offer.plannedDates.length,
    form: forms.form ?? formOf(offer),
    endForm: forms.endForm ?? emptyForm,
    mayChoosePolicy: mayChoosePolicy(request.context.actor, offer.hub.id),
    isLead: isHubLead(request.context.actor, offer.hub.id),
    said: request.query.get('said'),
  })
}

export const showEditOffer: Page = async (request) => page(await draw(request, await offerAt(request)))

const addressOf = (offer: OfferToEdit, said: string): string =>
  `/hub/${offer.hub.slug}/offers/${offer.id}/edit?said=${said}`

const unlessRefused = async (work: () => Promise<Answer>, again: (message: string) => Promise<Answer>) => {
  try {
    return await work()
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
}

const notSaved =
  'What you typed is below, and not saved: look at the offer’s page as it is now, then save again to put yours in its place.'

export const editOffer: Page = async (request) => {
  const { context, body } = request
  const offer = await offerAt(request)
  const again = async (errors: readonly FieldError[]) =>
    invalid(await draw(request, offer, { form: { typed: body, errors }, seenAt: typedText(body, 'updated_at') }))
  const form = parseForm(offerForm, body)
  if (!form.ok) return again(form.errors)
  const save = async () => {
    await changeOffer(context, { id: offer.id, ...form.value })
    return redirect(addressOf(offer, 'changed'))
  }
  try {
    return await unlessRefused(save, (message) => again([{ field: 'contact_email', message }]))
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    // Who has seen that there is another text saves over it only by saving once more.
    const errors = [{ field: 'contact_email', message: `${problem.message} ${notSaved}` }]
    return overtaken(await draw(request, await offerAt(request), { form: { typed: body, errors } }))
  }
}

export const publish: Page = async (request) => {
  const offer = await offerAt(request)
  await publishOffer(request.context, offer.id)
  return redirect(addressOf(offer, 'published'))
}

/** Closes an offer or withdraws it, with a reason. */
export const endOffer: Page = async (request) => {
  const { context, body } = request
  const offer = await offerAt(request)
  const again = async (errors: readonly FieldError[]) =>
    invalid(await draw(request, offer, { endForm: { typed: body, errors } }))
  const [act, reason] = [typedText(body, 'act'), typedText(body, 'reason')]
  const errors: readonly (FieldError | false)[] = [
    act !== 'close' && act !== 'withdraw' && { field: 'act', message: 'Choose what happens to the offer' },
    reason === '' && { field: 'reason', message: 'Say why: the reason stands on the offer’s page' },
    reason.length > 400 && { field: 'reason', message: 'Use at most 400 characters' },
  ]
  const wrong = errors.filter((error) => error !== false)
  if (wrong.length > 0) return again(wrong)
  return unlessRefused(
    async () => {
      await (act === 'close' ? closeOffer : withdrawOffer)(context, { id: offer.id, reason })
      return redirect(addressOf(offer, 'ended'))
    },
    (message) => again([{ field: 'act', message }]),
  )
}
