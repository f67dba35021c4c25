import { type Card, cards } from '../../../ui/components/cards.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { emptyForm, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import { type AcademicYear, yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import { audienceLabels, audiences } from '../../../vocabulary/audiences.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { phaseLabels, phaseSlug, phases } from '../../../vocabulary/phases.ts'
import { type CatalogueSection, durationOf, type Project, projectPath } from '../../projects/index.ts'
import { type Chosen, catalogueHref, chosenWords, isFiltered } from '../filter.ts'

const cardOf = (project: Project, headingLevel: 2 | 3): Card => ({
  title: project.title,
  href: projectPath(project),
  headingLevel,
  text: project.summary,
  facts: [
    ...[project.code, project.words.model, durationOf(project)].filter((fact) => fact !== null),
    ...(project.stage ? [`Stage: ${project.stage.name}`] : []),
    ...(project.formerly ? [`Formerly ${project.formerly}`] : []),
    ...(project.partnerBodies.length > 0 ? [`With ${project.partnerBodies.join(', ')}`] : []),
  ],
  tags: [
    ...(project.isNew ? [statusTag('New', 'new')] : []),
    ...(project.status === 'closed' ? [statusTag('Over', 'over')] : []),
  ],
})

type Shown = {
  readonly chosen: Chosen
  readonly years: readonly AcademicYear[]
  readonly projects: readonly Project[]
  readonly sections: readonly CatalogueSection[]
  readonly introduction: string | null
}

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

const laidOut = ({ sections, projects, introduction }: Shown): Html => {
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
  }`
}

const found = ({ projects, chosen }: Shown): Html =>
  projects.length === 0
    ? emptyState({
        title: `No project of ${yearInWords(chosen.year)} fits`,
        text: 'Try other words, a code such as NCP21-15, or another year.',
        action: {
          text: 'Show every project of the year',
          href: catalogueHref({ ...chosen, phase: null, audience: null, words: '' }),
        },
      })
    : html`<h2 class="govuk-heading-m">${projects.length === 1 ? '1 project' : `${projects.length} projects`}</h2>${cards(projects.map((project) => cardOf(project, 3)))}`

const panel = ({ chosen, years }: Shown): Html =>
  filterPanel({
    action: '/projects',
    chosen: chosenWords(chosen),
    fields: html`${textField(emptyForm, { name: 'q', label: 'Words or code', value: chosen.words, type: 'search' })}
${selectField(emptyForm, { name: 'phase', label: 'Phase', blank: 'Any', items: phases.map((phase) => ({ value: phaseSlug(phase), text: phaseLabels[phase] })), value: chosen.phase && phaseSlug(chosen.phase) })}
${selectField(emptyForm, { name: 'audience', label: 'For', blank: 'Anybody', items: audiences.map((audience) => ({ value: audience, text: audienceLabels[audience] })), value: chosen.audience })}
${selectField(emptyForm, { name: 'year', label: 'Year', blank: false, items: years.map((year) => ({ value: yearSlug(year), text: yearInWords(year) })), value: yearSlug(chosen.year) })}`,
  })

const links = ({ chosen }: Shown): Html => {
  const none = { ...chosen, phase: null, audience: null }
  const all = [
    { text: 'All', to: none, on: chosen.phase === null && chosen.audience === null },
    ...phases.map((phase) => ({ text: phaseLabels[phase], to: { ...none, phase }, on: chosen.phase === phase })),
    ...audiences.map((audience) => ({
      text: audienceLabels[audience],
      to: { ...none, audience },
      on: chosen.audience === audience,
    })),
  ]
  return html`<nav aria-label="By phase and audience"><p class="govuk-body">${all.map(({ text, to, on }, at) => html`${at > 0 && ' · '}${on ? html`<strong aria-current="true">${text}</strong>` : html`<a class="govuk-link" href="${catalogueHref(to)}">${text}</a>`}`)}</p></nav>`
}

/** The catalogue of a year: laid out in its sections, or filtered. */
export const projectsView = (frame: Frame, shown: Shown): Html =>
  layout(
    frame,
    {
      title: `Projects ${yearInWords(shown.chosen.year)}`,
      breadcrumbs: [{ text: 'Projects' }],
      description: 'The year’s projects for schools, colleges and providers of teacher training.',
    },
    html`<h1 class="govuk-heading-xl">Projects ${yearInWords(shown.chosen.year)}</h1>
${links(shown)}
${filtered(panel(shown), isFiltered(shown.chosen) ? found(shown) : shown.projects.length === 0 ? found(shown) : laidOut(shown))}
${shown.projects.length > 0 && html`<p class="govuk-body app-screen-only"><a class="govuk-link" href="/projects/${yearSlug(shown.chosen.year)}.pdf">The catalogue of the year as PDF</a> · <a class="govuk-link" href="/projects/${yearSlug(shown.chosen.year)}.csv">as CSV</a> · <a class="govuk-link" href="/projects/${yearSlug(shown.chosen.year)}.json">as JSON</a> · <a class="govuk-link" href="/projects/data">what the files hold</a></p>`}`,
  )
