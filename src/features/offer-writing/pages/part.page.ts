import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { offerInFullById } from '../../offers/index.ts'
import { changeOffer } from '../actions/change-offer.ts'
import { choicesFor, type OfferToEdit } from '../editing-queries.ts'
import type { PartName } from '../offer-parts.ts'
import { datesListView } from './dates.view.ts'
import { homeOf, offerAt } from './offer-home.page.ts'
import { partForm, typedOf } from './part.form.ts'
import { partView } from './part.view.ts'

type Drawn = { readonly form: FormState; readonly seen: string }

const draw = async (
  { context, frame, query }: PageRequest,
  part: PartName,
  offer: OfferToEdit,
  { form, seen }: Drawn,
): Promise<Html> => {
  const choices = await choicesFor(context.db, { hubId: offer.hub.id, projectId: offer.project.id })
  const before =
    part === 'dates' ? datesListView(found(await offerInFullById(context.db, offer.id)), query.get('said')) : html``
  return partView(frame, { ...choices, offer, part, form, seen }, before)
}

/** The form of one part of an offer, as it was saved. */
export const showPart =
  (part: PartName): Page =>
  async (request) => {
    const offer = await offerAt(request)
    const form = formFrom(typedOf(offer)[part])
    return page(await draw(request, part, offer, { form, seen: offer.marks[part] }))
  }

export const notSaved =
  'What you typed is below, and not saved: look at the offer as it is now, then save again to put yours in its place.'

// Where a form's first field is, for what is wrong with the whole of it.
const firstField: Readonly<Record<PartName, string>> = {
  about: 'contact_email',
  who: 'most_people',
  dates: 'venue',
  policy: 'policy',
  joining: 'opens',
}

/** Saves one part of an offer. */
export const savePart =
  (part: PartName): Page =>
  async (request) => {
    const { context, body } = request
    const offer = await offerAt(request)
    const field = firstField[part]
    const form = parseForm(partForm(part), body)
    const again = (state: FormState, seen: string) => draw(request, part, offer, { form: state, seen })
    const seen = typedText(body, 'seen')
    if (!form.ok) return invalid(await again(form, seen))
    try {
      await changeOffer(context, { id: offer.id, seen, change: form.value })
      return redirect(`${homeOf(offer)}/edit?said=changed`)
    } catch (problem) {
      if (problem instanceof Refused)
        return invalid(await again({ typed: body, errors: [{ field, message: problem.message }] }, seen))
      if (!(problem instanceof Conflict)) throw problem
      // Who has seen that there is another text saves over it only by saving once more.
      const errors = [{ field, message: `${problem.message} ${notSaved}` }]
      const now = (await offerAt(request)).marks[part]
      return overtaken(await again({ typed: body, errors }, now))
    }
  }
