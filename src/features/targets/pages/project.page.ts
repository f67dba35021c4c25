import { Conflict, found, NotFound, Refused } from '../../../platform/errors.ts'
import { historyOf } from '../../../platform/history.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { everyHub, hubBySlug } from '../../organisations/index.ts'
import { stateTargets } from '../actions/state-targets.ts'
import { targetEvents } from '../events.ts'
import { mayStateTargets } from '../policy.ts'
import { linesOf, plansOf, projectToPlan, schoolsBehind } from '../queries.ts'
import { noProgress, type Planned } from '../target.ts'
import { type HubToPlan, readTargets } from './project.form.ts'
import { projectView } from './project.view.ts'

type Named = HubToPlan & { readonly isOpen: boolean }

// At the address of a hub its own projects are planned; at that of the network every project is seen, and national ones planned.
const planOf = async ({ context, params }: PageRequest) => {
  const id = params['project'] ?? ''
  const project = found(isId(id) ? await projectToPlan(context.db, id) : null)
  const hub = params['hub'] === undefined ? null : found(await hubBySlug(context.db, params['hub']))
  if (hub !== null && project.hubId !== hub.id) throw new NotFound('A hub plans its own projects')
  const every: readonly Named[] = await everyHub(context.db)
  const mayState = mayStateTargets(context.actor, project.hubId)
  const toPlan = every.filter(({ id: hubId, isOpen }) => isOpen && (project.hubId === null || project.hubId === hubId))
  const base = hub ? `/hub/${hub.slug}/targets` : '/network/targets'
  return { project: { ...project, year: academicYear(project.year) }, hub, every, toPlan, mayState, base }
}

const pastOf = async ({ context }: PageRequest, projectId: string, every: readonly Named[]) =>
  (await historyOf(context.db, { type: 'project', id: projectId })).flatMap((event) =>
    event.name in targetEvents
      ? [
          {
            title: targetEvents[event.name as keyof typeof targetEvents],
            at: event.occurredAt,
            by: event.actorName,
            hub: every.find(({ id }) => id === event.particulars['hubId'])?.name ?? null,
            before: event.particulars['before'] as Planned | null,
            planned: event.particulars['planned'] as Planned | null,
          },
        ]
      : [],
  )

const draw = async (request: PageRequest, form: FormState) => {
  const plan = await planOf(request)
  const { project, toPlan, every } = plan
  const which = { year: project.year, projectId: project.id }
  const [lines, schools, plans, past] = await Promise.all([
    linesOf(request.context.db, which),
    schoolsBehind(request.context.db, which),
    plansOf(request.context.db, project.id),
    pastOf(request, project.id, every),
  ])
  const shown = every.flatMap((hub) => {
    const line = lines.find(({ hubId }) => hubId === hub.id)
    const isStated = plan.mayState && toPlan.some(({ id }) => id === hub.id)
    if (!line && !isStated) return []
    const { id, slug, name } = hub
    return [{ id, slug, name, isStated, planned: plans.get(id) ?? null, progress: line?.progress ?? noProgress }]
  })
  return projectView(request.frame, {
    ...plan,
    lines,
    shown,
    schools: schools.ofProject.get(project.id) ?? 0,
    past,
    form,
  })
}

export const showProjectTargets: Page = async (request) => page(await draw(request, emptyForm))

const again = async (request: PageRequest, problem: Conflict | Refused): Promise<Answer> => {
  if (problem instanceof Refused)
    return invalid(await draw(request, { typed: request.body, errors: [{ field: '', message: problem.message }] }))
  const message = `${problem.message} What you typed is below, and not saved: the plan that stands now is said beside it. Save again to put yours in its place.`
  return overtaken(await draw(request, { typed: request.body, errors: [{ field: '', message }] }))
}

/** States what hubs plan for a project, all that were changed at once. */
export const saveProjectTargets: Page = async (request) => {
  const { project, toPlan, base } = await planOf(request)
  const form = readTargets(request.body, toPlan)
  if (!form.ok) return invalid(await draw(request, form))
  try {
    await stateTargets(request.context, { projectId: project.id, stated: form.value })
  } catch (problem) {
    if (problem instanceof Conflict || problem instanceof Refused) return again(request, problem)
    throw problem
  }
  return redirect(base === '/network/targets' ? `${base}/${project.id}` : base)
}
