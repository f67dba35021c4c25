import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, page } from '../../../platform/http/routes.ts'
import { parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import { parseProjectCode } from '../../../vocabulary/project-code.ts'
import { projectData, publishedOffersOfProject } from '../../offers/index.ts'
import { hubById } from '../../organisations/index.ts'
import {
  familyLine,
  inFull,
  type Project,
  projectByAddress,
  projectByCode,
  projectPath,
  servingWith,
} from '../../projects/index.ts'
import { printed } from './print-project.page.ts'
import { projectView } from './project.view.ts'

const projectAt = async ({ db }: Context, params: Readonly<Record<string, string>>): Promise<Project> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const project = found(await projectByAddress(db, year, params['slug'] ?? ''))
  return found(project.status === 'draft' ? null : project)
}

export const showProject: Page = async ({ context, params, frame }) => {
  const project = await projectAt(context, params)
  const [deviser, full, line, serving, offers] = await Promise.all([
    project.hubId === null ? null : hubById(context.db, project.hubId),
    inFull(context.db, project),
    familyLine(context.db, project.id),
    servingWith(context.db, project),
    publishedOffersOfProject(context.db, project.id),
  ])
  const data = projectData(full, { baseUrl: context.config.baseUrl, network: frame.networkName })
  return page(projectView(frame, { project: full, deviser, line, serving, offers, data }))
}

export const printProject: Page = async (request) => {
  const { db } = request.context
  const project = await projectAt(request.context, request.params)
  const [full, line] = await Promise.all([inFull(db, project), familyLine(db, project.id)])
  return printed(request, full, line)
}

/** A code in any spelling, or a year, leads to its page. */
export const leadFromCode: Page = async ({ context, params }) => {
  const text = params['code'] ?? ''
  const year = parseAcademicYear(text)
  if (year) return movedTo(`/projects?year=${yearSlug(year)}`)
  const code = found(parseProjectCode(text))
  const project = found(await projectByCode(context.db, code))
  return movedTo(projectPath(found(project.status === 'draft' ? null : project)))
}
