import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { interestById } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { answerPassing } from '../actions/answer-passing.ts'
import type { Passing } from '../passing.ts'
import { passingById } from '../queries.ts'
import { agreeView } from './agree.view.ts'
import { agreeForm } from './passing.form.ts'

const passingOfLink = async ({ context }: PageRequest): Promise<Passing> => {
  if (context.actor.kind !== 'link') throw new NotFound('Not by a link')
  return found(await passingById(context.db, context.actor.subjectId))
}

const policyOf = async ({ context }: PageRequest, passing: Passing) =>
  found(await offerById(context.db, passing.offer.id)).policy

const draw = async (request: PageRequest, passing: Passing, form: FormState) =>
  agreeView(request.frame, {
    passing,
    interest: found(await interestById(request.context.db, passing.interestId)),
    policy: await policyOf(request, passing),
    path: request.path,
    form,
  })

export const showAgreement: Page = async (request) => page(await draw(request, await passingOfLink(request), emptyForm))

export const answerAgreement: Page = async (request): Promise<Answer> => {
  const passing = await passingOfLink(request)
  const { context, body } = request
  const form = parseForm(agreeForm((await policyOf(request, passing)) !== null), body)
  if (!form.ok) return invalid(await draw(request, passing, form))
  const seen = typedText(body, 'policy_seen')
  try {
    await answerPassing(context, { passingId: passing.id, ...form.value, policyId: seen === '' ? null : seen })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const { policy: _unread, ...typed } = body
    const errors = [{ field: 'answer', message: problem.message }]
    return invalid(await draw(request, await passingOfLink(request), { typed, errors }))
  }
  return redirect(request.path)
}
