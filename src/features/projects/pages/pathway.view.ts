import { pathwayPicture } from '../../../ui/charts/pathway-picture.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import { asDrawn, pathwayInWords, type ServingProject, stageInWords } from '../pathway.ts'
import { type Pathway, projectPath } from '../project.ts'

type Shown = {
  readonly pathway: Pick<Pathway, 'name' | 'stages'>
  /** The projects that serve its stages, of one year or of several. */
  readonly serving: readonly ServingProject[]
  /** The stage that the page is about. */
  readonly here?: string
  /** What the table below the picture is called. */
  readonly caption?: string
}

const codesOf = (serving: readonly ServingProject[], stageId: string): string =>
  [...new Set(serving.filter((each) => each.stageId === stageId).flatMap(({ code }) => code ?? []))]
    .slice(0, 2)
    .join(', ')

/** A pathway drawn: its entry points, what follows what, what is taken again or beside. */
export const pathwayDrawn = ({ pathway, serving, here }: Shown): Html =>
  pathwayPicture({
    title: `Pathway: ${pathway.name}`,
    description: pathwayInWords(pathway),
    stages: asDrawn(pathway).map((stage) => ({
      name: stage.name,
      under: codesOf(serving, stage.id),
      entryPoint: stage.entryPoint,
      repeats: stage.repeats,
      isBeside: stage.beside !== null,
      isHere: stage.id === here,
    })),
  })

const link = (project: ServingProject): Html =>
  html`<li><a class="govuk-link" href="${projectPath(project)}">${project.title}</a>, ${yearLabel(project.year)}${project.code && ` (${project.code})`}</li>`

/** The same as a table, with the projects that serve each stage. */
export const pathwayTable = ({ pathway, serving, here, caption }: Shown): Html =>
  table({
    caption: caption ?? `The stages of ${pathway.name}`,
    captionClasses: 'govuk-table__caption--s',
    head: ['Stage', 'How it is come to', 'How often', 'Projects'],
    rows: asDrawn(pathway).map((stage) => {
      const { way, often } = stageInWords(pathway, stage)
      const projects = serving.filter(({ stageId }) => stageId === stage.id)
      return [
        stage.id === here ? html`${stage.name}<br>This project` : stage.name,
        way,
        often,
        projects.length === 0
          ? 'None yet'
          : html`<ul class="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">${projects.map(link)}</ul>`,
      ]
    }),
    firstCellIsHeader: true,
    stacks: true,
  })
