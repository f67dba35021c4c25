import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { mayEditProject, projectById } from '../../projects/index.ts'
import { stateTerms } from '../actions/state-terms.ts'
import { termsOfProject } from '../queries.ts'
import { termsForm } from './terms.form.ts'
import { termsView } from './terms.view.ts'

// Below a hub stand its own projects, below the network those of the national catalogue.
const projectHere = async ({ context, params }: PageRequest) => {
  const id = params['project'] ?? ''
  const hub = params['hub'] === undefined ? null : found(await hubBySlug(context.db, params['hub']))
  const project = found(isId(id) ? await projectById(context.db, id) : null)
  found(project.hubId === (hub?.id ?? null) && mayEditProject(context.actor, project.hubId) ? project : null)
  return { project, path: `${hub ? `/hub/${hub.slug}/projects` : '/network/projects'}/${id}` }
}

const draw = async (request: PageRequest, form?: FormState) => {
  const { project, path } = await projectHere(request)
  const terms = await termsOfProject(request.context.db, project.id)
  const typed = formFrom({ share: String(terms.leastShare ?? ''), tasks: String(terms.leastTasks ?? '') })
  const notice = request.query.get('said') === 'saved' ? 'Saved.' : request.frame.notice
  return termsView({ ...request.frame, notice }, { title: project.title, path, terms, form: form ?? typed })
}

export const showTerms: Page = async (request) => page(await draw(request))

export const saveTerms: Page = async (request) => {
  const { project, path } = await projectHere(request)
  const read = parseForm(termsForm, request.body)
  if (!read.ok) return invalid(await draw(request, read))
  await stateTerms(request.context, { projectId: project.id, terms: read.value })
  return redirect(`${path}/completing?said=saved`)
}
