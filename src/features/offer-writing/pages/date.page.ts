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
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { changeDate, planDate, removeDate } from '../actions/plan-date.ts'
import { choicesFor, markOfDate, type OfferToEdit } from '../editing-queries.ts'
import { dateForm, typedOfDate } from './date.form.ts'
import { dateView } from './dates.view.ts'
import { homeOf, offerAt } from './offer-home.page.ts'
import { notSaved } from './part.page.ts'

type Drawn = { readonly id: string | null; readonly seen: string; readonly form: FormState }

const draw = async ({ context, frame }: PageRequest, offer: OfferToEdit, drawn: Drawn) => {
  const { venues } = await choicesFor(context.db, { hubId: offer.hub.id, projectId: offer.project.id })
  return dateView(frame, { offer, venues, ...drawn })
}

// How many dates there are stands for all of them: of a form that is sent twice the second is noticed.
const countOf = ({ plannedDates }: OfferToEdit): string => String(plannedDates.length)

/** An empty form; most of a series is alike, so that it begins as the last date did. */
export const askForDate: Page = async (request) => {
  const offer = await offerAt(request)
  const last = offer.plannedDates.at(-1)
  const { on: _, ...alike } = last ? typedOfDate({ ...last, on: null, note: null, onlineLink: null }) : { on: '' }
  return page(await draw(request, offer, { id: null, seen: countOf(offer), form: formFrom(alike) }))
}

const dateAt = async (request: PageRequest) => {
  const offer = await offerAt(request)
  return { offer, date: found(offer.plannedDates.find(({ id }) => id === request.params['date'])) }
}

export const showDate: Page = async (request) => {
  const { offer, date } = await dateAt(request)
  const form = formFrom(typedOfDate(date))
  return page(await draw(request, offer, { id: date.id, seen: markOfDate(date), form }))
}

type Saving = {
  readonly offer: OfferToEdit
  readonly id: string | null
  readonly seenNow: () => Promise<string>
  readonly said: string
}

const saving = async (request: PageRequest, { offer, id, seenNow, said }: Saving, work: () => Promise<unknown>) => {
  const { body } = request
  const again = (message: string, seen: string) =>
    draw(request, offer, { id, seen, form: { typed: body, errors: [{ field: 'on', message }] } })
  try {
    await work()
    return redirect(`${homeOf(offer)}/dates?said=${said}`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await again(problem.message, typedText(body, 'seen')))
    if (!(problem instanceof Conflict)) throw problem
    return overtaken(await again(`${problem.message} ${notSaved}`, await seenNow()))
  }
}

export const saveNewDate: Page = async (request): Promise<Answer> => {
  const { context, body } = request
  const offer = await offerAt(request)
  const seen = typedText(body, 'seen')
  const form = parseForm(dateForm, body)
  if (!form.ok) return invalid(await draw(request, offer, { id: null, seen, form }))
  const seenNow = async () => countOf(await offerAt(request))
  return saving(request, { offer, id: null, seenNow, said: 'planned' }, () =>
    planDate(context, { offerId: offer.id, terms: form.value, seen: /^\d{1,6}$/.test(seen) ? Number(seen) : -1 }),
  )
}

const nowOf = (request: PageRequest) => async () => markOfDate((await dateAt(request)).date)

export const saveDate: Page = async (request): Promise<Answer> => {
  const { context, body } = request
  const { offer, date } = await dateAt(request)
  const seen = typedText(body, 'seen')
  const form = parseForm(dateForm, body)
  if (!form.ok) return invalid(await draw(request, offer, { id: date.id, seen, form }))
  return saving(request, { offer, id: date.id, seenNow: nowOf(request), said: 'changed' }, () =>
    changeDate(context, { offerId: offer.id, dateId: date.id, seen, terms: form.value }),
  )
}

export const takeDateAway: Page = async (request): Promise<Answer> => {
  const { offer, date } = await dateAt(request)
  const seen = typedText(request.body, 'seen')
  const drawn = { offer, id: date.id, seenNow: nowOf(request), said: 'removed' }
  return saving({ ...request, body: { ...typedOfDate(date), seen } }, drawn, () =>
    removeDate(request.context, { offerId: offer.id, dateId: date.id, seen }),
  )
}
