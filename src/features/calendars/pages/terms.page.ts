import { found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYearOf, yearEnds, yearSlug, yearStarts } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { removeTermDates, stateTermDates } from '../actions/state-terms.ts'
import { authoritiesFor, daysOfAuthorities } from '../queries.ts'
import { termForm } from './days.form.ts'
import { scopeOf, yearAsked } from './scope.ts'
import { termsView } from './terms.view.ts'

const around = async (request: PageRequest) => {
  const { context, params } = request
  const scope = await scopeOf(request)
  const authorities = await authoritiesFor(context.db, { hubId: scope.hub?.id ?? null, today: context.today })
  return { scope, authority: found(authorities.find(({ code }) => code === params['authority'])) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const here = await around(request)
  const { year, years } = yearAsked(request)
  const span = { from: yearStarts(year), to: yearEnds(year) }
  const [known] = await daysOfAuthorities(request.context.db, [here.authority.code], span)
  const notice = request.query.get('said') === 'saved' ? 'Saved.' : null
  return termsView({ ...request.frame, notice }, { ...here, year, years, dates: known?.dates ?? [], form })
}

export const showTerms: Page = async (request) => page(await draw(request, emptyForm))

export const saveTerms: Page = async (request) => {
  const { scope, authority } = await around(request)
  const form = parseForm(termForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const whose = { hubId: scope.hub?.id ?? null, authority: authority.code }
  try {
    await stateTermDates(request.context, { ...whose, dates: form.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, { typed: request.body, errors: [{ field: 'from', message: problem.message }] }))
  }
  return redirect(`${scope.base}/terms/${authority.code}?year=${yearSlug(academicYearOf(form.value.from))}&said=saved`)
}

export const takeTermsAway: Page = async (request) => {
  const { scope, authority } = await around(request)
  const id = request.params['term'] ?? ''
  const whose = { hubId: scope.hub?.id ?? null, authority: authority.code }
  if (isId(id)) await removeTermDates(request.context, { ...whose, id })
  return redirect(`${scope.base}/terms/${authority.code}?year=${yearSlug(yearAsked(request).year)}&said=saved`)
}
