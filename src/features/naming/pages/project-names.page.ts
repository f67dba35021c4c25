import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { atOnce } from '../../interest/index.ts'
import { projectById } from '../../projects/index.ts'
import { setNamesOfProject } from '../actions/set-names-later.ts'
import { namesOfProject } from '../queries.ts'
import { rulesFrom, typedRule } from './names.form.ts'
import { projectNamesView } from './names.view.ts'

// A hub says for each offer of its own projects when names are wanted: this page is for projects of the network.
const projectHere = async ({ context, params }: PageRequest) => {
  const id = params['project'] ?? ''
  const project = found(isId(id) ? await projectById(context.db, id) : null)
  return found(project.hubId === null ? project : null)
}

export const showNamesOfProject: Page = async (request) => {
  const { context, frame, query } = request
  const project = await projectHere(request)
  const rule = await namesOfProject(context.db, project.id)
  const notice = query.get('said') === 'saved' ? 'Saved.' : frame.notice
  return page(projectNamesView({ ...frame, notice }, { project, rule, form: formFrom(typedRule(rule)) }))
}

export const saveNamesOfProject: Page = async (request) => {
  const { context, frame, body, path } = request
  const project = await projectHere(request)
  const read = parseForm(rulesFrom(context.today), body)
  const rule = await namesOfProject(context.db, project.id)
  if (!read.ok) return invalid(projectNamesView(frame, { project, rule, form: read }))
  const about = { id: project.id, hubId: project.hubId }
  await setNamesOfProject(context, { project: about, rule: read.value ?? atOnce })
  return redirect(`${path}?said=saved`)
}
