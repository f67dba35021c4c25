import { found, Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYearOf, nextYear, parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { carryOffers } from '../actions/carry-offers.ts'
import { pointsInText } from '../attention.ts'
import { carryKey, ownRulePlace } from '../offer-over.ts'
import { offersToCarry, ownTextsOf, yearsWithOffers } from '../offer-queries.ts'
import { offersView } from './offers.view.ts'

const asked = async ({ context, params, query, body }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const years = await yearsWithOffers(context.db, hub.id)
  const year = parseAcademicYear(query.get('year') ?? typedText(body, 'year')) ?? academicYearOf(context.today)
  return { hub, years, from: years.includes(year) ? year : (years[0] ?? year) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { hub, years, from } = await asked(request)
  const { db, actor } = request.context
  const offers = await offersToCarry(db, hub.id, from)
  const carried = offers.flatMap(({ carriedId }) => carriedId ?? [])
  const texts = carried.length === 0 ? [] : await ownTextsOf(db, carried)
  const points = texts.flatMap(({ offerId, place, text }) =>
    place === ownRulePlace
      ? [{ offerId, place, words: text }]
      : pointsInText(place, text, nextYear(from)).map(({ words }) => ({ offerId, place, words })),
  )
  const mayCarry = mayEditOffer(actor, hub.id) && hub.isOpen
  return offersView(request.frame, { hub, years, from, offers, points, mayCarry, form })
}

/** A hub's offers of a year, and which of them can be taken along into the next. */
export const showOffersToCarry: Page = async (request) => page(await draw(request, emptyForm))

export const carryChosen: Page = async (request) => {
  const { hub, from } = await asked(request)
  const again = async (message: string) =>
    invalid(await draw(request, { typed: request.body, errors: [{ field: 'carry', message }] }))
  const typed = typedList(request.body, 'carry')
  const known = new Set((await offersToCarry(request.context.db, hub.id, from)).map(carryKey))
  if (typed.some((key) => !isId(key.split('/')[0] ?? '') || !known.has(key)))
    return again('Choose among the offers of the list: one of those chosen is there no more')
  try {
    await carryOffers(request.context, { hubId: hub.id, from, keys: [...new Set(typed)] })
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
  return redirect(`/hub/${hub.slug}/roll-over?year=${yearSlug(from)}`)
}
