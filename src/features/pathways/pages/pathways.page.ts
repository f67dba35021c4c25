import { found } from '../../../platform/errors.ts'
import { file, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import { allPathways, pathwaySlug, projectPath, projectsOfStages, stageInWords } from '../../projects/index.ts'
import { pathwaysView, pathwayView } from './pathways.view.ts'

const pathwayIn = async ({ context: { db }, params }: PageRequest) => {
  const pathway = found((await allPathways(db)).find((each) => pathwaySlug(each) === params['key']) ?? null)
  return { pathway, serving: await projectsOfStages(db, { pathwayId: pathway.id }) }
}

export const showPathways: Page = async ({ context: { db }, frame }) => {
  const [pathways, serving] = await Promise.all([allPathways(db), projectsOfStages(db, {})])
  return page(pathwaysView(frame, pathways, serving))
}

export const showPathway: Page = async (request) => page(pathwayView(request.frame, await pathwayIn(request)))

const heads = ['Pathway', 'Stage', 'Order', 'How it is come to', 'How often', 'Year', 'Code', 'Project', 'Address']

/** The stages of a pathway with the projects that serve them, as a table to be worked with. */
export const listPathway: Page = async (request) => {
  const { pathway, serving } = await pathwayIn(request)
  const { baseUrl } = request.context.config
  const rows = pathway.stages.flatMap((stage, at) => {
    const { way, often } = stageInWords(pathway, stage)
    const start = [pathway.name, stage.name, String(at + 1), way, often]
    const projects = serving.filter(({ stageId }) => stageId === stage.id)
    if (projects.length === 0) return [[...start, '', '', '', '']]
    return projects.map((project) => [
      ...start,
      yearLabel(project.year),
      project.code ?? '',
      project.title,
      `${baseUrl}${projectPath(project)}`,
    ])
  })
  const body = writeCsv([heads, ...rows])
  return file({ body, type: 'text/csv; charset=utf-8', name: `pathway-${pathwaySlug(pathway)}.csv` })
}
