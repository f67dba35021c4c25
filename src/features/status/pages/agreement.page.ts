import { found, NotFound } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { askHeadteacherAnew, type Interest, interestById, mayDecideOnInterest } from '../../interest/index.ts'
import { agreementView } from './ask-anew.view.ts'
import { askAnewForm } from './status.form.ts'

const interestHere = async ({ context, params }: PageRequest): Promise<Interest> => {
  const id = params['id'] ?? ''
  const interest = found(isId(id) ? await interestById(context.db, id) : null)
  if (interest.hub.slug !== params['hub'] || !mayDecideOnInterest(context.actor, interest.hub.id))
    throw new NotFound('A request to another hub')
  return found(interest.receivedAt === null ? null : interest)
}

export const showAgreement: Page = async (request) =>
  page(agreementView(request.frame, { interest: await interestHere(request), path: request.path, state: emptyForm }))

/** The hub puts the address right, or sends a fresh link. */
export const askAgreementAnew: Page = async (request) => {
  const interest = await interestHere(request)
  const form = parseForm(askAnewForm, request.body)
  if (!form.ok) return invalid(agreementView(request.frame, { interest, path: request.path, state: form }))
  const { headteacher_name: name, headteacher_email: email } = form.value
  await askHeadteacherAnew(request.context, { interestId: interest.id, head: { name, email } })
  return redirect(request.path)
}
