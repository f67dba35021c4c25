import { emptyState } from '../../../ui/components/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import {
  type Pathway,
  pathwayDrawn,
  pathwayInWords,
  pathwaySlug,
  pathwayTable,
  type ServingProject,
} from '../../projects/index.ts'

const words =
  'A pathway is a journey that a school goes over several years, stage by stage. Each stage is a project of its year.'

/** Every pathway, drawn. */
export const pathwaysView = (frame: Frame, pathways: readonly Pathway[], serving: readonly ServingProject[]): Html =>
  layout(
    frame,
    {
      title: 'Pathways of schools',
      breadcrumbs: [{ text: 'Projects', href: '/projects' }, { text: 'Pathways of schools' }],
      description: words,
    },
    html`<h1 class="govuk-heading-xl">Pathways of schools</h1><p class="govuk-body-l">${words}</p>${
      pathways.length === 0
        ? emptyState({ title: 'No pathway has been published yet', text: 'The pathways of schools will stand here.' })
        : html`<div class="app-pathways">${pathways.map(
            (pathway) =>
              html`<section class="app-pathways__one"><h2 class="govuk-heading-m"><a class="govuk-link" href="/pathways/${pathwaySlug(pathway)}">${pathway.name}</a></h2>${pathwayDrawn({ pathway, serving: [] })}<p class="govuk-body">${pathwayInWords(pathway)}</p></section>`,
          )}</div>`
    }${serving.length > 0 && html`<p class="govuk-body">Which project of which year serves each stage is told on the page of each pathway.</p>`}`,
  )

/** One pathway: the picture, the same as a table with the projects of every year. */
export const pathwayView = (
  frame: Frame,
  { pathway, serving }: { pathway: Pathway; serving: readonly ServingProject[] },
): Html => {
  const slug = pathwaySlug(pathway)
  const [latest] = serving
  const ofLatest = serving.filter(({ year }) => year === latest?.year)
  return layout(
    frame,
    {
      title: pathway.name,
      breadcrumbs: [
        { text: 'Projects', href: '/projects' },
        { text: 'Pathways of schools', href: '/pathways' },
        { text: pathway.name },
      ],
      description: pathwayInWords(pathway),
    },
    html`<h1 class="govuk-heading-xl">${pathway.name}</h1><p class="govuk-body-l">${pathwayInWords(pathway)}</p>
${pathwayDrawn({ pathway, serving: ofLatest })}${pathwayTable({ pathway, serving, caption: 'Stages, and the projects that serve them' })}
<p class="govuk-body app-screen-only"><a class="govuk-link" href="/pathways/${slug}.csv">This table as CSV</a> · <a class="govuk-link" href="/schools">Find your school</a></p>`,
  )
}
