import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { file, movedTo, type Page, page } from '../../../platform/http/routes.ts'
import { columnsFor, sheetTemplate, sizeFor, typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { parseAcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { parseProjectCode } from '../../../vocabulary/project-code.ts'
import { plainProse } from '../../../vocabulary/prose.ts'
import { type FlyerSection, publishedOffersOfProject } from '../../offers/index.ts'
import { hubById } from '../../organisations/index.ts'
import { familyLine, inFull, type Project, projectByAddress, projectByCode, projectPath } from '../../projects/index.ts'
import { projectFacts, projectSections } from '../project-sheet.ts'
import { projectView } from './project.view.ts'

const projectAt = async ({ db }: Context, params: Readonly<Record<string, string>>): Promise<Project> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const project = found(await projectByAddress(db, year, params['slug'] ?? ''))
  return found(project.status === 'draft' ? null : project)
}

export const showProject: Page = async ({ context, params, frame }) => {
  const project = await projectAt(context, params)
  const [deviser, full, line, offers] = await Promise.all([
    project.hubId === null ? null : hubById(context.db, project.hubId),
    inFull(context.db, project),
    familyLine(context.db, project.id),
    publishedOffersOfProject(context.db, project.id),
  ])
  return page(projectView(frame, { project: full, deviser, line, offers }))
}

const wordsOf = (sections: readonly FlyerSection[]): string =>
  sections
    .map(({ heading, blocks }) => `${heading}\n${plainProse(blocks.filter((block) => block.kind !== 'dates'))}`)
    .join('\n')

export const printProject: Page = async ({ context, params, frame }) => {
  const project = await inFull(context.db, await projectAt(context, params))
  const address = `${context.config.baseUrl}${projectPath(project)}`
  const sections = projectSections(project)
  const data = {
    title: project.title,
    hub: '',
    network: frame.networkName,
    year: yearLabel(project.year),
    code: project.code,
    notice: project.status === 'withdrawn' ? `This project was withdrawn. ${project.statusReason ?? ''}` : null,
    facts: projectFacts(project).slice(0, 5),
    sections,
    asking: 'See which hubs offer it',
    short: address,
    shortWords: address.replace(/^https?:\/\//, ''),
    made: formatDate(context.today),
  }
  const pdf = await typeset({
    template: sheetTemplate,
    data: { ...data, size: sizeFor(wordsOf(sections)), columns: columnsFor(wordsOf(sections)), qr: qrCode(address) },
    most: 2,
  })
  return file({ body: pdf, type: 'application/pdf', name: `${yearSlug(project.year)}-${project.slug}.pdf` })
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
