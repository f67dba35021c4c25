import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { emptyForm, type FormState, hiddenField, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { answerTag, type Question, questionForm, type VerdictShown, verdictList } from '../../criteria/index.ts'

/** The offer that is asked for, and where its pages are. */
export type AskedFor = {
  readonly title: string
  readonly hub: string
  readonly offerHref: string
  readonly base: string
  readonly isApplication: boolean
  readonly isForProviders: boolean
  /** What is searched for whoever asks to join. */
  readonly kinds: readonly ('school' | 'itt_provider' | 'trust')[]
  readonly contact: string | null
}

export type Found = {
  readonly id: string
  readonly name: string
  readonly where: string
  readonly closed: boolean
  readonly successors: readonly { readonly id: string; readonly name: string }[]
}

// Staff of a hub enter a request for a school that is not theirs.
const isOwn = ({ base }: AskedFor): boolean => !base.startsWith('/hub/')
const isForBoth = ({ isForProviders, kinds }: AskedFor): boolean => isForProviders && kinds.includes('school')
const noun = (about: AskedFor): string =>
  isForBoth(about) ? 'institution or school' : about.isForProviders ? 'institution' : 'school or college'
export const headingOf = ({ isApplication }: AskedFor): string => (isApplication ? 'Apply to join' : 'Express interest')

const searchLabel = (about: AskedFor): string => {
  const whose = isOwn(about) ? 'your' : 'the'
  if (isForBoth(about)) return `Name, town or postcode of ${whose} institution or school`
  return about.isForProviders
    ? `Name or town of ${whose} institution`
    : `Name, town, postcode or URN of ${whose} school`
}

export const columns = (inside: Html): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside}</div></div>`

const resultOf = (about: AskedFor, found: Found) =>
  found.closed
    ? {
        title: found.successors[0] ? `${found.name}, now ${found.successors[0].name}` : found.name,
        href: found.successors[0]
          ? `${about.base}?organisation=${found.successors[0].id}`
          : `${about.base}?organisation=${found.id}`,
        text: found.successors[0]
          ? `${found.name} has closed; ${found.successors[0].name} has followed it and can ask.`
          : 'Closed. Nothing is known that followed it.',
      }
    : { title: found.name, href: `${about.base}?organisation=${found.id}`, text: found.where }

const kindsOf = ({ kinds }: AskedFor): string => kinds.map((kind) => `kind=${kind}`).join('&')

const searchHint = (about: AskedFor): string | undefined =>
  isForBoth(about)
    ? 'A university, a SCITT, a lead school or a school with mentors'
    : about.isForProviders
      ? 'A university, a SCITT or a lead school'
      : undefined

/** Step 1: which school or institution asks. */
export const findView = (
  frame: Frame,
  about: AskedFor,
  { form, results }: { form: FormState; results: readonly Found[] | null },
): Html =>
  layout(
    frame,
    {
      title: `${headingOf(about)}: find ${isOwn(about) ? 'your' : 'the'} ${noun(about)}`,
      backLink: about.offerHref,
      errors: form.errors,
      scripts: ['suggestions'],
    },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">Which ${noun(about)} asks to join?</h1>
<form method="get" action="${about.base}" novalidate>
${suggestingField(form, { from: `/schools/suggestions?${kindsOf(about)}`, name: 'q', label: searchLabel(about), type: 'search', hint: searchHint(about) })}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>
${
  results &&
  (results.length > 0
    ? html`<h2 class="govuk-heading-m">${isOwn(about) ? 'Choose yours' : 'Choose the one that asks'}</h2>${cards(results.map((found) => ({ ...resultOf(about, found), headingLevel: 3 as const })))}`
    : html`<h2 class="govuk-heading-m">Nothing found</h2><p class="govuk-body">Try fewer words, the town, or the postcode.${about.contact && html` If your ${noun(about)} is missing, write to ${about.hub} at ${about.contact}.`}</p>`)
}`),
  )

