import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { checkboxesField, type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type AnswerTerms, ruleInWords } from '../answer-terms.ts'

export type TermsShown = {
  readonly hub: { readonly name: string; readonly slug: string } | null
  readonly terms: AnswerTerms & { readonly setBy: 'hub' | 'network' | null }
  /** Until when somebody could answer who were offered a place at this moment. */
  readonly example: Temporal.Instant
  readonly others: readonly { readonly slug: string; readonly name: string | null }[]
  readonly yearsPublished: readonly number[]
  readonly mayKeep: boolean
  readonly form: FormState
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const whose = ({ hub, terms }: TermsShown): string => {
  if (terms.setBy === 'hub') return `${hub?.name ?? 'The hub'} has set this for itself.`
  const byWhom = terms.setBy === 'network' ? 'The network has set this' : 'Nobody has set anything, so this holds'
  return hub ? `${byWhom}; it holds for every hub that has set nothing of its own.` : `${byWhom} for every hub.`
}

const fields = ({ form, terms }: TermsShown): Html => html`${checkboxesField(form, {
  name: 'days',
  label: 'Working days',
  small: true,
  items: dayNames.map((text, at) => ({ value: String(at + 1), text })),
  values: terms.week.days.map(String),
})}
${textField(form, { name: 'opens', label: 'The working day begins at', width: 5, value: terms.week.opens.toString().slice(0, 5) })}
${textField(form, { name: 'closes', label: 'It ends at', width: 5, value: terms.week.closes.toString().slice(0, 5) })}
${textField(form, { name: 'hours', label: 'Working hours to answer', inputmode: 'numeric', width: 3, value: terms.hoursToAnswer })}
${textField(form, { name: 'before', label: 'At the latest so many working days before the first session', inputmode: 'numeric', width: 3, value: terms.daysBeforeFirst })}
${textField(form, { name: 'least', label: 'With fewer working hours than these the hub decides', hint: 'Nothing is then offered by itself', inputmode: 'numeric', width: 3, value: terms.leastHours })}
${textField(form, { name: 'reminder', label: 'Reminder, in working hours before the end', hint: 'Enter 0 for none', inputmode: 'numeric', width: 3, value: terms.reminderHours })}`

const action = ({ hub }: TermsShown): string => (hub ? `/hub/${hub.slug}/answering` : '/network/answering')

const setting = (shown: TermsShown): Html => {
  if (!shown.mayKeep) return html`<p class="govuk-body">The hub’s lead changes this.</p>`
  return html`<h2 class="govuk-heading-m">Change it</h2>
<p class="govuk-body">Offers that stand keep the deadline they were made with.</p>
<form method="post" action="${action(shown)}" novalidate>${fields(shown)}${button({ text: 'Save how answers are timed', preventDoubleClick: true })}</form>
${shown.hub && shown.terms.setBy === 'hub' && html`<form method="post" action="${action(shown)}/network">${button({ text: 'Follow the network instead', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}`
}

/** How long schools have to answer an offer of a place: the rule in words, an example, and the form that changes it. */
export const answeringView = (frame: Frame, shown: TermsShown): Html => {
  const { hub, terms, others, yearsPublished } = shown
  return layout(
    frame,
    {
      title: 'Time to answer an offer of a place',
      backLink: hub ? `/hub/${hub.slug}` : '/network',
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hub?.name ?? 'The network'}</span><h1 class="govuk-heading-l">Time to answer an offer of a place</h1>
${ruleInWords(terms).map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
${insetText(`Offered now, a place would be answered by ${formatInstant(shown.example)}.`)}
<p class="govuk-body">${whose(shown)} Bank holidays are those of England and Wales, as published up to ${yearsPublished.at(-1)}; after that, as the law foresees them.</p>
${others.length > 0 && html`<p class="govuk-body">Otherwise set at: ${others.map(({ name, slug }) => name ?? slug).join(', ')}.</p>`}
${setting(shown)}</div></div>`,
  )
}
