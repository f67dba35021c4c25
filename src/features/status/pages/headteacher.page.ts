import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { commitmentWords } from '../../criteria/index.ts'
import { answerAsHeadteacher } from '../../interest/index.ts'
import { headteacherView } from './headteacher.view.ts'
import { interestOfLink } from './of-link.page.ts'
import { headteacherForm } from './status.form.ts'

const drawHeadteacher = async (request: PageRequest, form: FormState) => {
  const interest = await interestOfLink(request)
  return headteacherView(request.frame, {
    interest,
    path: request.path,
    form,
    commitments: interest.commitments.map(commitmentWords),
  })
}

export const showHeadteacher: Page = async (request) => page(await drawHeadteacher(request, emptyForm))

export const answerHeadteacher: Page = async (request) => {
  const form = parseForm(headteacherForm, request.body)
  if (!form.ok) return invalid(await drawHeadteacher(request, form))
  const interest = await interestOfLink(request)
  await answerAsHeadteacher(request.context, { interestId: interest.id, ...form.value })
  return redirect(request.path)
}
