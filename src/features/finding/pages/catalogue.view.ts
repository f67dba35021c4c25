import { type Card, cards } from '../../../ui/components/cards.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered } from '../../../ui/components/filter-panel.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import { yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import {
  type CatalogueSection,
  durationOf,
  type Project,
  type PublishedYear,
  projectPath,
} from '../../projects/index.ts'
import { aroundView, type PathwaysServed } from './around.view.ts'
import { type Around, links, panel } from './filter.view.ts'

type Shown = Around & {
  readonly projects: readonly Project[]
  readonly published: PublishedYear
  readonly pathways: PathwaysServed
}

/** What is told of a project in a list, beside its title. */
export const factsOf = (project: Project): readonly string[] => [
  ...[project.code, project.words.model, durationOf(project)].filter((fact) => fact !== null),
  ...(project.stage ? [`Stage: ${project.stage.name}`] : []),
  ...(project.formerly ? [`Formerly ${project.formerly}`] : []),
  ...(project.partnerBodies.length > 0 ? [`With ${project.partnerBodies.join(', ')}`] : []),
]

export const tagsOf = ({ isNew, status }: Project): readonly Html[] => [
  ...(isNew ? [statusTag('New', 'new')] : []),
  ...(status === 'closed' ? [statusTag('Over', 'over')] : []),
]

const cardOf = (project: Project, headingLevel: 2 | 3): Card => ({
  title: project.title,
  href: projectPath(project),
  headingLevel,
  text: project.summary,
  facts: factsOf(project),
  tags: tagsOf(project),
})

const sectionOf = (section: CatalogueSection, byId: ReadonlyMap<string, Project>, level: 2 | 3): Html => {
  const projects = section.projectIds.flatMap((id) => byId.get(id) ?? [])
  const heading =
    level === 2
      ? html`<h2 class="govuk-heading-l" id="${section.key}">${section.title}</h2>`
      : html`<h3 class="govuk-heading-m" id="${section.key}">${section.title}</h3>`
  return html`<section>${heading}${section.introduction && prose(section.introduction, level === 2 ? 3 : 4)}${
    projects.length > 0 && cards(projects.map((project) => cardOf(project, 3)))
  }${section.parts.map((part) => sectionOf(part, byId, 3))}</section>`
}

const laidOut = ({ projects, published, pathways }: Shown): Html => {
  const { sections, introduction } = published
  const byId = new Map(projects.map((project) => [project.id, project]))
  const placed = new Set(
    sections.flatMap(function ids(section): string[] {
      return [...section.projectIds, ...section.parts.flatMap(ids)]
    }),
  )
  const others = projects.filter(({ id }) => !placed.has(id))
  return html`${introduction && prose(introduction, 2)}${
    sections.length > 1 &&
    html`<nav aria-label="Parts of the catalogue"><ul class="govuk-list">${sections.map(({ key, title }) => html`<li><a class="govuk-link" href="#${key}">${title}</a></li>`)}</ul></nav>`
  }${sections.map((section) => sectionOf(section, byId, 2))}${
    others.length > 0 &&
    html`${sections.length > 0 && html`<h2 class="govuk-heading-l">More projects of the year</h2>`}${cards(others.map((project) => cardOf(project, sections.length > 0 ? 3 : 2)))}`
  }${aroundView(published, pathways, projects)}`
}

// Whoever comes back to a catalogue that is gone is told so.
const withdrawn = ({ asked, published: { withdrawnBecause } }: Shown): Html | false =>
  withdrawnBecause !== null &&
  insetText(
    html`The national team has taken back how the catalogue of ${yearInWords(asked.year)} was laid out, and will publish it again. ${withdrawnBecause}`,
  )

const nothingYet = ({ asked, years }: Shown): Html => {
  const [latest] = years
  return emptyState({
    title: `No project of ${yearInWords(asked.year)} has been published`,
    text: 'A year’s projects stand here once the national team publishes them.',
    ...(latest === undefined
      ? {}
      : { action: { text: `See ${yearInWords(latest)}`, href: `/projects?year=${yearSlug(latest)}` } }),
  })
}

/** The catalogue of a year as it is laid out in its sections. */
export const layoutView = (frame: Frame, shown: Shown): Html => {
  const { asked, projects, problems } = shown
  return layout(
    frame,
    {
      title: `Projects ${yearInWords(asked.year)}`,
      breadcrumbs: [{ text: 'Projects' }],
      description: 'The year’s projects for schools, colleges and providers of teacher training.',
      alternates: [{ href: '/projects.atom', type: 'application/atom+xml', title: 'Projects' }],
      scripts: ['suggestions'],
      errors: problems,
    },
    html`<h1 class="govuk-heading-xl">Projects ${yearInWords(asked.year)}</h1>
${links(shown)}${withdrawn(shown)}
<p class="govuk-body app-screen-only">Not sure where to begin? <a class="govuk-link" href="/for-you">Say what you do and where you work</a>.</p>
${filtered(panel(shown), projects.length === 0 ? nothingYet(shown) : laidOut(shown))}
${projects.length > 0 && html`<p class="govuk-body app-screen-only"><a class="govuk-link" href="/projects/${yearSlug(asked.year)}.pdf">The catalogue of the year as PDF</a> · <a class="govuk-link" href="/projects/${yearSlug(asked.year)}.csv">as CSV</a> · <a class="govuk-link" href="/projects/${yearSlug(asked.year)}.json">as JSON</a> · <a class="govuk-link" href="/projects/data">what the files hold</a></p>`}`,
  )
}
