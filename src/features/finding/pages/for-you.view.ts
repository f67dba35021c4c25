import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type FormState, selectField, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { schoolPath, schoolSign } from '../../catalogue/index.ts'
import { type ForPost, inSum, type Verdict, verdictList } from '../../criteria/index.ts'
import { addressOf } from '../../organisations/index.ts'
import { projectPath } from '../../projects/index.ts'
import { askedHref, wholeYear } from '../asked.ts'
import { askingPosts, type Workplace, workplaceLabels, workplaces } from '../for-you.ts'
import type { Led } from '../place.ts'
import type { Shown } from '../shown.ts'
import { factsOf, tagsOf } from './catalogue.view.ts'
import { offerLine } from './offer-line.view.ts'

/** What somebody says of themselves. */
export type Said = {
  readonly role: PostKind | null
  readonly workplace: Workplace | null
  /** Their school, or a place near it, as it was typed. */
  readonly at: string
  readonly given: { readonly role: string; readonly workplace: string }
}

export type Suggested = {
  readonly year: AcademicYear
  readonly total: number
  readonly withHistory: boolean
  readonly projects: readonly (Shown & { readonly verdicts: readonly Verdict[]; readonly forPost: ForPost })[]
}

type ForYou = {
  readonly said: Said
  readonly led: Led | null
  readonly problems: readonly FieldError[]
  readonly suggested: Suggested | null
}

const asking = ({ said, led, problems }: ForYou): Html => {
  const form: FormState = { typed: {}, errors: problems }
  const hint =
    led?.kind === 'place'
      ? led.place.name
      : 'The name of your school, its postcode, or your town. Leave it empty to see what there is anywhere.'
  return html`<form method="get" action="/for-you">
${selectField(form, { name: 'role', label: 'I am', blank: 'Choose what you do', items: askingPosts.map((post) => ({ value: post, text: postLabels[post] })), value: said.role })}
${selectField(form, { name: 'workplace', label: 'at a', blank: 'Choose where you work', items: workplaces.map((each) => ({ value: each, text: workplaceLabels[each] })), value: said.workplace })}
${suggestingField(form, { from: '/schools/suggestions', name: 'at', label: 'called, or near', hint, value: said.at, width: 30, type: 'search' })}
${button({ text: 'Show what is for me' })}</form>`
}

const which = ({ said, led }: ForYou): Html | false =>
  led?.kind === 'which' &&
  html`<h2 class="govuk-heading-m">Which “${said.at}” is it?</h2><ul class="govuk-list">${led.schools.map(
    (school) =>
      html`<li><a class="govuk-link" href="/for-you?${String(new URLSearchParams({ ...said.given, at: schoolSign(school) }))}">${school.name}</a>, ${addressOf(school)}</li>`,
  )}</ul>`

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const mattersMost = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ strength, answer }) => strength === 'required' && answer === 'not_yet_known')

const why = ({ verdicts, forPost }: Suggested['projects'][number], role: PostKind): Html => {
  const { answer, sentence } = inSum(verdicts)
  const open = mattersMost(verdicts)
  return html`<p class="app-result__text">${statusTag(answer === 'yes' ? 'You can join' : 'You can perhaps join', answer === 'yes' ? 'good' : 'waiting')} ${forPost === 'named' && html`<strong>It is meant for you: ${lowerFirst(postLabels[role])}.</strong> `}${sentence}</p>${
    open.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${open.map(({ sentence: rule, way }) => html`<li>${rule} ${way && html`<strong>${way}</strong>`}</li>`)}</ul>`
  }`
}

const one = (each: Suggested['projects'][number], role: PostKind): Html => {
  const { project, offers, more } = each
  return html`<li class="app-result"><h3 class="app-result__title"><a class="govuk-link" href="${projectPath(project)}">${project.title}</a> ${tagsOf(project).map((tag) => html`${tag} `)}</h3>
<p class="app-result__text">${project.summary}</p>
<ul class="app-card__facts">${factsOf(project).map((fact) => html`<li>${fact}</li>`)}</ul>
${why(each, role)}
${
  offers.length > 0
    ? html`<ul class="app-result__offers" aria-label="Where ${project.title} is offered">${offers.map((offer) => offerLine(offer))}${more > 0 && html`<li><a class="govuk-link" href="${projectPath(project)}">And ${more} more<span class="govuk-visually-hidden"> offers of ${project.title}</span></a></li>`}</ul>`
    : html`<p class="app-result__none">No hub has published an offer of it for this year yet: ask yours.</p>`
}
${each.verdicts.length > 0 && details({ summaryText: html`Rule by rule<span class="govuk-visually-hidden">: ${project.title}</span>`, text: verdictList(each.verdicts) })}</li>`
}

const everything = ({ said, led }: ForYou, { year }: Suggested): string => {
  const phase = said.workplace === 'itt' ? null : said.workplace
  return askedHref({
    ...wholeYear(year),
    role: said.role,
    phase,
    audience: said.workplace === 'itt' ? 'itt' : null,
    near: led?.kind === 'place' ? said.at : '',
  })
}

const basis = ({ led }: ForYou, { withHistory }: Suggested): Html | false =>
  led?.kind === 'place' &&
  led.school !== null &&
  html`<p class="govuk-body">${withHistory ? 'With what your school has taken part in so far.' : 'From the public register alone: what depends on your school’s history with the network is not yet known here.'} <a class="govuk-link" href="${schoolPath(led.school)}">Everything ${led.school.name} can join, rule by rule</a>.</p>`

const found = (shown: ForYou, suggested: Suggested, role: PostKind): Html =>
  suggested.total === 0
    ? emptyState({
        title: `Nothing of ${yearInWords(suggested.year)} is for you as you describe yourself`,
        text: 'Try another post if you hold several, leave the school out, or ask your hub.',
        action: { text: 'Find your hub', href: '/hubs' },
      })
    : html`<h2 class="govuk-heading-l">${suggested.total === 1 ? 'One project' : suggested.total > suggested.projects.length ? `The ${suggested.projects.length} of ${suggested.total} projects that matter most` : `${suggested.total} projects`} for you</h2>
${basis(shown, suggested)}<ul class="app-results">${suggested.projects.map((each) => one(each, role))}</ul>
<p class="govuk-body"><a class="govuk-link" href="${everything(shown, suggested)}">All projects open to somebody like you</a></p>`

/** "I am a … at a …": what somebody says of themselves, and the few projects that matter. */
export const forYouView = (frame: Frame, shown: ForYou): Html => {
  const { said, suggested, problems } = shown
  return layout(
    frame,
    {
      title: 'What is there for me?',
      breadcrumbs: [{ text: 'Projects', href: '/projects' }, { text: 'For you' }],
      description: 'Say what you do and where you work: the few projects that matter to you, with why and where.',
      scripts: ['suggestions'],
      errors: problems,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">What is there for me?</h1>
${asking(shown)}
${which(shown)}${suggested && said.role && found(shown, suggested, said.role)}</div></div>`,
  )
}
