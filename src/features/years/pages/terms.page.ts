import { Conflict, found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { yearSlug } from '../../../vocabulary/academic-year.ts'
import { termsOfYear } from '../../projects/index.ts'
import { changeTerms } from '../actions/change-terms.ts'
import { markOfTerms } from '../terms.ts'
import { termsForm, typedTerms } from './terms.form.ts'
import { changeTermsView, termsView } from './terms.view.ts'
import { yearIn } from './years.page.ts'

export const showTerms: Page = async (request) => {
  const year = await yearIn(request)
  const saved = request.query.get('said') === 'saved' ? 'Saved. Everything of this year says so from now on.' : null
  const frame = { ...request.frame, notice: saved }
  return page(termsView(frame, { year, terms: await termsOfYear(request.context.db, year) }))
}

const termsIn = async (request: PageRequest) => {
  const year = await yearIn(request)
  const terms = await termsOfYear(request.context.db, year)
  return { year, terms: found(terms.find(({ model }) => model === request.params['model']) ?? null) }
}

const draw = async (request: PageRequest, form: FormState, mark: string) =>
  changeTermsView(request.frame, { ...(await termsIn(request)), form, mark })

export const askForTerms: Page = async (request) => {
  const { words } = (await termsIn(request)).terms
  return page(await draw(request, formFrom(typedTerms(words)), markOfTerms(words)))
}

export const saveTerms: Page = async (request) => {
  const { year, terms } = await termsIn(request)
  const mark = typedText(request.body, 'mark')
  const isUsual = typedText(request.body, 'act') === 'usual'
  const form = parseForm(termsForm, request.body)
  if (!isUsual && !form.ok) return invalid(await draw(request, form, mark))
  try {
    const words = isUsual || !form.ok ? null : form.value
    await changeTerms(request.context, { year, model: terms.model, words, mark })
    return redirect(`/network/years/${yearSlug(year)}/terms?said=saved`)
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    // Who has seen that there are other words saves over them only by saving once more.
    const now = markOfTerms((await termsIn(request)).terms.words)
    const message = `${problem.message} Yours are below, and not saved: save again to put them in their place.`
    return overtaken(await draw(request, { typed: request.body, errors: [{ field: 'model', message }] }, now))
  }
}
