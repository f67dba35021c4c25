import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { addVenue, changeVenue, retireVenue } from '../actions/keep-venue.ts'
import { venuesOfHub } from '../queries.ts'
import { hubOf } from './hub-of.ts'
import { venueForm } from './hub-terms.form.ts'
import { venuesView, venueView } from './venues.view.ts'

const around = async (request: PageRequest) => {
  const hub = await hubOf(request)
  return { hub, venues: await venuesOfHub(request.context.db, hub.id) }
}

export const showVenues: Page = async (request) => page(venuesView(request.frame, await around(request)))

export const askForVenue: Page = async (request) =>
  page(venueView(request.frame, { hub: await hubOf(request), venue: null, form: emptyForm }))

export const saveNewVenue: Page = async (request) => {
  const hub = await hubOf(request)
  const again = (form: FormState) => invalid(venueView(request.frame, { hub, venue: null, form }))
  const form = parseForm(venueForm, request.body)
  if (!form.ok) return again(form)
  try {
    await addVenue(request.context, { hubId: hub.id, terms: form.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: request.body, errors: [{ field: 'name', message: problem.message }] })
  }
  return redirect(`/hub/${hub.slug}/venues`)
}

const venueHere = async (request: PageRequest) => {
  const { hub, venues } = await around(request)
  return { hub, venue: found(venues.find(({ id }) => id === request.params['venue'])) }
}

export const showVenue: Page = async (request) =>
  page(venueView(request.frame, { ...(await venueHere(request)), form: emptyForm }))

export const saveVenue: Page = async (request) => {
  const { hub, venue } = await venueHere(request)
  const form = parseForm(venueForm, request.body)
  if (!form.ok) return invalid(venueView(request.frame, { hub, venue, form }))
  await changeVenue(request.context, { hubId: hub.id, id: venue.id, terms: form.value })
  return redirect(`/hub/${hub.slug}/venues`)
}

export const retire: Page = async (request) => {
  const { hub, venue } = await venueHere(request)
  const isRetired = typedText(request.body, 'retired') !== 'no'
  await retireVenue(request.context, { hubId: hub.id, id: venue.id, isRetired })
  return redirect(`/hub/${hub.slug}/venues`)
}