export type CanJoin = {
  readonly organisation: { readonly name: string; readonly where: string; readonly id: string }
  /** The theme with which alone this is the answer. */
  readonly theme: string | null
  readonly closed: boolean
  readonly successors: readonly { readonly id: string; readonly name: string }[]
  readonly sum: { readonly answer: 'yes' | 'no' | 'not_yet_known'; readonly sentence: string }
  readonly verdicts: readonly VerdictShown[]
  /** What was answered on the way: the form begins with it. */
  readonly said: readonly (readonly [string, string])[]
  /** What would settle it next, and what was answered so far. */
  readonly question: { readonly question: Question; readonly said: readonly (readonly [string, string])[] } | null
}

/** Step 2: can our school join, rule by rule, and why. */
export const canJoinView = (frame: Frame, about: AskedFor, can: CanJoin): Html =>
  layout(
    frame,
    { title: `Can ${can.organisation.name} join?`, backLink: about.base },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">Can ${can.organisation.name} join?</h1>
<p class="govuk-body">${can.organisation.where}</p>
<p class="govuk-body-l">${answerTag(can.sum.answer)} ${can.sum.sentence}</p>
${can.theme !== null && html`<p class="govuk-body">So it is with the theme ${can.theme}: choose it in the form.</p>`}
${!can.closed && can.question && questionForm({ ...can.question, action: about.base, form: emptyForm })}
${can.closed ? successorLinks(about, can) : goOn(about, can)}
<h2 class="govuk-heading-m">Rule by rule</h2>
${verdictList(can.verdicts)}
${insetText(`This is from public records alone. What ${can.organisation.name} has done with the network so far is looked at once you have asked and confirmed your email address.`)}
<p class="govuk-body"><a class="govuk-link" href="${about.base}">Not your ${noun(about)}? Find another</a></p>`),
  )

const successorLinks = (about: AskedFor, { successors }: CanJoin): Html =>
  successors.length === 0
    ? html`<p class="govuk-body">Nothing is known that followed it.</p>`
    : html`<ul class="govuk-list">${successors.map(({ id, name }) => html`<li><a class="govuk-link" href="${about.base}?organisation=${id}">Ask for ${name}, which has followed it</a></li>`)}</ul>`

const goOn = (about: AskedFor, can: CanJoin): Html => {
  const goesOn = (text: string, classes?: string): Html =>
    html`<form method="post" action="${about.base}">${hiddenField('organisation', can.organisation.id)}${can.said.map(([name, value]) => hiddenField(name, value))}${button({ text, classes, preventDoubleClick: true })}</form>`
  if (can.sum.answer !== 'no') return goesOn('Continue')
  return details({
    summaryText: 'Ask all the same',
    text: html`<p class="govuk-body">The hub decides, and can overrule a rule where it knows better. Say why in your comments.</p>${goesOn('Ask all the same', 'govuk-button--secondary')}`,
  })
}

/** The offer takes no requests now. */
export const closedView = (frame: Frame, about: AskedFor, sentence: string): Html =>
  layout(
    frame,
    { title: 'You cannot ask to join now', backLink: about.offerHref },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">You cannot ask to join now</h1>
<p class="govuk-body">${sentence}</p>
${about.contact && html`<p class="govuk-body">Ask ${about.hub}: <a class="govuk-link" href="mailto:${about.contact}">${about.contact}</a></p>`}`),
  )

/** After sending: what happens next. */
export const sentView = (frame: Frame, about: AskedFor, demonstration: boolean): Html => {
  const title = 'Check your email'
  return layout(
    frame,
    { title, unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">We have sent a mail to the address you gave. <strong>Open the link in it to send your request to the hub.</strong> Until then the hub does not see it, and after seven days it lapses.</p>
<p class="govuk-body">No mail after a few minutes? Look in the junk folder, or go back and check the address.</p>
${about.contact && html`<p class="govuk-body">Any question? Write to ${about.hub} at <a class="govuk-link" href="mailto:${about.contact}">${about.contact}</a>.</p>`}
${demonstration && html`<p class="govuk-body">This is a demonstration: its mail is shown in the <a class="govuk-link" href="/outbox">outbox</a>.</p>`}`),
  )
}
