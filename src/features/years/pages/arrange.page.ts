import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, type PageRequest, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { arrange, placeProject, type Step } from '../actions/change-layout.ts'
import { discardDraft } from '../actions/publish-year.ts'
import { listNames } from '../layout.ts'
import { projectsToPlace } from '../layout-queries.ts'
import { yearPath } from './year.view.ts'
import { yearIn } from './years.page.ts'

const steps: readonly Step[] = ['up', 'down', 'remove']
const stepIn = ({ body }: PageRequest): Step => found(steps.find((step) => step === typedText(body, 'step')) ?? null)

// Nothing is typed where things are moved by buttons: whoever is refused looks at what stands, and moves again.
const again = (problem: unknown): never => {
  if (problem instanceof Conflict) throw new Conflict(`${problem.message} Go back, open it again and move it there.`)
  throw problem
}

export const arrangeYear: Page = async (request) => {
  const year = await yearIn(request)
  const list = listNames.find((each) => each === typedText(request.body, 'list'))
  if (!list) throw new Refused('Choose what is to be moved: a notice, a section, a goal or a partner body.')
  const id = typedText(request.body, 'id')
  const input = { year, list, id, step: stepIn(request), mark: typedText(request.body, 'mark') }
  await arrange(request.context, input).catch(again)
  return redirect(`${yearPath(year)}?said=saved`)
}

export const placeInSection: Page = async (request) => {
  const year = await yearIn(request)
  const section = request.params['section'] ?? ''
  const address = `${yearPath(year)}/sections/${section}`
  const project = typedText(request.body, 'project')
  const isAdded = typedText(request.body, 'step') === 'add'
  if (!isId(project)) return redirect(address)
  if (isAdded) found((await projectsToPlace(request.context.db, year)).find(({ id }) => id === project) ?? null)
  const step = isAdded ? ('add' as const) : stepIn(request)
  const mark = typedText(request.body, 'mark')
  await placeProject(request.context, { year, section, project, step, mark }).catch(again)
  return redirect(address)
}

export const letDraftGo: Page = async (request) => {
  const year = await yearIn(request)
  await discardDraft(request.context, { year, mark: typedText(request.body, 'mark') })
  return redirect(`${yearPath(year)}?said=discarded`)
}
