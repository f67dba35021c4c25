import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { yearsPublished } from '../../../vocabulary/bank-holidays.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { followNetworkTerms, keepAnswerTerms } from '../actions/keep-answer-terms.ts'
import { deadlineFor } from '../answer-terms.ts'
import { mayKeepAnswerTerms } from '../policy.ts'
import { answerTermsOf, hubsWithOwnTerms } from '../queries.ts'
import { termsForm } from './answering.form.ts'
import { answeringView } from './answering.view.ts'

const hubOf = async ({ context, params }: PageRequest) =>
  params['hub'] === undefined ? null : found(await hubBySlug(context.db, params['hub']))

const draw = async (request: PageRequest, form: FormState) => {
  const { context, query } = request
  const hub = await hubOf(request)
  const terms = await answerTermsOf(context.db, hub?.id ?? null)
  const notice = query.get('said') === 'saved' ? 'Saved. It holds for places offered from now on.' : null
  return answeringView(
    { ...request.frame, notice },
    {
      hub,
      terms,
      example: found(deadlineFor(terms, context.now, null)).by,
      others: hub === null ? await hubsWithOwnTerms(context.db) : [],
      yearsPublished: yearsPublished(),
      mayKeep: mayKeepAnswerTerms(context.actor, hub?.id ?? null),
      form,
    },
  )
}

const pathOf = ({ params }: PageRequest): string =>
  params['hub'] === undefined ? '/network/answering' : `/hub/${params['hub']}/answering`

export const showTerms: Page = async (request) => page(await draw(request, emptyForm))

export const saveTerms: Page = async (request) => {
  const form = parseForm(termsForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const hub = await hubOf(request)
  await keepAnswerTerms(request.context, { hubId: hub?.id ?? null, terms: form.value })
  return redirect(`${pathOf(request)}?said=saved`)
}

/** A hub that had set its own goes by the network again. */
export const followNetwork: Page = async (request) => {
  await followNetworkTerms(request.context, found(await hubOf(request)).id)
  return redirect(`${pathOf(request)}?said=saved`)
}
