import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered } from '../../../ui/components/filter-panel.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { pager } from '../../../ui/components/pager.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { schoolSign } from '../../catalogue/index.ts'
import { addressOf } from '../../organisations/index.ts'
import { type Project, projectPath } from '../../projects/index.ts'
import { askedHref, inWords, type Narrowing, narrowing, wholeYear } from '../asked.ts'
import type { Shown } from '../shown.ts'
import type { Term } from '../terms.ts'
import { factsOf, tagsOf } from './catalogue.view.ts'
import { type Around, links, orderLinks, panel } from './filter.view.ts'
import { offerLine } from './offer-line.view.ts'

type Results = Around & {
  readonly terms: readonly Term[]
  /** The project whose code was typed. */
  readonly named: Project | null
  readonly total: number
  readonly pageSize: number
  readonly shown: readonly Shown[]
  readonly loosened: readonly { readonly without: Narrowing; readonly count: number }[]
  readonly unknownDistances: number
}

const projects = (count: number): string => (count === 1 ? '1 project' : `${count.toLocaleString('en-GB')} projects`)

const moreOffers = ({ project, more, offers }: Shown): Html | false =>
  more > 0 &&
  html`<li><a class="govuk-link" href="${projectPath(project)}">${offers.length === 0 ? 'See' : 'And'} ${more} more ${more === 1 ? 'hub' : 'offers'}<span class="govuk-visually-hidden"> of ${project.title}</span></a></li>`

const resultOf = (one: Shown): Html => {
  const { project, offers, more } = one
  return html`<li class="app-result"><h3 class="app-result__title"><a class="govuk-link" href="${projectPath(project)}">${project.title}</a> ${tagsOf(project).map((each) => html`${each} `)}</h3>
<p class="app-result__text">${project.summary}</p>
<ul class="app-card__facts">${factsOf(project).map((fact) => html`<li>${fact}</li>`)}</ul>
${
  offers.length + more > 0
    ? html`<ul class="app-result__offers" aria-label="Offers of ${project.title}">${offers.map((offer) => offerLine(offer))}${moreOffers(one)}</ul>`
    : html`<p class="app-result__none">No hub has published an offer of it for this year yet.</p>`
}</li>`
}

const respelt = ({ terms }: Results): Html | false => {
  const meant = terms.filter((term) => term.kind === 'word' && term.meant.length > 0)
  return (
    meant.length > 0 &&
    html`<p class="govuk-body">${meant.map(
      (term) =>
        term.kind === 'word' &&
        html`Nothing found for “${term.word}”. Showing what holds ${term.meant.map((word, at) => html`${at > 0 && ' or '}“${word}”`)}. `,
    )}</p>`
  )
}

const namedElsewhere = ({ named, asked }: Results): Html | false =>
  named !== null &&
  named.year !== asked.year &&
  insetText({
    text: html`${named.code} is a project of ${yearInWords(named.year)}: <a class="govuk-link" href="${projectPath(named)}">${named.title}</a>.`,
  })

const which = ({ led, asked }: Results): Html | false =>
  led?.kind === 'which' &&
  html`<section aria-label="Which school"><h2 class="govuk-heading-m">Which “${asked.near}” do you mean?</h2><ul class="govuk-list">${led.schools.map(
    (school) =>
      html`<li><a class="govuk-link" href="${askedHref(asked, { near: schoolSign(school) })}">${school.name}</a>, ${addressOf(school)}</li>`,
  )}</ul><p class="govuk-body">Until you choose one, nothing is said of distances.</p></section>`

const placeNote = ({ led, asked }: Results): Html | false =>
  led?.kind === 'place' &&
  html`${led.place.note && html`<p class="govuk-body">${led.place.note}</p>`}${
    led.place.elsewhere.length > 0 &&
    html`<p class="govuk-body">This is near ${led.place.name}. There is also ${led.place.elsewhere.map(
      (place, at) =>
        html`${at > 0 && ', '}<a class="govuk-link" href="${askedHref(asked, { near: place })}">${place}</a>`,
    )}.</p>`
  }`

const unknownNote = ({ unknownDistances: count }: Results): Html | false =>
  count > 0 &&
  html`<p class="govuk-body-s">${count === 1 ? 'One offer is left out because nobody knows where it meets.' : `${count} offers are left out because nobody knows where they meet.`}</p>`

const nothing = (results: Results): Html => {
  const { asked, loosened, hubs } = results
  const hubName = hubs.find(({ slug }) => slug === asked.hub)?.name ?? null
  return html`${emptyState({
    title: `No project of ${yearInWords(asked.year)} fits`,
    text:
      loosened.length > 0
        ? html`Leave something out:</p><ul class="govuk-list govuk-list--bullet">${loosened.map(
            ({ without, count }) =>
              html`<li><a class="govuk-link" href="${askedHref(asked, narrowing[without])}">without ${inWords(asked, without, hubName)}</a>: ${projects(count)}</li>`,
          )}</ul><p class="govuk-body">Or try another year.`
        : 'Try other words, a code such as NCP21-15, or another year.',
    action: { text: 'Show every project of the year', href: askedHref(wholeYear(asked.year)) },
  })}`
}

const list = (results: Results): Html => {
  const { asked, total, pageSize, shown } = results
  return html`<h2 class="govuk-heading-m">${projects(total)}</h2>${orderLinks(results)}${unknownNote(results)}<ul class="app-results">${shown.map(resultOf)}</ul>${
    total > pageSize &&
    pager({ page: asked.page, pageSize, total, noun: 'projects', href: (page) => askedHref(asked, { page }) })
  }`
}

/** The projects of a year that fit what is asked for, each with its offers near. */
export const resultsView = (frame: Frame, results: Results): Html => {
  const { asked, problems, total } = results
  return layout(
    frame,
    {
      title: `Projects ${yearInWords(asked.year)}${asked.page > 1 ? `, page ${asked.page}` : ''}`,
      breadcrumbs: [{ text: 'Projects', href: `/projects?year=${yearSlug(asked.year)}` }, { text: 'What fits' }],
      description: 'The year’s projects for schools, colleges and providers of teacher training.',
      alternates: [{ href: '/projects.atom', type: 'application/atom+xml', title: 'Projects' }],
      scripts: ['suggestions'],
      errors: problems,
    },
    html`<h1 class="govuk-heading-xl">Projects ${yearInWords(asked.year)}</h1>
${links(results)}
${filtered(panel(results), html`${namedElsewhere(results)}${which(results)}${placeNote(results)}${respelt(results)}${total === 0 ? nothing(results) : list(results)}`)}`,
  )
}
