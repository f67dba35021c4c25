import { details } from '../../../ui/components/details.ts'
import { type Html, html } from '../../../ui/html.ts'
import { prose } from '../../../ui/prose.ts'
import {
  type Goal,
  goalInWords,
  type Pathway,
  pathwayDrawn,
  pathwaySlug,
  pathwayTable,
  type ServingProject,
  type YearNotice,
} from '../../projects/index.ts'

/** What a year says beside its projects: the pathways they serve, what the programme aims for, its notices. */
export type YearAround = {
  readonly pathways: readonly { readonly pathway: Pathway; readonly serving: readonly ServingProject[] }[]
  readonly goals: readonly Goal[]
  readonly notices: readonly YearNotice[]
}

const pathways = (all: YearAround['pathways']): Html | false =>
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

const goals = (all: YearAround['goals']): Html | false =>
  all.length > 0 &&
  html`<section><h2 class="govuk-heading-l" id="goals">What the programme aims for</h2><ul class="govuk-list govuk-list--bullet">${all.map(
    (goal) => html`<li>${goalInWords(goal)}</li>`,
  )}</ul></section>`

/** The same, after the projects of the year. */
export const aroundView = (around: YearAround): Html =>
  html`${pathways(around.pathways)}${goals(around.goals)}${around.notices.map(
    ({ heading, body }) => html`<section><h2 class="govuk-heading-l">${heading}</h2>${prose(body, 2)}</section>`,
  )}`
