import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { catalogueYears } from '../../projects/index.ts'
import { draftOffer } from '../actions/draft-offer.ts'
import { offersWithDates, projectsToOffer } from '../editing-queries.ts'
import { choicesAwaited } from '../section-queries.ts'
import { hubOffersView, newOfferView } from './hub-offers.view.ts'

export const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showHubOffers: Page = async (request) => {
  const hub = await hubOf(request)
  const mayEdit = mayEditOffer(request.context.actor, hub.id)
  const { db } = request.context
  const [offers, awaited] = await Promise.all([offersWithDates(db, hub.id), choicesAwaited(db, hub.id)])
  const rows = offers.map((each) => ({ ...each, toChoose: mayEdit ? (awaited.get(each.offer.id) ?? 0) : 0 }))
  return page(hubOffersView(request.frame, { hub, mayEdit, rows }))
}

const toChoose = async (request: PageRequest) => {
  const { context, query } = request
  const hub = await hubOf(request)
  const current = academicYearOf(context.today)
  // A year that has ended takes no more offers; one to come does, as soon as its projects are published.
  const years = (await catalogueYears(context.db)).filter((year) => year >= current)
  const asked = parseAcademicYear(query.get('year') ?? '')
  const year = years.find((each) => each === asked) ?? (years.includes(current) ? current : (years.at(-1) ?? current))
  return { hub, year, years, ...(await projectsToOffer(context.db, hub.id, year)) }
}

export const showNewOffer: Page = async (request) =>
  page(newOfferView(request.frame, { ...(await toChoose(request)), form: emptyForm }))

type Choice = { readonly projectId: string; readonly suffix?: string }

/** What was chosen to offer, or the first thing wrong with it. */
const chosenFrom = ({ fresh, offered }: Awaited<ReturnType<typeof toChoose>>, body: Typed): Choice | FieldError => {
  const first = fresh.find(({ id }) => id === typedText(body, 'project'))
  const second = offered.find(({ id }) => id === typedText(body, 'again'))
  if (first && second) return { field: 'project', message: 'Choose one project: a new one, or one for a second offer' }
  if (first) return { projectId: first.id }
  if (!second) return { field: fresh.length > 0 ? 'project' : 'again', message: 'Choose a project' }
  const suffix = typedText(body, 'suffix')
  return /[a-z0-9]/i.test(suffix) && suffix.length <= 40
    ? { projectId: second.id, suffix }
    : { field: 'suffix', message: 'Enter a word or two, of at most 40 characters, that tell the second offer apart' }
}

export const makeOffer: Page = async (request) => {
  const { context, body, frame } = request
  const around = await toChoose(request)
  const again = (error: FieldError) =>
    invalid(newOfferView(frame, { ...around, form: { typed: body, errors: [error] } }))
  const chosen = chosenFrom(around, body)
  if ('field' in chosen) return again(chosen)
  try {
    const id = await draftOffer(context, { hubId: around.hub.id, ...chosen })
    return redirect(`/hub/${around.hub.slug}/offers/${id}/edit?said=drafted`)
  } catch (problem) {
    if (problem instanceof Refused)
      return again({ field: chosen.suffix ? 'suffix' : 'project', message: problem.message })
    throw problem
  }
}
