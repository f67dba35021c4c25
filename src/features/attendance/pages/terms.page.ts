import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { mayEditProject } from '../../projects/index.ts'
import { stateTerms } from '../actions/state-terms.ts'
import { projectAsking } from '../queries.ts'
import { termsForm } from './terms.form.ts'
import { termsView } from './terms.view.ts'

const projectOf = async ({ context, params, path }: PageRequest) => {
  const id = params['project'] ?? ''
  const project = found(isId(id) ? await projectAsking(context.db, id) : null)
  const isHere = params['hub'] === undefined ? project.hubId === null : project.hubId !== null
  found(isHere && mayEditProject(context.actor, project.hubId) ? project : null)
  return { project, path, backTo: path.replace(/\/attendance$/, '') }
}

export const showTerms: Page = async (request) => {
  const notice = request.query.has('saved') ? 'Saved. All sums follow at once.' : request.frame.notice
  return page(termsView({ ...request.frame, notice }, { ...(await projectOf(request)), form: emptyForm }))
}

export const saveTerms: Page = async (request) => {
  const shown = await projectOf(request)
  const parsed = parseForm(termsForm, request.body)
  if (!parsed.ok) return invalid(termsView(request.frame, { ...shown, form: parsed }))
  await stateTerms(request.context, { projectId: shown.project.id, ...parsed.value })
  return redirect(`${request.path}?saved=1`)
}
