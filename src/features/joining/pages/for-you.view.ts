import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type FormState, selectField, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { schoolPath, schoolSign } from '../../catalogue/index.ts'
import { askedHref, type Led, wholeYear } from '../../finding/index.ts'
import { addressOf } from '../../organisations/index.ts'
import type { Entry } from '../entries.ts'
import { askingPosts, type Workplace, workplaceLabels, workplaces } from '../for-you.ts'
import type { Own } from '../own.ts'
import { joiningView } from './joining.view.ts'

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
  readonly entries: readonly Entry[]
  readonly own: readonly Own[] | null
  readonly withHistory: boolean
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

const isForThem = ({ standing }: Entry): boolean => standing !== 'not_for_you'

const found = (shown: ForYou, suggested: Suggested, role: PostKind): Html => {
  const { led } = shown
  const { entries, own, year, withHistory } = suggested
  const school = led?.kind === 'place' ? led.school : null
  const here = school && `/for-you?${new URLSearchParams({ ...shown.said.given, at: schoolSign(school) })}`
  return html`${basis(shown, suggested)}${
    entries.some(isForThem)
      ? false
      : emptyState({
          title: `Nothing of ${yearInWords(year)} is for you as you describe yourself`,
          text: 'Try another post if you hold several, leave the school out, or ask your hub.',
          action: { text: 'Find your hub', href: '/hubs' },
        })
  }${joiningView({
    entries,
    own,
    organisationId: school?.id ?? null,
    post: role,
    signIn: here && !withHistory ? `/sign-in?to=${encodeURIComponent(here)}` : null,
    year,
  })}
<p class="govuk-body"><a class="govuk-link" href="${everything(shown, suggested)}">All projects open to somebody like you</a></p>`
}

/** "I am a … at a …": what somebody says of themselves, and what there is for them. */
export const forYouView = (frame: Frame, shown: ForYou): Html => {
  const { said, suggested, problems } = shown
  return layout(
    frame,
    {
      title: 'What is there for me?',
      breadcrumbs: [{ text: 'Projects', href: '/projects' }, { text: 'For you' }],
      description: 'Say what you do and where you work: what you can join now, soon, and not yet, with why and where.',
      scripts: ['suggestions'],
      errors: problems,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">What is there for me?</h1>
${asking(shown)}
${which(shown)}${suggested && said.role && found(shown, suggested, said.role)}</div></div>`,
  )
}
