import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { structuredData } from '../../../ui/components/structured-data.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Json } from '../../../vocabulary/json.ts'
import { blocksView, type Offer, offerPath } from '../../offers/index.ts'
import {
  type Descent,
  type ProjectInFull,
  pathwayDrawn,
  pathwaySlug,
  pathwayTable,
  projectPath,
  type ServingProject,
} from '../../projects/index.ts'
import { projectFacts, projectSections, yearAndCode } from '../project-sheet.ts'
import { familyView } from './family.view.ts'

const journey = (project: ProjectInFull, serving: readonly ServingProject[]): Html | false => {
  const { pathway: way, stage: here } = project
  if (!way || !here) return false
  const shown = { pathway: way, serving, here: here.id, caption: `${way.name}, stage by stage` }
  return html`<section class="app-flyer__section" id="pathway"><h2 class="govuk-heading-m">Where it stands on the pathway</h2>
<p class="govuk-body">${way.name}: this project is the stage ${here.name}. <a class="govuk-link" href="/pathways/${pathwaySlug(way)}">The whole pathway</a></p>${pathwayDrawn(shown)}${pathwayTable(shown)}</section>`
}

type Deviser = ShownProject['deviser']

const notOffered = (deviser: Deviser): Html =>
  deviser === null
    ? emptyState({
        title: 'No hub has published an offer of it yet',
        text: 'Your hub can tell you whether it plans to.',
        action: { text: 'Find your hub', href: '/hubs' },
      })
    : emptyState({
        title: `${deviser.name} has not published an offer of it yet`,
        text: `${deviser.name} devised it, and can tell you when it plans to.`,
        action: { text: `Ask ${deviser.name}`, href: `/hubs/${deviser.slug}` },
      })

const offered = ({ project, deviser, offers }: ShownProject): Html =>
  html`<section class="app-flyer__section" id="where"><h2 class="govuk-heading-m">Where it is offered</h2>${
    offers.length === 0
      ? notOffered(deviser)
      : html`<ul class="govuk-list">${offers.map(
          (offer) =>
            html`<li><a class="govuk-link" href="${offerPath(offer)}">${offer.hub.name}</a>${offer.theme ? ` (${offer.theme.title})` : ''}${offer.hub.region && html` <span class="govuk-hint govuk-!-display-inline">${offer.hub.region}</span>`}</li>`,
        )}</ul>`
  }${project.status === 'published' && button({ text: 'Can my school join?', href: '/schools', classes: 'govuk-button--secondary' })}</section>`

const standing = (project: ProjectInFull): Html | false => {
  if (project.status === 'withdrawn')
    return warningText(`This project was withdrawn.${project.statusReason ? ` ${project.statusReason}` : ''}`)
  return (
    project.status === 'closed' &&
    html`<p class="govuk-body">${statusTag('Over', 'over')} This project of ${yearInWords(project.year)} is over.</p>`
  )
}

export type ShownProject = {
  readonly project: ProjectInFull
  /** The hub that devised it for itself; null for a national project. */
  readonly deviser: { readonly name: string; readonly slug: string } | null
  readonly line: readonly Descent[]
  /** The projects of its year that serve the stages of its pathway. */
  readonly serving: readonly ServingProject[]
  readonly offers: readonly Offer[]
  /** Where it is printed, if not below its own address. */
  readonly pdf?: string
  /** The same for programs; null where there is nothing to join. */
  readonly data?: Json | null
}

/** A project: what it is, for whom, where it stands on a pathway, where it came from and where it is offered. */
export const projectView = (frame: Frame, shown: ShownProject): Html => {
  const { project } = shown
  return layout(
    frame,
    {
      title: `${project.title} ${yearInWords(project.year)}`,
      breadcrumbs: [
        { text: `Projects ${yearInWords(project.year)}`, href: `/projects?year=${yearSlug(project.year)}` },
        { text: project.title },
      ],
      description: project.summary,
      alternates: [{ href: `${projectPath(project)}.pdf`, type: 'application/pdf', title: 'The project as PDF' }],
    },
    html`${shown.data && structuredData(shown.data)}${projectArticle(frame, shown)}`,
  )
}

/** What the page of a project says, below whatever stands round it. */
export const projectArticle = (frame: Frame, shown: ShownProject): Html => {
  const { project, deviser, line, serving, pdf } = shown
  return html`<article class="app-flyer">
<header class="app-flyer__head"><p class="govuk-caption-l">${frame.networkName} · ${yearAndCode(project)}</p><h1 class="govuk-heading-xl">${project.title}</h1><p class="govuk-body-l">${project.summary}</p></header>
${deviser && html`<p class="govuk-body">Devised by <a class="govuk-link" href="/hubs/${deviser.slug}">${deviser.name}</a> for the schools around it. No other hub offers it.</p>`}
${standing(project)}${project.isNew && html`<p class="govuk-body">${statusTag('New', 'new')} New in ${yearInWords(project.year)}.</p>`}
<div class="app-flyer__key">${summaryList({ rows: projectFacts(project).map(({ label, value }) => ({ key: label, value })) })}</div>
${project.status === 'published' && html`<p class="govuk-body app-screen-only"><a class="govuk-link" href="#where">Where it is offered</a> · <a class="govuk-link" href="${pdf ?? `${projectPath(project)}.pdf`}">As PDF</a></p>`}
${projectSections(project).map((section) => html`<section class="app-flyer__section" id="${section.key}"><h2 class="govuk-heading-m">${section.heading}</h2>${blocksView(section.blocks)}</section>`)}
${journey(project, serving)}
${familyView(project, line)}
${project.status !== 'withdrawn' && offered(shown)}
</article>`
}
