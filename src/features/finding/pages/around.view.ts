import { details } from '../../../ui/components/details.ts'
import { type Html, html } from '../../../ui/html.ts'
import { prose } from '../../../ui/prose.ts'
import {
  goalInWords,
  type Pathway,
  type Project,
  type PublishedYear,
  pathwayDrawn,
  pathwaySlug,
  pathwayTable,
  projectPath,
  type ServingProject,
} from '../../projects/index.ts'

export type PathwaysServed = readonly {
  readonly pathway: Pathway
  readonly serving: readonly ServingProject[]
}[]

const pathways = (all: PathwaysServed): Html | false =>
  all.length > 0 &&
  html`<section><h2 class="govuk-heading-l" id="pathways">Pathways of schools</h2><div class="app-pathways">${all.map(
    (one) =>
      html`<div class="app-pathways__one"><h3 class="govuk-heading-m"><a class="govuk-link" href="/pathways/${pathwaySlug(one.pathway)}">${one.pathway.name}</a></h3>${pathwayDrawn(one)}${details(
        {
          summaryText: html`As a table<span class="govuk-visually-hidden">: ${one.pathway.name}</span>`,
          text: pathwayTable(one),
        },
      )}</div>`,
  )}</div></section>`

const goals = (all: PublishedYear['goals']): Html | false =>
  all.length > 0 &&
  html`<section><h2 class="govuk-heading-l" id="goals">What the programme aims for</h2><ul class="govuk-list govuk-list--bullet">${all.map(
    (goal) => html`<li>${goalInWords(goal)}</li>`,
  )}</ul></section>`

const runWith = (projects: readonly Project[], name: string): Html | false => {
  const its = projects.filter(({ partnerBodies }) => partnerBodies.includes(name))
  return (
    its.length > 0 &&
    html`<p class="govuk-body">Run together with it: ${its.map((project, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${projectPath(project)}">${project.title}</a>`)}.</p>`
  )
}

const partners = (all: PublishedYear['partners'], projects: readonly Project[]): Html | false =>
  all.length > 0 &&
  html`<section><h2 class="govuk-heading-l" id="partners">With whom the network works</h2>${all.map(
    ({ name, about, website }) =>
      html`<h3 class="govuk-heading-m">${website ? html`<a class="govuk-link" href="${website}">${name}</a>` : name}</h3>${prose(about, 4)}${runWith(projects, name)}`,
  )}</section>`

/** What a year says after its projects: the pathways they serve, what the programme aims for, with whom, its notices. */
export const aroundView = (year: PublishedYear, served: PathwaysServed, projects: readonly Project[]): Html =>
  html`${pathways(served)}${goals(year.goals)}${partners(year.partners, projects)}${year.notices.map(
    ({ heading, body }) => html`<section><h2 class="govuk-heading-l">${heading}</h2>${prose(body, 2)}</section>`,
  )}`
