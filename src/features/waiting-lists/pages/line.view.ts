import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { orderInWords, type Proof, type Waiting, whyThere } from '../../place-offers/index.ts'

export type ProofShown = Proof & {
  readonly at: Temporal.Instant
  /** Why the hub had moved somebody up, by request. */
  readonly reasons: Readonly<Record<string, string>>
  readonly group: string
  readonly names: ReadonlyMap<string, string>
  readonly faults: readonly string[]
}

export type LineShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly offer: { readonly id: string; readonly title: string; readonly unit: 'organisation' | 'person' }
  readonly line: readonly Waiting[]
  readonly proofs: readonly ProofShown[]
  readonly rule: readonly string[]
  readonly form: FormState
  /** The request whose form was sent. */
  readonly about: string
}

const none: FormState = { typed: {}, errors: [] }
const number = (text: number) => ({ text, format: 'numeric' as const })

const peopleOf = ({ people, fewerIsFine }: Pick<Waiting, 'people' | 'fewerIsFine'>): string =>
  fewerIsFine ? `${people}, fewer is fine` : String(people)

const turnForm = (shown: LineShown, waiting: Waiting): Html => {
  const isUp = waiting.movedUpAt !== null
  const isAbout = shown.about === waiting.id
  return details({
    summaryText: html`${isUp ? 'Put back' : 'Move up'}<span class="govuk-visually-hidden"> ${waiting.organisation}</span>`,
    open: isAbout,
    text: html`<form method="post" action="/hub/${shown.hub.slug}/waiting/${shown.offer.id}" novalidate>${hiddenField('act', isUp ? 'back' : 'up')}${hiddenField('interest', waiting.id)}${textField(isAbout ? shown.form : none, { name: 'reason', label: 'Why?', hint: 'Kept, and shown with the order of the list' })}${button({ text: isUp ? 'Put back to its turn' : 'Move up', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
  })
}

const lineTable = (shown: LineShown): Html =>
  table({
    stacks: true,
    caption: `${shown.line.length} waiting, in their order`,
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'Turn', format: 'numeric' }, 'Who waits', 'Why there', 'People', 'Change'],
    rows: shown.line.map((waiting, at) => [
      number(at + 1),
      html`<a class="govuk-link" href="/hub/${shown.hub.slug}/interest/${waiting.id}">${waiting.organisation}</a>`,
      html`${whyThere(waiting)}${waiting.movedUpReason && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${waiting.movedUpReason}</span>`}`,
      peopleOf(waiting),
      turnForm(shown, waiting),
    ]),
  })

const nameIn = ({ names }: ProofShown, id: string): string => names.get(id) ?? 'A school that asked another hub'

const outcomeOf = (proof: ProofShown): string => {
  if (proof.offeredTo) return `Offered to ${nameIn(proof, proof.offeredTo)}`
  return proof.isLeftToHub ? 'Too little time to ask: left to the hub' : 'Nobody in line fitted'
}

const standing = (proof: ProofShown, waiting: ProofShown['line'][number]): string => {
  if (waiting.why) return waiting.why
  return waiting.id === proof.offeredTo ? 'Offered the place' : 'Next in turn'
}

const proofOne = (proof: ProofShown): Html => {
  const behind = proof.waiting - proof.line.length
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${formatInstant(proof.at)}: ${proof.group}</h3>
<p class="govuk-body govuk-!-margin-bottom-1">${outcomeOf(proof)}. ${
    proof.faults.length === 0 ? statusTag('The order holds', 'good') : statusTag(proof.faults.join(' '), 'bad')
  }</p>${details({
    summaryText: html`Who stood where<span class="govuk-visually-hidden"> on ${formatInstant(proof.at)}</span>`,
    text: html`${table({
      stacks: true,
      caption: 'The line as it stood',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Turn', format: 'numeric' }, 'Who waited', 'Why there', 'People', 'What became of it'],
      rows: proof.line.map((waiting, at) => [
        number(at + 1),
        nameIn(proof, waiting.id),
        html`${whyThere(waiting)}${proof.names.has(waiting.id) && proof.reasons[waiting.id] && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${proof.reasons[waiting.id]}</span>`}`,
        peopleOf(waiting),
        standing(proof, waiting),
      ]),
    })}${behind > 0 && html`<p class="govuk-body">${behind} more waited behind them.</p>`}`,
  })}`
}

/** The waiting list of an offer, the rule of its order, and the proof of each place that was passed on. */
export const lineView = (frame: Frame, shown: LineShown): Html =>
  layout(
    frame,
    {
      title: `Waiting list: ${shown.offer.title}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${shown.hub.slug}` },
        { text: 'Requests to join', href: `/hub/${shown.hub.slug}/interest?offer=${shown.offer.id}` },
        { text: 'Waiting list' },
      ],
      errors: shown.form.errors,
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${shown.offer.title}</span><h1 class="govuk-heading-l">Waiting list</h1>
<p class="govuk-body">A place that becomes free is offered by itself to the first in this order whom it suits: with room for all the people it brings (or for some, where it said that fewer is fine), in a group of its theme, within the share of its hub.</p>
${details({ summaryText: 'How the order is made, and how long they have to answer', text: html`<ul class="govuk-list govuk-list--bullet">${[...orderInWords, ...shown.rule].map((sentence) => html`<li>${sentence}</li>`)}</ul>` })}
${
  shown.line.length === 0
    ? emptyState({
        title: 'Nobody waits',
        text: 'Whom you put on the waiting list stands here, in the order in which places are offered.',
      })
    : lineTable(shown)
}
<h2 class="govuk-heading-m">Places that were passed on</h2>
${shown.proofs.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<p class="govuk-body">Each with the line as it stood then, from the history. The rule is applied to it again whenever this page is opened.</p>${shown.proofs.map(proofOne)}`}`,
  )
