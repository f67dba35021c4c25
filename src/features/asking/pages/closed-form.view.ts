import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { daysAFormIsKept, type InterestForm, type Step, typedIn } from '../interest-form.ts'
import { type AskedFor, columns } from './ask.view.ts'
import type { DetailsAsked } from './details.view.ts'
import { fieldInWords, valueInWords } from './typed-words.view.ts'

export type ClosedForm = {
  readonly asking: { readonly about: AskedFor }
  readonly form: Pick<InterestForm, 'typed' | 'saved' | 'begunAt' | 'changes'>
  readonly details: DetailsAsked
  readonly steps: readonly Step[]
  readonly sentence: string
}

const lastTouched = ({ saved, begunAt }: ClosedForm['form']): Temporal.Instant => {
  const moments = Object.values(saved).map(({ at }) => Temporal.Instant.from(at))
  return [begunAt, ...moments].toSorted(Temporal.Instant.compare).at(-1) ?? begunAt
}

const rowsOf = ({ details, steps }: ClosedForm, typed: Typed) =>
  steps.flatMap(({ key }) =>
    Object.entries(typedIn(key, typed)).map(([name, value]) => ({
      key: fieldInWords(details, name),
      value: valueInWords(details, name, value),
    })),
  )

const whatCanBeDone = ({ asking, form, details }: ClosedForm): readonly (Html | string)[] => {
  const { hub, contact } = asking.about
  const kept = formatDate(localDate(lastTouched(form)).add({ days: daysAFormIsKept }))
  const write = contact
    ? html`Write to ${hub} at <a class="govuk-link" href="mailto:${contact}">${contact}</a>: the hub can enter a late request for ${details.organisation.name}, from what stands below.`
    : html`Ask ${hub}: the hub can enter a late request for ${details.organisation.name}, from what stands below.`
  if (form.changes !== null)
    return [
      html`Your request stands as it was sent. Tell ${hub} what has changed${contact && html`: <a class="govuk-link" href="mailto:${contact}">${contact}</a>`}.`,
    ]
  return [write, `If the hub opens the offer again, this address goes on where you were. It is kept until ${kept}.`]
}

/** The window has closed while somebody was typing: nothing is lost, and what can be done is said. */
export const closedFormView = (frame: Frame, shown: ClosedForm): Html => {
  const { about } = shown.asking
  const rows = rowsOf(shown, shown.form.typed)
  const title = 'It is too late to send this'
  return layout(
    frame,
    { title: `${title}: ${about.title}`, unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${shown.sentence} Nothing was sent; what you typed is kept.</p>
<h2 class="govuk-heading-m">What you can do</h2>
<ul class="govuk-list govuk-list--bullet">${whatCanBeDone(shown).map((each) => html`<li>${each}</li>`)}</ul>
<h2 class="govuk-heading-m">What you typed</h2>
${rows.length > 0 ? summaryList({ rows }) : insetText('Nothing yet.')}`),
  )
}
